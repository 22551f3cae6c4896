"""A bill worked out unit by unit, straight from the contract: nothing of the program is used, and nothing is quick."""

from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction
from math import floor
from typing import Any

Table = dict[str, Any]  # a table of the programme file, or a request of the link
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def cents(text: str) -> int:
    """Money as it is written, in minor units."""
    return int(Fraction(str(text)) * 100)


def half_up(value: Fraction) -> int:
    return floor(value + Fraction(1, 2))


@dataclass
class Unit:
    """One piece of one line: a bill of three coffees has three of them."""

    line: int
    sku: str
    category: str
    shipping: bool
    tax: Fraction
    price: int
    net: Fraction = Fraction(0)  # what is left of the price
    base: Fraction = Fraction(0)  # what of that earns
    free: bool = False  # it costs nothing and counts for nothing
    taken: bool = False  # it had its part in a buy-and-get


@dataclass
class Who:
    """What a rule may ask about the customer; None for a guest."""

    tier: str | None
    born: str
    joined: date


@dataclass
class Scene:
    """Everything a `when` can ask about."""

    at: datetime
    bill: int
    who: Who | None
    codes: set[str]


@dataclass
class Bill:
    """What became of a bill before points and vouchers pay."""

    units: list[Unit]
    total: int
    value: int = 0
    used: list[str] = field(default_factory=list)  # promotions that took something off
    uneven: bool = False  # something came off some lines and not off others

    def paid(self) -> list[Unit]:
        return [unit for unit in self.units if not unit.free]


class TooMuchOff(Exception):
    """The cashier's discount is larger than what is left to pay."""


def units_of(ask: Table) -> list[Unit]:
    """Every piece that is bought."""
    if "amount" in ask:
        return [Unit(0, "", "", False, Fraction(0), cents(ask["amount"]))]
    return [
        Unit(
            place,
            line.get("sku", ""),
            line.get("category", ""),
            line.get("shipping", False),
            Fraction(str(line.get("tax_percent", "0"))),
            cents(line["price"]),
        )
        for place, line in enumerate(ask["lines"])
        for _piece in range(line.get("qty", 1))
    ]


def covered(units: list[Unit], of: Table) -> list[Unit]:
    """The paid units that a rule is about."""
    return [
        unit
        for unit in units
        if not unit.free
        and (not of.get("sku") or unit.sku in of["sku"])
        and (not of.get("category") or unit.category in of["category"])
        and unit.sku not in of.get("not_sku", [])
        and unit.category not in of.get("not_category", [])
        and not (of.get("not_shipping") and unit.shipping)
    ]


def anniversary(month: int, day: int, year: int) -> date:
    """A day's yearly return; 29 February is 28 February in a common year."""
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month, 28)


def is_day(occasion: str, who: Who, today: date) -> bool:
    """Whether today is the customer's birthday, or the day of the year on which they joined."""
    if occasion == "joined":
        return who.joined < today and anniversary(who.joined.month, who.joined.day, today.year) == today
    if not who.born:
        return False
    return anniversary(int(who.born[5:7]), int(who.born[8:]), today.year) == today


def holds(rule: Table, scene: Scene, units: list[Unit]) -> bool:
    """Whether a rule applies to a bill: it covers something, and all that its `when` names is so."""
    when, pieces = rule.get("when", {}), covered(units, rule.get("of", {}))
    code = rule.get("code", "") or when.get("code", "")
    day, clock = scene.at.date(), scene.at.strftime("%H:%M:%S.%f")
    after, before = when.get("from", "00:00") <= clock, clock < when.get("to", "99")
    in_hours = (after or before) if when.get("to", "99") < when.get("from", "00:00") else (after and before)
    who = scene.who
    return (
        len(pieces) >= max(1, when.get("min_qty", 0))
        and scene.bill >= cents(when.get("min_bill", "0"))
        and (not when.get("weekdays") or DAYS[day.weekday()] in when["weekdays"])
        and in_hours
        and when.get("first_day", date.min) <= day <= when.get("last_day", date.max)
        and (not when.get("tiers") or (who is not None and who.tier in when["tiers"]))
        and (not when.get("occasion") or (who is not None and is_day(when["occasion"], who, day)))
        and (not code or code.casefold() in {each.casefold() for each in scene.codes})
    )


def take_off(units: list[Unit], off: Fraction) -> None:
    """Takes an amount off some units, from each in proportion to what it is worth."""
    worth = sum(unit.net for unit in units)
    for unit in units if worth else []:
        unit.net -= off * unit.net / worth


def bill_of(ask: Table, free: dict[str, int]) -> Bill:
    """The pieces of a bill; so many of each product cost nothing, the first ones on the bill."""
    bill = Bill(units_of(ask), 0)
    bill.total = sum(unit.price for unit in bill.units)
    left = dict(free)
    for unit in bill.units:
        if unit.sku and left.get(unit.sku):
            left[unit.sku] -= 1
            unit.free = True
        else:
            unit.net = Fraction(unit.price)
    return bill


