"""Money, points and days as people read them, where there is no Qt: on the command line and in the link."""

from datetime import date
from functools import lru_cache
from types import ModuleType
from typing import Protocol

from loyaltydesk.model.money import Currency


class Formats(Protocol):
    """How figures are written in one language."""

    def money(self, minor: int) -> str:
        """Minor units as money with its sign: €12.50."""
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

    def money(self, minor: int) -> str:
        """Minor units as money with its sign: €12.50."""
        from decimal import Decimal

        amount = Decimal(minor).scaleb(-self._currency.exponent)
        written: str = _babel("numbers").format_currency(
            amount, self._currency.code, locale=self._locale, currency_digits=False, format=self._pattern()
        )
        return written

    def number(self, number: int) -> str:
        """A whole number: 1,240."""
        written: str = _babel("numbers").format_decimal(number, locale=self._locale)
        return written

    def day(self, day: date) -> str:
        """A day: 14 Mar 2026."""
        written: str = _babel("dates").format_date(day, format="medium", locale=self._locale)
        return written

    def _pattern(self) -> str:
        """The language's own pattern, with as many decimals as the currency has."""
        pattern: str = _babel("core").Locale.parse(self._locale).currency_formats["standard"].pattern
        decimals = "." + "0" * self._currency.exponent if self._currency.exponent else ""
        return pattern.replace(".00", decimals)


@lru_cache(maxsize=4)
def _babel(name: str) -> ModuleType:
    """A part of Babel, imported when a figure is written at last: it takes a tenth of a second."""
    from importlib import import_module

    return import_module(f"babel.{name}")
