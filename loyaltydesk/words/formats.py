"""Money, points and days as people read them, where there is no Qt: on the command line and in the link."""

from datetime import date
from functools import lru_cache
from types import ModuleType
from typing import Protocol

from loyaltydesk.model.money import Currency


class Formats(Protocol):
    """How figures are written in one language."""

    @property
    def decimal_sign(self) -> str:
        """The sign between whole units and their parts."""
        ...

    def money(self, minor: int) -> str:
        """Minor units as money with its sign: €12.50."""
        ...

    def price(self, minor: int) -> str:
        """The same as people say it, without decimals that are nothing: €12.50, €12."""
        ...

    def number(self, number: int) -> str:
        """A whole number: 1,240."""
        ...

    def day(self, day: date) -> str:
        """A day: 14 Mar 2026."""
        ...


class BabelFormats:
    """Figures by the Unicode CLDR, as Babel carries it."""

    def __init__(self, language: str, currency: Currency) -> None:
        self._locale = "en_GB" if language == "en" else language
        self._currency = currency

    @property
    def decimal_sign(self) -> str:
        """The sign between whole units and their parts."""
        sign: str = _babel("numbers").get_decimal_symbol(self._locale)
        return sign

    def money(self, minor: int) -> str:
        """Minor units as money with its sign: €12.50."""
        return self._written(minor, self._currency.exponent)

    def price(self, minor: int) -> str:
        """The same as people say it, without decimals that are nothing: €12.50, €12."""
        return self._written(minor, self._currency.exponent if minor % 10**self._currency.exponent else 0)

    def number(self, number: int) -> str:
        """A whole number: 1,240."""
        written: str = _babel("numbers").format_decimal(number, locale=self._locale)
        return written

    def day(self, day: date) -> str:
        """A day: 14 Mar 2026."""
        written: str = _babel("dates").format_date(day, format="medium", locale=self._locale)
        return written

    def _written(self, minor: int, decimals: int) -> str:
        """Minor units as money in the language's own pattern, with so many decimals."""
        from decimal import Decimal

        pattern: str = _babel("core").Locale.parse(self._locale).currency_formats["standard"].pattern
        pattern = pattern.replace(".00", "." + "0" * decimals if decimals else "")
        amount = Decimal(minor).scaleb(-self._currency.exponent)
        written: str = _babel("numbers").format_currency(
            amount, self._currency.code, locale=self._locale, currency_digits=False, format=pattern
        )
        return written


@lru_cache(maxsize=4)
def _babel(name: str) -> ModuleType:
    """A part of Babel, imported when a figure is written at last: it takes a tenth of a second."""
    from importlib import import_module

    return import_module(f"babel.{name}")
