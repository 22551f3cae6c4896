"""What the customer display shows, in ready words; nothing here is for the cashier's eyes only."""

from msgspec import Struct

from loyaltydesk.desk.customers import Seen
from loyaltydesk.model.programme import Programme
from loyaltydesk.model.prompts import PromptKind
from loyaltydesk.model.purchases import Quote
from loyaltydesk.words import tr, tr_n
from loyaltydesk.words.reasons import points_text
from ui.seams.formats import QtFormats


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


def idle(shop: str, programme: Programme, formats: QtFormats) -> Shown:
    """Nobody is there: the shop's name, and what there is to gain."""
    cheapest = min(programme.rewards, key=lambda reward: reward.cost, default=None)
    line = ""
    if cheapest:
        points = points_text(cheapest.cost, formats)
        line = tr("{points}: {reward}").format(points=points, reward=cheapest.name)
    return Shown(shop, tr("Collect points with each purchase"), line, foot=tr("No card yet? Ask us for one."))


def sale(shop: str, seen: Seen, quote: Quote | None, formats: QtFormats) -> Shown:
    """A customer is there: the points, and what the purchase in hand brings."""
    line = points_text(seen.balance, formats)
    if quote and quote.earned:
        coming = tr_n("{n} point today", "{n} points today", quote.earned).format(n=formats.signed(quote.earned))
        line = tr("{points} · {coming}").format(points=line, coming=coming)
    return Shown(shop, hello(seen), line, seen.tier or "", _progress(seen, quote, formats), foot=_birthday(seen))


def done(shop: str, seen: Seen, quote: Quote, formats: QtFormats) -> Shown:
    """The purchase is recorded; `seen` is how the customer stands after it."""
    today = tr_n("{n} point today", "{n} points today", quote.earned).format(n=formats.signed(quote.earned))
    balance = tr("balance {number}").format(number=formats.number(seen.balance))
    name = first_name(seen)
    thanks = tr("Thank you, {name}!").format(name=name) if name else tr("Thank you!")
    line = tr("{points} · {coming}").format(points=today, coming=balance) if quote.earned else balance
    return Shown(shop, thanks, line, seen.tier or "", _progress(seen, None, formats), foot=_birthday(seen))


def guest_done(shop: str) -> Shown:
    """A purchase without a card is recorded."""
    return Shown(shop, tr("Thank you!"), foot=tr("No card yet? Ask us for one."))


def hello(seen: Seen) -> str:
    """The greeting for somebody."""
    name = first_name(seen)
    return tr("Hello, {name}!").format(name=name) if name else tr("Hello!")


def first_name(seen: Seen) -> str:
    """The first name alone: others may be reading."""
    return next(iter(seen.customer.profile.name.split()), "")


def _progress(seen: Seen, quote: Quote | None, formats: QtFormats) -> Progress | None:
    ahead = seen.next_reward
    if ahead is None:
        return None
    earned, spent = (quote.earned, quote.spent) if quote else (0, 0)
    left = ahead.missing + spent - earned
    said = tr("Within reach!")
    if left > 0:
        said = tr_n("only {n} point to go", "only {n} points to go", left).format(n=formats.number(left))
    return Progress(ahead.reward.name, said, seen.balance - spent, ahead.reward.cost, earned)


def _birthday(seen: Seen) -> str:
    today = any(prompt.kind is PromptKind.BIRTHDAY and not prompt.days for prompt in seen.prompts)
    return tr("Happy birthday!") if today else ""
