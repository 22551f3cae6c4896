"""What forms for rules are made with: the look, the figures, and what of the shop a rule can speak of."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from loyaltydesk.desk import Desk
from loyaltydesk.model.products import ProductSort
from loyaltydesk.model.programme import Programme
from loyaltydesk.words import active
from ui.seams.formats import QtFormats
from ui.seams.session import Session
from ui.theme.theme import Theme

MOST_OFFERED = 500  # products that are proposed while one types


class Kit(Struct, frozen=True):
    """The look, how figures are written in the programme's currency, and the names that can be filled in."""

    theme: Theme
    formats: QtFormats
    programme: Programme
    today: date
    products: Mapping[str, str]
    categories: Mapping[str, str]

    @property
    def tiers(self) -> list[tuple[str, str]]:
        """The tiers, as options."""
        return [(tier.name, tier.name) for tier in self.programme.tiers]

    @property
    def rewards(self) -> list[tuple[str, str]]:
        """The rewards, as options."""
        return [(reward.id, reward.name) for reward in self.programme.rewards]


def kit_for(theme: Theme, session: Session, programme: Programme) -> Kit:
    """What forms for the rules of `programme` are made with."""

    def read(desk: Desk) -> Kit:
        products = {each.sku: each.name for each in desk.products.page(ProductSort.NAME, None, MOST_OFFERED)}
        categories = {name: name for name in desk.products.categories()}
        formats = QtFormats(active().language, programme.currency)
        return Kit(theme, formats, programme, desk.now().date(), products, categories)

    return session.ask(read)
