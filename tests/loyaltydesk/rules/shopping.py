"""Small programmes, customers and purchases for the tests of the rules."""

from datetime import UTC, date, datetime, time
from itertools import count

from loyaltydesk.model.cards import Card, CardRole, CardState
from loyaltydesk.model.customers import Account, Customer, Profile, Standing
from loyaltydesk.model.facts import Fact, PurchaseRecorded, Stamp
from loyaltydesk.model.lots import EntryKind, Movement, Purse
from loyaltydesk.model.programme import Gives, Programme
from loyaltydesk.model.purchases import Basket, Line, Purchase, PurchaseState, Quote, Voucher, VoucherState
from loyaltydesk.rules.following import Making
from loyaltydesk.rules.programme_file import read_programme
from loyaltydesk.rules.purchase import Known, decide

HEAD = '[programme]\nname = "Rīts"\ncurrency = "EUR"\n'
DAY = date(2026, 3, 14)  # a Saturday
JOINED = datetime(2026, 1, 2, 9, tzinfo=UTC)
NOW = Stamp(datetime.combine(DAY, time(10), UTC))


def programme(tables: str = "") -> Programme:
    """A programme in euros with these tables."""
    return read_programme(HEAD + tables)


def base(per: str = "1.00", points: int = 1, more: str = "") -> str:
    """An [[earn]] table."""
    return f'[[earn]]\nid = "base"\npoints = {points}\nper = "{per}"\n{more}\n'


def stamp(day: date = DAY, clock: time = time(10)) -> Stamp:
    """A moment in the shop's own time."""
    return Stamp(datetime.combine(day, clock, UTC))


def customer(
    tier: str | None = None, *, floor: str | None = None, born: str = "", named: str = "", blocked: bool = False
) -> Customer:
    """Anna; `named` is the day of her name."""
    told = Profile(name="Anna", birth_date=born, name_day_on=named)
    return Customer("c", told, JOINED, Account(), tier=tier, floor=floor, blocked=blocked)


def card(state: CardState = CardState.ACTIVE, role: CardRole = CardRole.FULL) -> Card:
    """Anna's card."""
    return Card("k", "9810000000013", state, role, "c")


def purse(points: int = 0) -> Purse:
    """A purse with so many points that never end."""
    made = Purse()
    if points:
        made.post("opening", JOINED.date(), [Movement(EntryKind.ADJUSTED, points)])
    return made


def standing(points: int = 0, *, person: Customer | None = None, spend: int = 0, earned: int = 0) -> Standing:
    """Anna with so many points, and what the window of the tiers has seen of her."""
    return Standing(person or customer(), card(), purse(points), spend, earned)


def voucher(
    gives: Gives, *, of: str = "c", state: VoucherState = VoucherState.OPEN, ends: date | None = None
) -> Voucher:
    """A voucher of Anna's."""
    return Voucher("v", "2700000000007", of, "r", "Reward", gives, 50, JOINED, ends, state, "v")


def amount(cents: int) -> Basket:
    """A basket of one sum."""
    return Basket((Line(cents),))


def bought(basket: Basket, known: Known, at: Stamp = NOW) -> tuple[Quote, PurchaseRecorded, list[Fact]]:
    """What a purchase comes to, its fact, and the others it leaves."""
    numbers = count(1)
    quote, facts = decide(basket, known, at, making=Making(lambda: f"p{next(numbers)}", lambda: "V"))
    first = facts[0]
    assert isinstance(first, PurchaseRecorded)
    return quote, first, facts[1:]


def as_kept(fact: PurchaseRecorded, at: Stamp = NOW) -> Purchase:
    """The purchase as the file keeps it."""
    return Purchase(
        fact.id, at.at, at.day, fact.customer, fact.card, fact.receipt, fact.total, fact.discount, fact.value, fact.due,
        earned=fact.earned, spent=fact.spent, state=PurchaseState.DONE, returned=0, refunded=0, taken_back=0,
        given_back=0, programme=1,
    )  # fmt: skip
