"""The currencies of the world by their names in the language in use, in the order of its alphabet."""

from PySide6.QtCore import QCollator, QLocale

from loyaltydesk.model.money import NO_DIGITS, THREE_DIGITS, TWO_DIGITS
from loyaltydesk.words import tr


def currencies(language: str) -> list[tuple[str, str]]:
    """Every currency a till can take: ISO 4217 code and name."""
    from babel import Locale  # takes a moment, and only the first run needs it

    names = Locale.parse(language).currencies
    named = [(code, _named(names.get(code, code), code)) for code in TWO_DIGITS | NO_DIGITS | THREE_DIGITS]
    collator = QCollator(QLocale(language))
    return sorted(named, key=lambda pair: collator.sortKey(pair[1]))


def _named(name: str, code: str) -> str:
    return tr("{name} ({code})").format(name=name[:1].upper() + name[1:], code=code)
