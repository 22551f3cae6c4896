"""The five steps by which a purchase's points are counted, tiers, and the days on which points end."""

from calendar import monthrange
from datetime import date
from fractions import Fraction
from math import ceil, floor

from tests.loyaltydesk.exact.naive_bill import Scene, Table, Unit, cents, covered, half_up, holds

ROUND = {"floor": floor, "ceil": ceil, "half_up": half_up}


def runs_on(programme: Table, day: date) -> bool:
    """Both ends of a programme's time are part of it."""
    head = programme["programme"]
    return bool(head.get("starts", date.min) <= day <= head.get("ends", date.max))


def set_bases(units: list[Unit], points: Table, paid: int) -> None:
    """What of each piece earns, when points and vouchers paid so many minor units of them all."""
    value = sum(unit.net for unit in units)
    for unit in units:
        unit.base = unit.net
        if points.get("earn_on", "paid") == "paid" and value:
            unit.base -= paid * unit.net / value
        if points.get("tax", "gross") == "net":
            unit.base /= 1 + unit.tax / 100


def counted(programme: Table, units: list[Unit], scene: Scene) -> int:
    """The points of a bill: whole blocks, spread and multiplied, rounded once, and what comes on top."""
    if not runs_on(programme, scene.at.date()):
        return 0
    rules = [rule for rule in programme.get("earn", []) if holds(rule, scene, units)]
    alone = [rule for rule in rules if rule.get("alone")]
    if alone:
        best = max(rule.get("priority", 0) for rule in alone)
        rules = [rule for rule in alone if rule.get("priority", 0) == best][:1]
    exact = sum((_spread(programme, rule, units, scene=scene) for rule in rules), Fraction(0))
    extra = 0
    for rule in programme.get("bonus", []):
        if holds(rule, scene, units):
            extra += rule["points"] * (len(covered(units, rule.get("of", {}))) if rule.get("per") == "unit" else 1)
    return ROUND[programme.get("points", {}).get("rounding", "floor")](exact) + extra


def _spread(programme: Table, rule: Table, units: list[Unit], *, scene: Scene) -> Fraction:
    """A rule's points, each piece's share of them multiplied by the piece's own factor."""
    pieces = covered(units, rule.get("of", {}))
    worth = sum((unit.base for unit in pieces), Fraction(0))
    if rule.get("each") == "purchase":
        points = rule["points"]
    elif rule.get("each") == "unit":
        points = rule["points"] * len(pieces)
    else:
        points = rule["points"] * floor(worth / cents(rule["per"]))
    shares = [unit.base / worth if worth else Fraction(1, len(pieces)) for unit in pieces]
    factors = [_factor(programme, unit, units, scene=scene) for unit in pieces]
    return sum((points * share * factor for share, factor in zip(shares, factors, strict=True)), Fraction(0))


def _factor(programme: Table, unit: Unit, units: list[Unit], *, scene: Scene) -> Fraction:
    factor = Fraction(1)
    for rule in programme.get("multiply", []):
        if covered([unit], rule.get("of", {})) and holds(rule, scene, units):
            factor *= Fraction(str(rule["by"]))
    tier = tier_named(programme, scene.who.tier if scene.who else None)
    return factor * Fraction(str(tier.get("multiply", 1))) if tier else factor


# --- tiers


def threshold(programme: Table, tier: Table) -> int:
    """Minor units of spend, or points."""
    spend = programme.get("tiers", {}).get("basis", "spend") == "spend"
    return cents(tier["from"]) if spend else int(tier["from"])


def tier_named(programme: Table, name: str | None) -> Table | None:
    return next((tier for tier in programme.get("tier", []) if tier["name"] == name), None)


def reached(programme: Table, have: int) -> str | None:
    """The highest tier that so much reaches."""
    return highest(programme, *(t["name"] for t in programme.get("tier", []) if threshold(programme, t) <= have))


def highest(programme: Table, *names: str | None) -> str | None:
    """The highest of some tiers; names the programme does not know (any more) are none."""
    known = [tier for name in names if (tier := tier_named(programme, name))]
    return max(known, key=lambda tier: threshold(programme, tier))["name"] if known else None


# --- days


def months_after(day: date, months: int) -> date:
    """The same day so many months on, or the last one of a month that is too short."""
    year, month = day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def span_after(day: date, written: str) -> date:
    """So many days, months or years after a day."""
    number, unit = int(written.split()[0]), written.split()[1].rstrip("s")
    if unit == "day":
        return date.fromordinal(day.toordinal() + number)
    return months_after(day, number * (12 if unit == "year" else 1))


def last_day(points: Table, day: date) -> date:
    """The last day on which points can be spent that came on a day; date.max when they never end."""
    written = points.get("expire_after")
    mode = points.get("expire", "after" if written else "never")
    if mode == "never":
        return date.max
    falls = span_after(day, written or "0 days")
    if mode == "month_end":
        return falls.replace(day=monthrange(falls.year, falls.month)[1])
    return falls.replace(month=12, day=31) if mode == "year_end" else falls
