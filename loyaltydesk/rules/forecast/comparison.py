"""What offers do: members in the test group, who have none, against all others, with how sure one can be."""

from collections.abc import Callable, Sequence
from random import Random

from msgspec import Struct

from loyaltydesk.rules.forecast.years import YEARS, Dealer, ranked

LOW, HIGH = 10, 90  # percent of the draws: eight out of ten lie between
THOUSAND = 1000


class Member(Struct, frozen=True):
    """What a member bought in a time: how many `days` they have been one, purchases, minor units."""

    days: int
    purchases: int
    spend: int


class Measure(Struct, frozen=True):
    """A figure, and where it lies in eight draws out of ten."""

    middle: int
    low: int
    high: int


class Group(Struct, frozen=True):
    """Members together: thousandths of a purchase a month, the average one and a month's spend in minor units.

    `days` is how long they have been members, together.
    """

    members: int
    visits: Measure
    basket: Measure
    spend: Measure
    days: int


class Comparison(Struct, frozen=True):
    """Those without offers, those with them, and how much more the latter spend in a month (minor units)."""

    without: Group
    others: Group
    more: Measure


class Side(Struct, frozen=True):
    """So many members of either side together, dealt by chance into a hundred or so."""

    members: int
    dealt: tuple[Member, ...]


def compared(without: Sequence[Member], others: Sequence[Member], *, seed: int = 1) -> Comparison | None:
    """The comparison of members one by one, who are dealt as for what-if years; None while a side is empty."""
    chance = Random(seed)
    sides = [Side(len(members), tuple(_dealt(members, chance))) for members in (without, others)]
    return compared_sides(*sides, chance=chance)


def compared_sides(without: Side, others: Side, *, chance: Random | None = None) -> Comparison | None:
    """The comparison by drawing of either side again and again; None while one of them is empty.

    Of all figures the sums of a draw are divided once, so that who has been a member for long counts more.
    """
    if not without.members or not others.members:
        return None
    chance = chance or Random(1)
    sides = [[(each.days, each.purchases, each.spend) for each in side.dealt] for side in (without, others)]
    draws = [(_drawn(sides[0], chance), _drawn(sides[1], chance)) for _ in range(YEARS)]
    whole = _sums(without.dealt), _sums(others.dealt)
    more = [_spend(two) - _spend(one) for one, two in draws]
    return Comparison(
        _group(without.members, whole[0], [one for one, _two in draws]),
        _group(others.members, whole[1], [two for _one, two in draws]),
        Measure(_spend(whole[1]) - _spend(whole[0]), ranked(more, LOW), ranked(more, HIGH)),
    )


def _dealt(members: Sequence[Member], chance: Random) -> list[Member]:
    """The sums of groups of members; each for oneself where they are few."""
    dealer, groups = Dealer(chance), dict[int, list[Member]]()
    for member in members:
        groups.setdefault(dealer.group(), []).append(member)
    return [_sums(groups[number]) for number in sorted(groups)]


def _drawn(members: Sequence[tuple[int, int, int]], chance: Random) -> Member:
    """The sums of as many as there are, drawn with replacement."""
    days, purchases, spend = zip(*chance.choices(members, k=len(members)), strict=True)
    return Member(sum(days), sum(purchases), sum(spend))


def _sums(members: Sequence[Member]) -> Member:
    return Member(
        sum(each.days for each in members),
        sum(each.purchases for each in members),
        sum(each.spend for each in members),
    )


def _group(members: int, whole: Member, draws: Sequence[Member]) -> Group:
    def measured(figure: Callable[[Member], int]) -> Measure:
        values = [figure(draw) for draw in draws]
        return Measure(figure(whole), ranked(values, LOW), ranked(values, HIGH))

    return Group(members, measured(_visits), measured(_basket), measured(_spend), whole.days)


def _visits(sums: Member) -> int:
    return sums.purchases * THOUSAND * 365 // (12 * max(sums.days, 1))


def _basket(sums: Member) -> int:
    return sums.spend // max(sums.purchases, 1)


def _spend(sums: Member) -> int:
    return sums.spend * 365 // (12 * max(sums.days, 1))
