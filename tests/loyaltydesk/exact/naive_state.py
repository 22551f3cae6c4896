"""What the naive shop remembers: people, cards, sales, vouchers, gifts, and the rules of each day."""

from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction

from tests.loyaltydesk.exact.naive_bill import Table, Unit
from tests.loyaltydesk.exact.naive_points import highest, last_day, reached, threshold
from tests.loyaltydesk.exact.naive_purse import Purse


class Refused(Exception):
    """The shop will not do this; the first argument is the kind."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


@dataclass
class Person:
    """A customer; members of a household hold one purse."""

    name: str
    joined: date
    born: str = ""
    referrer: str = ""
    tier: str | None = None
    floor: str | None = None
    household: str = ""
    purse: Purse = field(default_factory=Purse)
    stamps: dict[str, int] = field(default_factory=dict)


@dataclass
class Card:
    owner: str
    state: str = "active"
    role: str = "full"


@dataclass
class Sale:
    """A purchase, and what came back of it."""

    receipt: str
    at: datetime
    owner: str | None
    version: int
    units: list[Unit]
    total: int
    value: int
    due: int
    by_vouchers: int = 0
    earned: int = 0
    spent: int = 0
    rewards: dict[str, int] = field(default_factory=dict)
    vouchers: list[tuple[str, int]] = field(default_factory=list)  # (code, what it paid)
    promotions: list[str] = field(default_factory=list)
    codes: set[str] = field(default_factory=set)
    stamps: dict[str, int] = field(default_factory=dict)
    state: str = "done"
    returned: int = 0
    refunded: int = 0
    taken_back: int = 0
    given_back: int = 0
    stamps_back: dict[str, int] = field(default_factory=dict)
    back: list[int] = field(default_factory=list)  # units of each line that came back


@dataclass
class Voucher:
    """A promise on paper; `owner` is None when it is the bearer's."""

    code: str
    reward: str
    gives: Table
    owner: str | None
    cost: int = 0
    payer: str = ""
    source: str = "points"
    last: date = date.max
    state: str = "open"
    left: int = 0  # minor units it can still pay
    first: str = ""
    purchase: str = ""
    used_in: str = ""
    stamps: int = 0

    def is_money(self) -> bool:
        return "money" in self.gives and "donate" not in self.gives

    def state_on(self, day: date) -> str:
        return "expired" if self.state == "open" and self.last < day else self.state


@dataclass
class Gift:
    """Points, or a voucher, that came by themselves."""

    person: str
    cause: str
    rule: str
    period: str
    points: int = 0
    sale: str = ""


class State:
    """Everything there is to know, and the questions every part of the shop asks."""

    def __init__(self, programme: Table) -> None:
        self.programmes: list[Table] = [programme]  # version 1 first
        self.people: dict[str, Person] = {}
        self.cards: dict[str, Card] = {}
        self.sales: dict[str, Sale] = {}
        self.vouchers: dict[str, Voucher] = {}
        self.taken: list[tuple[str, str, str, int]] = []  # (reward, person, source, times)
        self.gifts: list[Gift] = []
        self.merged: dict[str, str] = {}  # who turned out to be whom
        self.last_round: date | None = None

    @property
    def programme(self) -> Table:
        return self.programmes[-1]

    def who(self, ask: Table) -> Person:
        """The customer with a card."""
        card = self.cards.get(ask["card"])
        if card is None:
            raise Refused("UnknownCard")
        return self.people[card.owner]

    def usable(self, ask: Table) -> Person:
        """The customer with a card that is good."""
        person = self.who(ask)
        if self.cards[ask["card"]].state != "active":
            raise Refused("CardBlocked")
        return person

    def can_spend(self, ask: Table, person: Person, *, points: int, day: date) -> None:
        if points and self.cards[ask["card"]].role == "earn_only":
            raise Refused("EarnOnlyCard")
        if points > max(0, person.purse.balance(day)):
            raise Refused("NotEnoughPoints")

    def ends(self, programme: Table, day: date) -> date:
        """The last day of points that come on a day."""
        return last_day(programme.get("points", {}), day)

    def day_of(self, ask: Table) -> date:
        return datetime.fromisoformat(ask["at"]).date()

    # --- tiers

    def win(self, programme: Table, person: Person, tier: str | None) -> None:
        """A tier that is another than the one held is kept."""
        if tier != self.held(programme, person):
            person.tier = tier

    def held(self, programme: Table, person: Person) -> str | None:
        """The tier won, the one set by hand, or the one that everybody has."""
        return highest(programme, person.tier, person.floor, reached(programme, 0))

    def sums(self, programme: Table, person: Person, *, first: date, last: date = date.max) -> int:
        """What was paid, or earned, by purchases of some days, returns counted off."""
        mine = [sale for sale in self.sales.values() if sale.owner == person.name and first <= sale.at.date() <= last]
        if programme.get("tiers", {}).get("basis", "spend") == "spend":
            return sum(sale.due - sale.refunded for sale in mine)
        return sum(sale.earned - sale.taken_back for sale in mine)

    def in_window(self, programme: Table, person: Person, day: date) -> int:
        return self.sums(programme, person, first=_window_start(programme, day))

    def lifted(self, programme: Table, person: Person, more: int, *, day: date) -> str | None:
        """The tier with so much more in hand."""
        have = self.in_window(programme, person, day) + more
        return highest(programme, self.held(programme, person), reached(programme, have))

    def deserved(self, programme: Table, person: Person, day: date) -> str | None:
        """The tier that a review leaves: one won in a calendar year is kept through the next."""
        names = [reached(programme, 0), reached(programme, self.in_window(programme, person, day))]
        if programme.get("tiers", {}).get("window") == "calendar_year":
            before = (date(day.year - 1, 1, 1), date(day.year - 1, 12, 31))
            names.append(reached(programme, self.sums(programme, person, first=before[0], last=before[1])))
        return highest(programme, *names)

    def review_one(self, person: Person, day: date) -> None:
        """A tier that was won is kept, lost or won anew; without tiers there is nothing to look at."""
        won = highest(self.programme, person.tier, reached(self.programme, 0))
        deserved = self.deserved(self.programme, person, day)
        if self.programme.get("tier") and deserved != won:
            person.tier = deserved

    def next_tier(self, person: Person, day: date) -> tuple[str, int] | None:
        """The tier above, and what is missing to it."""
        held = self.held(self.programme, person)
        have = self.in_window(self.programme, person, day)
        tiers = sorted(self.programme.get("tier", []), key=lambda tier: threshold(self.programme, tier))
        names = [tier["name"] for tier in tiers]
        above = tiers[names.index(held) + 1 :] if held else tiers
        return (above[0]["name"], max(0, threshold(self.programme, above[0]) - have)) if above else None


def _window_start(programme: Table, day: date) -> date:
    window = programme.get("tiers", {}).get("window", "lifetime")
    if window == "calendar_year":
        return date(day.year, 1, 1)
    if window == "12 months":
        return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
    return date.min


def percent(value: object) -> Fraction:
    return Fraction(str(value))
