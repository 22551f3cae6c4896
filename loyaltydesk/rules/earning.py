"""How many points a purchase brings, step by step and exactly, with the reason for each step."""

from fractions import Fraction

from msgspec import Struct

from loyaltydesk.model.programme import EarnRule, Programme, Tier
from loyaltydesk.model.purchases import Why
from loyaltydesk.rules.bill import BillLine
from loyaltydesk.rules.conditions import Circumstances, applies
from loyaltydesk.rules.exact import rounded


class Earned(Struct, frozen=True):
    """Points, and the steps that led to them; the steps add up to the points."""

    points: int
    why: tuple[Why, ...]


def earned(programme: Programme, lines: list[BillLine], *, now: Circumstances, tier: Tier | None) -> Earned:
    """The points of a bill: each rule's whole blocks, the tier's factor on them, rounded once."""
    if not programme.runs_on(now.at.date()):
        return Earned(0, (Why("not_running", "", 0),))
    steps = [step for rule in _in_force(programme, lines, now) if (step := _step(rule, lines)).points]
    base = sum(step.points for step in steps)
    points = rounded(base * tier.multiply, programme.points.rounding) if tier else base
    if tier and points != base:
        steps.append(Why("tier", tier.name, points - base, rate=_plain(tier.multiply)))
    return Earned(points, tuple(steps))


def _in_force(programme: Programme, lines: list[BillLine], now: Circumstances) -> list[EarnRule]:
    """The rules that apply; when some stand alone, the first of the highest priority earns instead of all others."""
    rules = [rule for rule in programme.earn if _covers(rule, lines) and applies(rule.when, now, _units(rule, lines))]
    alone = [rule for rule in rules if rule.alone]
    return [max(alone, key=lambda rule: rule.priority)] if alone else rules


def _covers(rule: EarnRule, lines: list[BillLine]) -> bool:
    return any(line.covered(rule.of) for line in lines)


def _units(rule: EarnRule, lines: list[BillLine]) -> int:
    return sum(line.units for line in lines if line.covered(rule.of))


def _step(rule: EarnRule, lines: list[BillLine]) -> Why:
    if rule.each == "purchase":
        return Why("purchase", rule.id, rule.points, count=1)
    if rule.each == "unit":
        units = _units(rule, lines)
        return Why("unit", rule.id, rule.points * units, count=units)
    base = sum((line.base for line in lines if line.covered(rule.of)), Fraction(0))
    blocks = rounded(base / rule.per)
    return Why("blocks", rule.id, rule.points * blocks, amount=rounded(base), per=rule.per, count=blocks)


def _plain(factor: Fraction) -> str:
    """1.5 for three halves; the programme file only knows such factors."""
    whole, rest = divmod(factor, 1)
    return f"{whole}.{str(rounded(rest * 10**6)).rjust(6, '0')}".rstrip("0").rstrip(".")
