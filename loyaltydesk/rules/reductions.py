"""What comes off a bill before points and vouchers pay: each kind of promotion, the tier's share, the cashier's."""

from collections.abc import Iterable
from fractions import Fraction

from msgspec.structs import replace

from loyaltydesk.model.programme import Promotion, Scope, Tier
from loyaltydesk.model.purchases import TakenPromotion
from loyaltydesk.rules.bill import BillLine, Exact, discounted, value_of
from loyaltydesk.rules.exact import percent_of, rounded, total


class Reductions:
    """A bill while money comes off it; `taken` says what took how much, `uneven` whether lines fared differently."""

    def __init__(self, lines: list[BillLine]) -> None:
        self.lines = lines
        self.taken: list[TakenPromotion] = []
        self.uneven = False
        self._open = [line.units for line in lines]  # units that had no part in a deal

    @property
    def value(self) -> int:
        """What is left of the bill, in minor units."""
        return rounded(value_of(self.lines))

    # --- promotions on some lines

    def deal(self, promotion: Promotion) -> None:
        """So many bought, so many got for less, the cheapest ones. A unit has a part in one deal only.

        Of a last group that is not full, whatever is beyond the units to be bought is got.
        """
        open_units = {
            place: self._open[place]
            for place, line in enumerate(self.lines)
            if line.covered(promotion.of) and self._open[place]
        }
        group, whole = promotion.buy + promotion.get, sum(open_units.values())
        rest = whole % group
        got = whole // group * promotion.get + max(0, rest - promotion.buy)
        if not got:
            return
        cheap_first = sorted(open_units, key=lambda place: self.lines[place].line.price)
        parts = _shared_out(got, cheap_first, open_units)
        off = self._off(promotion, parts)
        if not off:
            return
        bought = whole - (rest if rest <= promotion.buy else 0) - got
        left = {place: open_units[place] - parts.get(place, 0) for place in open_units}
        for place, units in (*parts.items(), *_shared_out(bought, reversed(cheap_first), left).items()):
            self._open[place] -= units
        self._took(promotion, off)

    def _off(self, promotion: Promotion, parts: dict[int, int]) -> int:
        """Takes the price of the units got off their lines; those that cost nothing are no paid units any more."""
        worth = {place: self.lines[place].line.price * units for place, units in parts.items()}
        if promotion.get_price is not None:
            each = promotion.get_price
            offs = {place: max(self.lines[place].line.price - each, 0) * units for place, units in parts.items()}
            self._lower({place: Fraction(off) for place, off in offs.items()})
            return sum(offs.values())
        whole = sum(worth.values())
        off = _at_most(percent_of(whole, promotion.percent), promotion.max_money)
        if off == whole > 0 and promotion.percent == 100:
            for place, units in parts.items():
                self.lines[place] = replace(self.lines[place], units=self.lines[place].units - units)
        if whole:
            self._lower({place: Fraction(off * part, whole) for place, part in worth.items()})
        return off

    def percents(self, promotions: Iterable[Promotion]) -> None:
        """Percentages off some lines: each line has the best of them only."""
        best: dict[int, Promotion] = {}
        for promotion in promotions:
            for place, line in enumerate(self.lines):
                if line.covered(promotion.of) and (place not in best or promotion.percent > best[place].percent):
                    best[place] = promotion
        for promotion in dict.fromkeys(best.values()):
            places = [place for place, chosen in best.items() if chosen is promotion]
            worth = total([self.lines[place].net for place in places])
            self._spread(promotion, places, _share(worth, promotion))

    def amount(self, promotion: Promotion) -> None:
        """A sum off the lines that are covered, as far as they go."""
        places = [place for place, line in enumerate(self.lines) if line.covered(promotion.of)]
        worth = total([self.lines[place].net for place in places])
        self._spread(promotion, places, min(promotion.amount, rounded(worth)))

    # --- off the whole bill

    def best_percent(self, promotions: Iterable[Promotion], tier: Tier | None) -> None:
        """Of several percentages off the whole bill, the tier's among them, the one that takes most."""
        value = self.value
        best, off = "", percent_of(value, tier.discount_percent) if tier else 0
        name = tier.name if tier else ""
        for promotion in promotions:
            its = _share(Fraction(value), promotion)
            if its > off:
                best, name, off = promotion.id, promotion.name, its
        self._off_bill(TakenPromotion(best, name, off))

    def whole_amount(self, promotion: Promotion) -> None:
        """A sum off the whole bill."""
        self._off_bill(TakenPromotion(promotion.id, promotion.name, min(promotion.amount, self.value)))

    def discount(self, wished: int) -> None:
        """What the cashier takes off, as far as the bill goes."""
        self.lines = discounted(self.lines, min(wished, self.value) if wished else 0)

    # --- inside

    def _off_bill(self, taken: TakenPromotion) -> None:
        if taken.off:
            self.lines = discounted(self.lines, taken.off)
            self.taken.append(taken)

    def _spread(self, promotion: Promotion, places: list[int], off: int) -> None:
        """Takes so much off some lines, in proportion to their value."""
        worth = total([self.lines[place].net for place in places])
        if off and worth:
            self._lower({place: Fraction(self.lines[place].net * off) / worth for place in places})
            self._took(promotion, off)

    def _lower(self, offs: dict[int, Fraction]) -> None:
        for place, off in offs.items():
            self.lines[place] = replace(self.lines[place], net=self.lines[place].net - off)

    def _took(self, promotion: Promotion, off: int) -> None:
        self.uneven = True
        self.taken.append(TakenPromotion(promotion.id, promotion.name, off))


def is_for_all(scope: Scope) -> bool:
    """Whether a scope covers every line."""
    return scope == _ALL


_ALL = Scope()


def _share(worth: Exact, promotion: Promotion) -> int:
    return _at_most(percent_of(worth, promotion.percent), promotion.max_money)


def _at_most(off: int, most: int | None) -> int:
    return off if most is None else min(off, most)


def _shared_out(units: int, places: Iterable[int], there: dict[int, int]) -> dict[int, int]:
    """So many units from the lines in this order, as far as each has some."""
    parts: dict[int, int] = {}
    for place in places:
        part = min(units, there[place])
        if part:
            parts[place] = part
            units -= part
    return parts
