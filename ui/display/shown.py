"""What the customer display shows, in ready words; nothing here is for the cashier's eyes only."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from loyaltydesk.desk.customers import Seen
from loyaltydesk.model.parked import BillLine
from loyaltydesk.model.programme import Programme
from loyaltydesk.model.prompts import PromptKind
from loyaltydesk.model.purchases import Quote
from loyaltydesk.words import tr, tr_n
from loyaltydesk.words.reasons import points_text
from ui.seams.formats import QtFormats
from ui.seams.reach import reach
from ui.seams.stamps import begun, stamps_text

MOST_LINES = 3  # of the bill; the last ones are those that somebody wants to see


class Progress(Struct, frozen=True):
    """A bar: what it leads to, what is missing, and how full it is (points had, needed, and now coming)."""

    what: str
    left: str
    have: int
    goal: int
    gain: int = 0


class Shown(Struct, frozen=True):
    """One state of the display."""

    shop: str
    greeting: str
    line: str = ""
    tier: str = ""
    progress: Progress | None = None
    foot: str = ""
    extra: str = ""  # stamps, and vouchers to take along
    bill: tuple[tuple[str, str], ...] = ()  # what was scanned last and its sum, and at the end what is to be paid


class House(Struct, frozen=True):
    """The shop as the display speaks for it."""

    shop: str
    programme: Programme
    formats: QtFormats


def idle(house: House) -> Shown:
    """Nobody is there: the shop's name, and what there is to gain."""
    cheapest = min(house.programme.rewards, key=lambda reward: reward.cost, default=None)
    line = ""
    if cheapest:
        points = points_text(cheapest.cost, house.formats)
        line = tr("{points}: {reward}").format(points=points, reward=cheapest.name)
    return Shown(house.shop, tr("Collect points with each purchase"), line, foot=tr("No card yet? Ask us for one."))


def sale(house: House, seen: Seen, quote: Quote | None) -> Shown:
    """A customer is there: the points, and what the purchase in hand brings."""
    line = points_text(seen.balance, house.formats)
    if quote and quote.earned:
        line = tr("{points} · {coming}").format(points=line, coming=_today(quote, house))
    progress, extra = _progress(house, seen, quote), _stamps(house, seen, quote)
    return Shown(house.shop, hello(seen), line, seen.tier or "", progress, foot=_wish(seen), extra=extra)


def guest(house: House) -> Shown:
    """Somebody without a card, and what was scanned so far."""
    return Shown(house.shop, tr("Hello!"), foot=tr("No card yet? Ask us for one."))


def with_bill(shown: Shown, lines: Sequence[BillLine], due: int, *, house: House) -> Shown:
    """The same with what was scanned last, and what is to be paid (minor units)."""
    formats = house.formats
    rows = [(_units(line, house), formats.money(line.sum)) for line in lines[-MOST_LINES:]]
    return replace(shown, bill=(*rows, (tr("To pay"), formats.money(due))))


def done(house: House, seen: Seen, quote: Quote, *, vouchers: Sequence[str] = ()) -> Shown:
    """The purchase is recorded and brought `vouchers` (names); `seen` is how the customer stands after it."""
    line = tr("balance {number}").format(number=house.formats.number(seen.balance))
    if quote.earned:
        line = tr("{points} · {coming}").format(points=_today(quote, house), coming=line)
    name = first_name(seen)
    thanks = tr("Thank you, {name}!").format(name=name) if name else tr("Thank you!")
    extra = " · ".join(each for each in (_vouchers(vouchers), _stamps(house, seen, None)) if each)
    progress = _progress(house, seen, None)
    return Shown(house.shop, thanks, line, seen.tier or "", progress, foot=_wish(seen), extra=extra)


def guest_done(house: House, vouchers: Sequence[str] = ()) -> Shown:
    """A purchase without a card is recorded, and brought `vouchers` (names)."""
    return Shown(house.shop, tr("Thank you!"), foot=tr("No card yet? Ask us for one."), extra=_vouchers(vouchers))


def hello(seen: Seen) -> str:
    """The greeting for somebody."""
    name = first_name(seen)
    return tr("Hello, {name}!").format(name=name) if name else tr("Hello!")


def first_name(seen: Seen) -> str:
    """The first name alone: others may be reading."""
    return next(iter(seen.customer.profile.name.split()), "")


def _units(line: BillLine, house: House) -> str:
    if line.qty == 1:
        return line.product.name
    return tr("{n} × {what}").format(n=house.formats.number(line.qty), what=line.product.name)


def _today(quote: Quote, house: House) -> str:
    words = tr_n("{n} point today", "{n} points today", quote.earned)
    return words.format(n=house.formats.signed(quote.earned))


def _stamps(house: House, seen: Seen, quote: Quote | None) -> str:
    coming = dict(quote.stamps) if quote else {}
    return stamps_text(begun(seen.stamps, coming), house.formats, coming)


def _vouchers(names: Sequence[str]) -> str:
    words = tr_n("A voucher for you: {what}", "Vouchers for you: {what}", len(names))
    return words.format(what=", ".join(names)) if names else ""


def _progress(house: House, seen: Seen, quote: Quote | None) -> Progress | None:
    way = reach(seen, quote, house.programme)
    if way is None:
        return None
    said = tr("Within reach!")
    if way.left > 0:
        words = tr_n("only {n} point to go", "only {n} points to go", way.left)
        said = words.format(n=house.formats.number(way.left))
    return Progress(way.reward, said, way.have, way.goal, way.gain)


def _wish(seen: Seen) -> str:
    today = {prompt.kind for prompt in seen.prompts if not prompt.days}
    if PromptKind.BIRTHDAY in today:
        return tr("Happy birthday!")
    return tr("Happy name day!") if PromptKind.NAME_DAY in today else ""
