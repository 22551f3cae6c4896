"""The designs that a card can have, each drawn as vectors."""

from loyaltydesk.printing.designs.bands import BANDS
from loyaltydesk.printing.designs.circles import CIRCLES
from loyaltydesk.printing.designs.classic import CLASSIC
from loyaltydesk.printing.designs.dots import DOTS
from loyaltydesk.printing.designs.edge import EDGE
from loyaltydesk.printing.designs.leaves import LEAVES
from loyaltydesk.printing.designs.monogram import MONOGRAM
from loyaltydesk.printing.designs.plan import Template
from loyaltydesk.printing.designs.tiles import TILES
from loyaltydesk.printing.designs.waves import WAVES

TEMPLATES: dict[str, Template] = {
    template.key: template for template in (CIRCLES, CLASSIC, WAVES, LEAVES, BANDS, MONOGRAM, TILES, DOTS, EDGE)
}


def template_of(key: str) -> Template:
    """The design of this name; the first one where this release has none of it."""
    return TEMPLATES.get(key, CIRCLES)
