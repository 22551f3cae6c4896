"""How many points a purchase brings, step by step and exactly, with the reason for each step."""

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache

from msgspec import Struct

from loyaltydesk.model.programme import BonusRule, EarnRule, MultiplyRule, Programme, Scope, Tier
from loyaltydesk.model.purchases import Why
from loyaltydesk.rules.bill import BillLine, Exact, units_of
from loyaltydesk.rules.conditions import Circumstances, applies
from loyaltydesk.rules.exact import rounded, total
from loyaltydesk.rules.reductions import is_for_all


class Earned(Struct, frozen=True):
    """Points, and the steps that led to them; the steps add up to the points."""

    points: int
    why: tuple[Why, ...]


def earned(programme: Programme, lines: list[BillLine], *, now: Circumstances, tier: Tier | None) -> Earned:
    """The points of a bill: each rule's whole blocks, the factors on them, rounded once, and what comes on top."""
    if not programme.runs_on(now.at.date()):
        return Earned(0, (Why("not_running", "", 0),))
    base = _Base(lines)
    steps = [step for rule in _in_force(programme, lines, now) if (step := base.add(rule)).points]
    points = base.whole
    for rule in programme.multiply:
        if _holds(rule, lines, now):
            base.multiply(rule.by, rule.of)
            after = rounded(base.points, programme.points.rounding)
            steps += [Why("multiply", rule.id, after - points, rate=_plain(rule.by))] if after != points else []
            points = after
    if tier and tier.multiply != 1:
        base.multiply(tier.multiply)
        after = rounded(base.points, programme.points.rounding)
        steps += [Why("tier", tier.name, after - points, rate=_plain(tier.multiply))] if after != points else []
        points = after
    extras = [_bonus(rule, lines) for rule in programme.bonus if _holds(rule, lines, now)]
    steps += [step for step in extras if step.points]
    return Earned(points + sum(step.points for step in extras), tuple(steps))


def _in_force(programme: Programme, lines: list[BillLine], now: Circumstances) -> list[EarnRule]:
    """The rules that apply; when some stand alone, the first of the highest priority earns instead of all others."""
    rules = [rule for rule in programme.earn if _holds(rule, lines, now)]
    alone = [rule for rule in rules if rule.alone]
    return [max(alone, key=lambda rule: rule.priority)] if alone else rules


def _holds(rule: EarnRule | MultiplyRule | BonusRule, lines: list[BillLine], now: Circumstances) -> bool:
    """Whether a rule covers anything on the bill, and applies."""
    units = units_of(lines, rule.of)
    return units > 0 and applies(rule.when, now, units)


class _Base:
    """The points of the spending rules while factors come on them.

    They are kept as one sum until a factor is for some lines only; then each rule's points are spread over the lines
    that the rule covers, by what of them earns, or by units where nothing does.
    """

    def __init__(self, lines: list[BillLine]) -> None:
        self._lines = lines
        self._rules: list[tuple[EarnRule, int]] = []
        self._factor = Fraction(1)
        self._spread: list[Fraction] = []

    @property
    def whole(self) -> int:
        """The points before any factor."""
        return sum(points for _, points in self._rules)

    @property
    def points(self) -> Fraction:
        """The points so far."""
        return self._factor * (total(self._spread) if self._spread else self.whole)

    def add(self, rule: EarnRule) -> Why:
        """Counts a rule's points."""
        step = _step(rule, self._lines)
        self._rules.append((rule, step.points))
        return step

    def multiply(self, by: Fraction, of: Scope | None = None) -> None:
        """Puts a factor on the lines that `of` covers, or on all of them."""
        if of is None or is_for_all(of):
            self._factor *= by
            return
        if not self._spread:
            self._spread = self._shares()
        self._spread = [
            share * by if line.covered(of) else share for line, share in zip(self._lines, self._spread, strict=True)
        ]

    def _shares(self) -> list[Fraction]:
        shares = [Fraction(0)] * len(self._lines)
        for rule, points in self._rules:
            covered = [place for place, line in enumerate(self._lines) if line.covered(rule.of)]
            weights: dict[int, Exact] = {place: self._lines[place].base for place in covered}
            if not any(weights.values()):
                weights = {place: self._lines[place].units for place in covered}
            whole = total(weights.values())
            for place, weight in weights.items():
                shares[place] += Fraction(points * weight) / whole
        return shares


def _step(rule: EarnRule, lines: Iterable[BillLine]) -> Why:
    if rule.each == "purchase":
        return Why("purchase", rule.id, rule.points, count=1)
    if rule.each == "unit":
        units = units_of(lines, rule.of)
        return Why("unit", rule.id, rule.points * units, count=units)
    base = total([line.base for line in lines if line.covered(rule.of)])
    blocks = base // rule.per
    return Why("blocks", rule.id, rule.points * blocks, amount=rounded(base), per=rule.per, count=blocks)


def _bonus(rule: BonusRule, lines: list[BillLine]) -> Why:
    count = units_of(lines, rule.of) if rule.each_unit else 1
    return Why("bonus", rule.id, rule.points * count, count=count)


@lru_cache(maxsize=64)
def _plain(factor: Fraction) -> str:
    """1.5 for three halves; the programme file only knows such factors."""
    whole, rest = divmod(factor, 1)
    return f"{whole}.{str(rounded(rest * 10**6)).rjust(6, '0')}".rstrip("0").rstrip(".")
