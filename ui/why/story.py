"""The story of a purchase's points in ready words: the bill, each step of the counting, the rules that held."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from loyaltydesk.desk import Desk
from loyaltydesk.model.facts import PurchaseRecorded
from loyaltydesk.model.purchases import Purchase, Why
from loyaltydesk.model.refusals import BadProgramme
from loyaltydesk.printing.why_slip import WhyFace
from loyaltydesk.rules.programme_file import read_programme
from loyaltydesk.words import tr
from loyaltydesk.words.reasons import points_text, why_text
from ui.seams.formats import QtFormats

Pair = tuple[str, str]


class Story(Struct, frozen=True):
    """One purchase: what was paid, the steps in their order, what they come to, and the programme's version."""

    title: str
    about: str
    bill: tuple[Pair, ...]
    steps: tuple[str, ...]
    total: str
    programme: str
    version: int

    def text(self) -> str:
        """All of it as plain text."""
        bill = [tr("{name}: {value}").format(name=name, value=value) for name, value in self.bill]
        return "\n".join((self.title, self.about, "", *bill, "", *self.steps, "", self.total, self.programme))

    def face(self, shop: str) -> WhyFace:
        """The same for paper."""
        return WhyFace(shop, (self.title, self.about), self.bill, self.steps, self.total, self.programme)


def story_of(desk: Desk, purchase: Purchase, formats: QtFormats, *, steps: Sequence[Why] = ()) -> Story:
    """The story of `purchase`; `steps` are those of points that were added later, in place of its own."""
    recorded = desk.till.recorded(purchase)
    title = tr("Purchase {number}") if purchase.receipt else tr("Purchase")
    earned = purchase.earned
    said = tuple(why_text(step, formats) for step in steps or recorded.why)
    number = formats.number(purchase.programme)
    return Story(
        title=title.format(number=purchase.receipt),
        about=formats.moment(purchase.at),
        bill=tuple(_bill(purchase, recorded, formats)),
        steps=said or (tr("No rule gave points for it."),),
        total=tr("Together: {points}").format(points=points_text(earned, formats)),
        programme=tr("{name} · version {number}").format(name=_rules(desk, purchase.programme), number=number),
        version=purchase.programme,
    )


def _rules(desk: Desk, version: int) -> str:
    """What the programme was called then."""
    texts = {each.number: each.toml for each in desk.shop.programme_history()}
    try:
        return read_programme(texts[version], kept=True).name
    except (KeyError, BadProgramme):  # of another till, whose facts have not come; of an older release
        return desk.shop.programme.name


def _bill(purchase: Purchase, recorded: PurchaseRecorded, formats: QtFormats) -> Iterator[Pair]:
    yield tr("Bill"), formats.money(purchase.total)
    for taken in recorded.promotions:
        yield taken.name, formats.money(-taken.off)
    other = purchase.discount - sum(taken.off for taken in recorded.promotions)
    for name, money in (
        (tr("Discount"), other),
        (tr("Paid with points"), recorded.by_points),
        (tr("Voucher"), recorded.by_vouchers),
    ):
        if money > 0:
            yield name, formats.money(-money)
    yield tr("Paid"), formats.money(purchase.due)
