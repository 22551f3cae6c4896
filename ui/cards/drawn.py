"""Draws a draft for whoever is seen on it; the shop is asked once, and not at each step of a slider."""

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import UnknownCustomer
from loyaltydesk.printing.card import CardFace, CardLook
from loyaltydesk.printing.filling import NO_IMPRINT, Imprint, Paper, imprint_of
from ui.cards.draft import Draft
from ui.cards.samples import sample_name
from ui.cards.shown import Shown, Who
from ui.seams.paper import paper_for
from ui.seams.session import Session


class Holder(Struct, frozen=True):
    """Whoever is seen on the card, and the shop's paper in their language."""

    paper: Paper
    number: str
    name: str
    tier: str | None
    since: date | None
    imprint: Imprint = NO_IMPRINT


class Ready(Struct, frozen=True):
    """The ready words of one text: with their fields, and as they read on the card that is seen."""

    template: str
    example: str


class Drawn:
    """The card of a draft."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._holder: tuple[Who, str, Holder] | None = None

    def forget(self) -> None:
        """The shop is another now."""
        self._holder = None

    def card(self, draft: Draft, shown: Shown) -> tuple[CardLook, CardFace]:
        """The card as it is printed."""
        holder = self._found(shown)
        paper = _paper(holder, draft)
        face = paper.card(holder.number, holder.name, tier=holder.tier, since=holder.since, imprint=holder.imprint)
        return paper.look(), face

    def ready(self, draft: Draft, shown: Shown) -> dict[str, Ready]:
        """The ready words of each text of the design that has some, by its name."""
        texts = {"above_name": None, "heading": None, "rules": None, "footer": None}
        look, face = self.card(draft.with_design(**texts), shown)
        holder = self._found(shown)
        member = holder.paper.words.tr("{tier} member")
        same = {"heading": look.heading or "", "rules": look.rules or "", "footer": look.footer or ""}
        return {"above_name": Ready(member, face.above_name)} | {name: Ready(text, text) for name, text in same.items()}

    def _found(self, shown: Shown) -> Holder:
        wanted = (shown.kind, shown.customer())
        if self._holder is None or self._holder[:2] != wanted:
            kind, customer = wanted
            holder = self._session.ask(lambda desk: _customer(desk, customer) or _sample(desk, long=kind is Who.LONG))
            self._holder = (*wanted, holder)
        return self._holder[2]


def _paper(holder: Holder, draft: Draft) -> Paper:
    paper = holder.paper
    return replace(paper, shop=draft.shop(paper.shop), design=draft.design, logo=draft.logo)


def _sample(desk: Desk, *, long: bool) -> Holder:
    """Nobody, in the tier with the longest name, who came today."""
    paper = paper_for(desk)
    tier = max((tier.name for tier in paper.programme.tiers), key=len, default=None)
    name = sample_name(paper.shop.language, long=long)
    imprint = Imprint("", desk.numbers.scheme().symbology.value)
    return Holder(paper, desk.numbers.example(), name, tier, desk.now().date(), imprint)


def _customer(desk: Desk, customer: str) -> Holder | None:
    """A customer with their newest card; one who has none is seen on a card with a sample number."""
    if not customer:
        return None
    try:
        seen = desk.customers.see(customer)
    except UnknownCustomer:  # forgotten meanwhile
        return None
    paper = paper_for(desk, seen.customer)
    number, name = desk.customers.card_number(customer), seen.customer.profile.called
    card = desk.customers.scan(number).card if number else None
    imprint = imprint_of(card) if card else NO_IMPRINT
    shown = number or desk.numbers.example()
    return Holder(paper, shown, name, seen.tier, seen.customer.registered.date(), imprint)
