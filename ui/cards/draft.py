"""A design in the making: what the shop is called on paper, the card's design, and its logo."""

from msgspec import Struct
from msgspec.structs import replace

from loyaltydesk.desk import Desk
from loyaltydesk.model.design import CardDesign
from loyaltydesk.model.shop import ShopSettings


class Draft(Struct, frozen=True):
    """What is seen and perhaps not saved yet: the shop's words, the design, and a picture that is fit for paper.

    `design` names no logo: the file gives the picture its name when it is kept.
    """

    name: str = ""
    line: str = ""
    address: str = ""
    design: CardDesign = CardDesign()
    logo: bytes | None = None

    def shop(self, settings: ShopSettings) -> ShopSettings:
        """The shop's settings with what the draft says."""
        return replace(settings, name=self.name, line=self.line, address=self.address)

    def with_design(self, **changes: object) -> "Draft":
        """The same with other fields of the design."""
        return replace(self, design=replace(self.design, **changes))


def kept_draft(desk: Desk) -> Draft:
    """The design that the shop uses."""
    shop, design = desk.shop.settings(), desk.designs.card()
    logo = desk.designs.picture(design.logo) if design.logo else None
    return Draft(shop.name, shop.line, shop.address, replace(design, logo=""), logo)


def keep_draft(desk: Desk, draft: Draft, *, before: Draft) -> None:
    """Makes `draft` what the shop uses: of the shop's words and the design what is another than `before`.

    Somebody else may have changed the rest meanwhile. Raises BadRequest.
    """
    with desk.writing():
        settings = desk.shop.settings()
        words = {name: getattr(draft, name) for name in ("name", "line", "address")}
        changed = {name: text for name, text in words.items() if text != getattr(before, name)}
        if changed:
            desk.shop.save_settings(replace(settings, **changed))
        kept = desk.designs.card().logo
        same = draft.logo == before.logo
        logo = kept if same else desk.designs.keep_picture(draft.logo) if draft.logo else ""
        desk.designs.save_card(replace(draft.design, logo=logo), before=replace(before.design, logo=kept))
