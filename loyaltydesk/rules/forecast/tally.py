"""What a programme came to while history was played again: sums in whole points and minor units."""

from fractions import Fraction

from msgspec import Struct

WHOLE = 10_000  # hundredths of a percent


class Flow:
    """Month by month: sales (minor units) and points given, the worth of vouchers given for nothing, money off.

    Sales are what was bought, before promotions and after what the cashier took off. Goods and money are the worth of
    vouchers for stamps, occasions and next purchases; `off` is what promotions and tiers took off.
    """

    __slots__ = ("goods", "money", "off", "points", "sales")

    def __init__(self, months: int) -> None:
        self.sales = [0] * months
        self.points = [0] * months
        self.goods = [0] * months
        self.money = [0] * months
        self.off = [0] * months

    def add(self, other: "Flow") -> None:
        """Adds another of as many months."""
        for name in self.__slots__:
            mine = getattr(self, name)
            for month, amount in enumerate(getattr(other, name)):
                mine[month] += amount


class Figures(Struct, frozen=True):
    """What the programme came to in the whole period: points whole, money in minor units.

    `used_goods` and `used_money` are what the points used were worth, `given_goods` and `given_money` the vouchers
    given for nothing, `donated` the part of `used_money` that went to good causes. `refused` counts purchases whose
    bill the rules would have refused: they brought nothing.
    """

    customers: int = 0
    purchases: int = 0
    sales: int = 0
    given: int = 0
    used: int = 0
    expired: int = 0
    outstanding: int = 0
    used_goods: int = 0
    used_money: int = 0
    donated: int = 0
    given_goods: int = 0
    given_money: int = 0
    off: int = 0
    guests_sales: int = 0
    guests_off: int = 0
    refused: int = 0

    @property
    def point_worth(self) -> Fraction:
        """What a point was worth that was used, in exact minor units."""
        return Fraction(self.used_goods + self.used_money, self.used) if self.used else Fraction(0)

    def plus(self, other: "Figures") -> "Figures":
        """The sums of two."""
        return Figures(*(getattr(self, name) + getattr(other, name) for name in self.__struct_fields__))

    def cost(self, *, cost_of_goods: int, use: int) -> int:
        """What it cost the shop in the period, in minor units; vouchers for nothing as far as they are used.

        `cost_of_goods` and `use` are in hundredths of a percent. Goods cost that share of their price, money costs
        all of it.
        """
        goods = self.used_goods * WHOLE + self.given_goods * use
        money = self.used_money * WHOLE + self.given_money * use
        return (goods * cost_of_goods // WHOLE + money) // WHOLE + self.off + self.guests_off

    @property
    def unused(self) -> int:
        """The share of the points given that was not used, or not yet (hundredths of a percent)."""
        return WHOLE - self.used * WHOLE // self.given if self.given else 0
