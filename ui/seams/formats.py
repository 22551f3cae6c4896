"""Money, points and days as the shop's language writes them (QLocale); exact, for no figure passes through a float."""

import re
from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale

from loyaltydesk.model.money import Currency
from loyaltydesk.words import active

SYMBOLS = {
    "EUR": "€", "PLN": "zł", "RUB": "₽", "USD": "$", "GBP": "£", "UAH": "₴", "CZK": "Kč", "SEK": "kr", "NOK": "kr",
    "DKK": "kr", "HUF": "Ft", "JPY": "¥", "BYN": "Br", "KZT": "₸", "GEL": "₾", "TRY": "₺",
}  # fmt: skip
LOCALES = {"en": "en_GB", "pl": "pl_PL", "lv": "lv_LV", "ru": "ru_RU"}


class QtFormats:
    """How figures are written in one language and currency."""

    def __init__(self, language: str, currency: Currency) -> None:
        self.locale = QLocale(LOCALES.get(language, "en_GB"))
        self.currency = currency
        self.symbol = SYMBOLS.get(currency.code, currency.code)
        self._pattern = self._money_pattern()

    @property
    def day_pattern(self) -> str:
        """How Qt writes a day in full."""
        # numbers alone leave an English reader in doubt which is the month
        return "d MMM yyyy" if self.locale.language() is QLocale.Language.English else "dd.MM.yyyy"

    @property
    def decimal_sign(self) -> str:
        """The sign between whole units and their parts."""
        return self.locale.decimalPoint()

    def money(self, minor: int) -> str:
        """Minor units as money with its sign: €12.50, 12,50 €."""
        sign = self.locale.negativeSign() if minor < 0 else ""
        return sign + self._pattern.format(self.amount(abs(minor)))

    def price(self, minor: int) -> str:
        """The same as people say it, without decimals that are nothing: €12.50, €12."""
        whole, part = divmod(abs(minor), 10**self.currency.exponent)
        sign = self.locale.negativeSign() if minor < 0 else ""
        return self.money(minor) if part else sign + self._pattern.format(self.number(whole))

    def amount(self, minor: int) -> str:
        """Minor units as a number without the currency's sign: 12.50."""
        whole, part = divmod(abs(minor), 10**self.currency.exponent)
        sign = self.locale.negativeSign() if minor < 0 else ""
        decimals = f"{self.decimal_sign}{part:0{self.currency.exponent}d}" if self.currency.exponent else ""
        return f"{sign}{self.number(whole)}{decimals}"

    def number(self, number: int) -> str:
        """A whole number: 1,240."""
        return self.locale.toString(number)

    def signed(self, number: int) -> str:
        """A whole number with its sign: +245, −100."""
        return f"{'+' if number > 0 else '−' if number < 0 else ''}{self.number(abs(number))}"

    def day(self, day: date) -> str:
        """A day with its year: 14 Mar 2026, 14.03.2026."""
        return self.locale.toString(_qdate(day), self.day_pattern)

    def short_day(self, day: date) -> str:
        """Day and month: 14 Mar, 14.03."""
        return self.locale.toString(_qdate(day), self.day_pattern.removesuffix("yyyy").rstrip(" ."))

    def moment(self, at: datetime) -> str:
        """A day with the time of day: 14 Mar 2026 10:05."""
        return f"{self.day(at.date())} {at:%H:%M}"

    def month(self, month: int) -> str:
        """The short name of a month (1 to 12): Mar."""
        return self.locale.standaloneMonthName(month, QLocale.FormatType.ShortFormat)

    def _money_pattern(self) -> str:
        """Where the language puts the sign of the currency: "€{}" or "{} €"."""
        symbol = self.symbol if len(self.symbol) < 3 else f"{self.symbol}\N{NO-BREAK SPACE}"
        shown = self.locale.toCurrencyString(0, symbol).replace("\N{NO-BREAK SPACE}" * 2, "\N{NO-BREAK SPACE}").rstrip()
        return re.sub(r"[0-9][0-9.,]*", "{}", shown.replace("{", "").replace("}", ""), count=1)


def formats_without_shop() -> QtFormats:
    """How figures are written where no programme says in which currency: in the language in use."""
    return QtFormats(active().language, Currency("EUR", 2))


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
