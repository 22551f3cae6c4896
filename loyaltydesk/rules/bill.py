"""A bill while it is worked out, exactly: what comes off each line, what pays, and what is left to earn on."""

from collections.abc import Iterable
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from loyaltydesk.model.facts import PurchaseRecorded
from loyaltydesk.model.programme import EarnOn, PointRules, Scope
from loyaltydesk.model.purchases import Line
from loyaltydesk.rules.exact import rounded, total

Exact = int | Fraction  # whole as long as nothing is shared out: fractions take their time


class BillLine(Struct, frozen=True):
    """A line with its paid units, its value after discounts and what of that earns (both in exact minor units)."""

    line: Line
    units: int
    net: Exact
    base: Exact = 0

    def covered(self, scope: Scope) -> bool:
        """Whether `scope` covers it; a line without a paid unit is covered by nothing."""
        line = self.line
        return (
            self.units > 0
            and not (scope.sku and line.sku not in scope.sku)
            and not (scope.category and line.category not in scope.category)
            and line.sku not in scope.not_sku
            and line.category not in scope.not_category
            and not (scope.not_shipping and line.shipping)
        )


def bill_lines(lines: Iterable[Line], free: dict[str, int]) -> list[BillLine]:
    """The lines with the free units of each product (sku → units) taken off, in the order of the bill."""
    left = dict(free)
    made = []
    for line in lines:
        gratis = min(left.get(line.sku, 0), line.qty) if line.sku else 0
        if gratis:
            left[line.sku] -= gratis
        units = line.qty - gratis
        made.append(BillLine(line, units, units * line.price))
    return made


def sold_lines(sold: PurchaseRecorded) -> list[BillLine]:
    """The lines of a recorded purchase as they came to be paid."""
    units = [line.qty - free for line, free in zip(sold.lines, sold.free or (0,) * len(sold.lines), strict=True)]
    if sold.nets:
        return [BillLine(line, n, Fraction(net)) for line, n, net in zip(sold.lines, units, sold.nets, strict=True)]
    whole = sum(line.price * count for line, count in zip(sold.lines, units, strict=True))
    share = Fraction(sold.value, whole) if whole else Fraction(0)
    return [BillLine(line, count, line.price * count * share) for line, count in zip(sold.lines, units, strict=True)]


def value_of(lines: Iterable[BillLine]) -> Exact:
    """What the lines come to, in exact minor units."""
    return total([line.net for line in lines])


def units_of(lines: Iterable[BillLine], scope: Scope) -> int:
    """The paid units that `scope` covers."""
    return sum(line.units for line in lines if line.covered(scope))


def total_of(lines: Iterable[BillLine]) -> int:
    """What the lines come to before anything comes off, in minor units."""
    return sum(line.units * line.line.price for line in lines)


def whole_nets(lines: list[BillLine]) -> tuple[int, ...]:
    """What each line comes to in whole minor units, which together are the bill."""
    nets, sums, before = [], Fraction(0), 0
    for line in lines:
        sums += line.net
        after = rounded(sums)
        nets.append(after - before)
        before = after
    return tuple(nets)


def discounted(lines: list[BillLine], discount: int) -> list[BillLine]:
    """The lines with `discount` minor units taken off all of them in proportion to their value."""
    value = value_of(lines) if discount else 0
    if not value:
        return lines
    left = 1 - Fraction(discount) / value
    return [replace(line, net=line.net * left) for line in lines]


def with_bases(lines: list[BillLine], rules: PointRules, paid: int) -> list[BillLine]:
    """The lines with what of them earns, when points and vouchers `paid` that many minor units of the bill."""
    value = value_of(lines) if paid and rules.earn_on is EarnOn.PAID else 0
    share = 1 - Fraction(paid) / value if value else 1
    if share == 1 and not rules.net_of_tax:  # most bills
        return [replace(line, base=line.net) for line in lines]
    return [replace(line, base=line.net * share / _tax_factor(line.line, rules)) for line in lines]


def _tax_factor(line: Line, rules: PointRules) -> Fraction:
    return 1 + Fraction(line.tax, 10_000) if rules.net_of_tax else Fraction(1)
