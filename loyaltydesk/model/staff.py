"""The people of the shop: who they are, what they do well, what they aim at in a month, and what of it looks odd."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct, field

from loyaltydesk.model.insights import Period
from loyaltydesk.model.refusals import BadRequest

STAFF = "staff"  # the kind of the records of people
GOALS = "staff_goals"  # the kind of the records of months ("2026-03")
LONGEST_NAME = 40  # as the lock of the till takes them
LONGEST_PAYROLL = 40
MOST_MEMBERS = 200
MOST_DEEDS = 100_000  # as a goal of a month
MOST_MONEY = 10**9  # minor units of one bonus


class Role(StrEnum):
    """What somebody is in the shop."""

    CASHIER = "cashier"
    OWNER = "owner"


class Deed(StrEnum):
    """What is counted for somebody, and for all together."""

    CARD = "card"  # a customer got their first card
    ADDRESS = "address"  # a postal address, an e-mail address or a phone number where there was none
    VOUCHER = "voucher"  # one was handed in
    GREETING = "greeting"  # one was handed over, or sent
    PRAISE = "praise"  # somebody praised them by name


class Incident(StrEnum):
    """What is counted beside the deeds, for the owner's eyes."""

    OWN_CARD = "own_card"  # a purchase on one's own card
    VOID = "void"
    RETURN = "return"
    ADJUSTMENT = "adjustment"  # points changed by hand


class Member(Struct, frozen=True):
    """One person of the staff; `customer` is the customer they are themselves, `payroll` their number in the payroll.

    `also` are other names that stand with what they did. Whoever has no `id` is not on the list.
    """

    id: str
    name: str
    role: Role = Role.CASHIER
    is_active: bool = True
    customer: str | None = None
    payroll: str = ""
    also: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that stands with what they did."""
        return (self.name, *self.also)

    @property
    def is_rewarded(self) -> bool:
        """Whether goals and bonuses are meant for them: an owner's deeds count for the team alone."""
        return bool(self.id) and self.role is Role.CASHIER


class Offered(Struct, frozen=True):
    """A name that stands with what was done and is nobody's on the list; `last` is the newest day."""

    name: str
    purchases: int
    last: date


class Goal(Struct, frozen=True):
    """What one deed is to come to in a month; 0 is no goal. `bonus` is minor units for each."""

    each: int = 0  # for whoever works as often as anybody
    team: int = 0
    bonus: int = 0


class Goals(Struct, frozen=True):
    """The goals of a month (its first day); money in minor units.

    `reaching` goes to each who reached all of their own goals, `team` is shared equally when the team reached all of
    its own.
    """

    month: date
    of: Mapping[Deed, Goal] = field(default_factory=dict)
    reaching: int = 0
    team: int = 0

    def goal(self, deed: Deed) -> Goal:
        """The goal of one deed."""
        return self.of.get(deed, Goal())

    @property
    def is_set(self) -> bool:
        """Whether there is any goal or bonus at all."""
        return any(goal != Goal() for goal in self.of.values()) or bool(self.reaching or self.team)


class Score(Struct, frozen=True):
    """How often a deed was done against its goal (0: none); `bonus` is minor units."""

    deed: Deed
    count: int
    goal: int = 0
    bonus: int = 0

    @property
    def is_reached(self) -> bool:
        """Whether there is a goal, and it is reached."""
        return 0 < self.goal <= self.count


class Contestant(Struct, frozen=True):
    """One person in a month: days at the till, deeds, and minor units for deeds, for reaching, and of the team's."""

    member: Member
    days: int
    scores: tuple[Score, ...]
    reaching: int = 0
    share: int = 0

    @property
    def is_reached(self) -> bool:
        """Whether they reached all of their goals, and had any."""
        return all_reached(self.scores)

    @property
    def bonus(self) -> int:
        """Everything together, in minor units."""
        return sum(score.bonus for score in self.scores) + self.reaching + self.share

    def count(self, deed: Deed) -> int:
        """How often they did a deed."""
        return next((score.count for score in self.scores if score.deed is deed), 0)


class Contest(Struct, frozen=True):
    """A month (its first day): everybody by name, and the team, whose bonus is what was shared (minor units)."""

    month: date
    rows: tuple[Contestant, ...]
    team: tuple[Score, ...]
    team_bonus: int = 0

    @property
    def is_team_reached(self) -> bool:
        """Whether the team reached all of its goals, and had any."""
        return all_reached(self.team)

    @property
    def bonus(self) -> int:
        """What all of them get together, in minor units."""
        return sum(row.bonus for row in self.rows)


class UnusualKind(StrEnum):
    """What an owner may want to look at; none of it proves anything."""

    OWN_CARD = "own_card"
    MANY_BACK = "many_back"
    MANY_ADJUSTMENTS = "many_adjustments"
    BUSY_CARD = "busy_card"


class Unusual(Struct, frozen=True):
    """One thing an owner may want to look at: who, how often, when last, and which customer it is about.

    `per_purchases` and `others` compare: so many times in a thousand purchases, theirs and everybody else's.
    """

    kind: UnusualKind
    staff: str
    count: int
    last: date
    customer: str | None = None
    per_purchases: int = 0
    others: int = 0


def month_of(day: date) -> Period:
    """The month in which a day falls."""
    return Period(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))


def all_reached(scores: tuple[Score, ...]) -> bool:
    """Whether every goal among some scores is reached, and there is one."""
    aimed = [score for score in scores if score.goal]
    return bool(aimed) and all(score.is_reached for score in aimed)


def checked_name(name: str) -> str:
    """A name, tidied. Raises BadRequest where there is none, or more than forty letters."""
    tidy = _tidy(name)
    if not tidy:
        raise BadRequest("name", "staff_nameless")
    if len(tidy) > LONGEST_NAME:
        raise BadRequest("name", "staff_name_too_long")
    return tidy


def checked_payroll(number: str) -> str:
    """A number in the payroll, tidied; it may be empty. Raises BadRequest for more than forty characters."""
    tidy = _tidy(number)
    if len(tidy) > LONGEST_PAYROLL:
        raise BadRequest("payroll", "too_long")
    return tidy


def checked_goals(goals: Goals) -> Goals:
    """Goals of the first day of their month. Raises BadRequest for numbers that are below nothing or beyond reason."""
    for goal in goals.of.values():
        if not (0 <= goal.each <= MOST_DEEDS and 0 <= goal.team <= MOST_DEEDS):
            raise BadRequest("goal", "goal_range")
    if not all(0 <= money <= MOST_MONEY for money in _money(goals)):
        raise BadRequest("bonus", "bonus_range")
    return Goals(goals.month.replace(day=1), dict(goals.of), goals.reaching, goals.team)


def _money(goals: Goals) -> tuple[int, ...]:
    return (*(goal.bonus for goal in goals.of.values()), goals.reaching, goals.team)


def _tidy(text: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
