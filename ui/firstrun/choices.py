"""The currencies and countries of the world by their names in the language in use, in the order of its alphabet."""

from collections.abc import Mapping

from PySide6.QtCore import QCollator, QLocale

from loyaltydesk.model.money import NO_DIGITS, THREE_DIGITS, TWO_DIGITS
from loyaltydesk.words import tr


def currencies(language: str) -> list[tuple[str, str]]:
    """Every currency a till can take: ISO 4217 code and name."""
    from babel import Locale  # takes a moment, and only the first run needs it

    names = Locale.parse(language).currencies
    codes = TWO_DIGITS | NO_DIGITS | THREE_DIGITS
    return _sorted({code: _named(names.get(code, code), code) for code in codes}, language)


def countries(language: str) -> list[tuple[str, str]]:
    """Every country with telephones: ISO 3166 code, and name with the country's calling code."""
    from babel import Locale
    from phonenumbers import SUPPORTED_REGIONS, country_code_for_region

    names = Locale.parse(language).territories
    return _sorted(
        {code: _named(names.get(code, code), f"+{country_code_for_region(code)}") for code in SUPPORTED_REGIONS},
        language,
    )


def _named(name: str, code: str) -> str:
    return tr("{name} ({code})").format(name=name[:1].upper() + name[1:], code=code)


def _sorted(names: Mapping[str, str], language: str) -> list[tuple[str, str]]:
    collator = QCollator(QLocale(language))
    return sorted(names.items(), key=lambda pair: collator.sortKey(pair[1]))