def bring_down(bill: Bill, rules: list[Table], *, discount: int, tier_percent: Fraction) -> None:
    """Takes off what promotions (`rules`, those that apply), a tier and the cashier give, in the order of the house.

    The cashier may give away the bill as it was before, and no more; what is not there any more is not given.
    """
    if discount > sum(unit.net for unit in bill.units):
        raise TooMuchOff
    for rule in rules:
        if "buy" in rule:
            _buy_and_get(bill, rule)
    _percent_on_goods(bill, [rule for rule in rules if _is(rule, "percent") and _of(rule)])
    for rule in rules:
        if _is(rule, "amount") and _of(rule):
            _amount_off(bill, rule)
    _percent_on_all(bill, [rule for rule in rules if _is(rule, "percent") and not _of(rule)], tier_percent)
    for rule in rules:
        if _is(rule, "amount") and not _of(rule):
            _amount_off(bill, rule)
    left = int(sum(unit.net for unit in bill.units))
    take_off(bill.units, Fraction(min(discount, left)))
    bill.value = left - min(discount, left)


def keep_whole(bill: Bill) -> None:
    """What is kept of each line of an uneven bill is whole minor units, which together are the bill."""
    so_far, kept = Fraction(0), 0
    for place in sorted({unit.line for unit in bill.units}):
        units = [unit for unit in bill.units if unit.line == place and not unit.free]
        so_far += sum(unit.net for unit in units)
        whole = floor(so_far) - kept
        kept += whole
        for unit in units:
            unit.net = Fraction(whole, len(units))


def _is(rule: Table, kind: str) -> bool:
    return kind in rule and "buy" not in rule


def _of(rule: Table) -> bool:
    """Whether a promotion is about some goods only."""
    return any(rule.get("of", {}).values())


def _at_most(rule: Table, off: int) -> int:
    return min(off, cents(rule["max"])) if "max" in rule else off


def _buy_and_get(bill: Bill, rule: Table) -> None:
    """Of each group of so many bought and so many got, the cheapest pieces of all are those that are got.

    A piece has its part in one deal only; the dearest ones are those that were bought, what is left over had none.
    """
    pieces = [unit for unit in covered(bill.units, rule.get("of", {})) if not unit.taken]
    buy, get, rest = rule["buy"], rule["get"], len(pieces) % (rule["buy"] + rule["get"])
    deals = len(pieces) // (buy + get) * get + max(0, rest - buy)
    pieces.sort(key=lambda unit: unit.price)
    got, bought = pieces[:deals], pieces[deals + (rest if rest <= buy else 0) :]
    worth = sum(unit.price for unit in got)
    if "get_price" in rule:
        offs = [max(0, unit.price - cents(rule["get_price"])) for unit in got]
    else:
        off = _at_most(rule, half_up(worth * Fraction(str(rule["get_percent"])) / 100))
        offs = [Fraction(off * unit.price, worth) if worth else 0 for unit in got]
        for unit in got:
            unit.free = str(rule["get_percent"]) == "100" and off == worth > 0
    for unit, off in zip(got, offs, strict=True):
        unit.net -= off
    if sum(offs):
        bill.used.append(rule["id"])
        bill.uneven = True
        for unit in got + bought:
            unit.taken = True


def _percent_on_goods(bill: Bill, rules: list[Table]) -> None:
    """Each line gets the best one only."""
    best: dict[int, Table] = {}
    for unit in bill.paid():
        for rule in rules:
            if unit in covered([unit], rule["of"]) and (
                unit.line not in best or Fraction(str(rule["percent"])) > Fraction(str(best[unit.line]["percent"]))
            ):
                best[unit.line] = rule
    for rule in rules:
        pieces = [unit for unit in bill.paid() if best.get(unit.line) is rule]
        off = _at_most(rule, half_up(sum(unit.net for unit in pieces) * Fraction(str(rule["percent"])) / 100))
        take_off(pieces, Fraction(off))
        if off:
            bill.used.append(rule["id"])
            bill.uneven = True


def _amount_off(bill: Bill, rule: Table) -> None:
    pieces = covered(bill.units, rule.get("of", {}))
    off = min(cents(rule["amount"]), floor(sum(unit.net for unit in pieces)))
    take_off(pieces, Fraction(off))
    if off:
        bill.used.append(rule["id"])
        bill.uneven = bill.uneven or _of(rule)


def _percent_on_all(bill: Bill, rules: list[Table], tier_percent: Fraction) -> None:
    """Of all percentages on the whole bill, a tier's among them, the one that takes most off."""
    left = sum(unit.net for unit in bill.units)
    offs = [(half_up(left * tier_percent / 100), "")]
    offs += [(_at_most(rule, half_up(left * Fraction(str(rule["percent"])) / 100)), rule["id"]) for rule in rules]
    off, name = max(offs, key=lambda each: each[0])
    take_off(bill.units, Fraction(off))
    if off and name:
        bill.used.append(name)
