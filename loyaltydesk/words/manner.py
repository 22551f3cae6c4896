"""How figures, products and lists are named while the rules of a programme are put into words."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from loyaltydesk.words.catalogue import tr
from loyaltydesk.words.formats import Formats
from loyaltydesk.words.reasons import points_text

JOINT = " · "  # between parts that each can stand alone: no language bends one for the other


class Manner(Struct, frozen=True):
    """The figures of a language and currency, and what products are called by their codes, where that is known."""

    formats: Formats
    products: Mapping[str, str] = {}

    def points(self, points: int) -> str:
        """So many points."""
        return points_text(points, self.formats)

    def price(self, minor: int) -> str:
        """Minor units as people say them: €12.50, €12."""
        return self.formats.price(minor)

    def number(self, number: int) -> str:
        """A whole number."""
        return self.formats.number(number)

    def decimal(self, number: Fraction) -> str:
        """An exact number of at most six decimals: 1.5."""
        written = f"{(Decimal(number.numerator) / Decimal(number.denominator)).normalize():f}"
        return written.replace(".", self.formats.decimal_sign)

    def percent(self, number: Fraction) -> str:
        """A percentage: 12.5%."""
        return tr("{number}%").format(number=self.decimal(number))

    def product(self, sku: str) -> str:
        """What a product is called; its code where it is not on the list."""
        return self.products.get(sku) or sku

    def named(self, skus: Iterable[str]) -> str:
        """Products one after the other."""
        return ", ".join(sorted(map(self.product, skus)))
