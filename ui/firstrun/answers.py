"""What the first run asks, what it guesses from the computer, and the shop that is made of the answers."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QLocale

from loyaltydesk.desk import Desk
from loyaltydesk.model.money import currency
from loyaltydesk.model.refusals import FileReadOnly
from loyaltydesk.model.shop import ShopSettings
from loyaltydesk.rules.ready import READY, ready_programme
from loyaltydesk.words import LANGUAGES

# Where a language is at home, for a computer that says nothing of the kind: country and currency.
_HOMES = {"en": ("GB", "GBP"), "pl": ("PL", "PLN"), "lv": ("LV", "EUR"), "ru": ("RU", "RUB")}
_AS_SOLD = ("US", "GB")  # where a computer is that nobody ever told where it is


class Answers(Struct, frozen=True):
    """The answers so far; `region` is ISO 3166, `currency` ISO 4217, `programme` one of the ready ones."""

    language: str
    region: str
    currency: str
    name: str = ""
    line: str = ""
    programme: str = READY[0]

    def in_language(self, language: str, locale: QLocale) -> "Answers":
        """The same in another language, whose country and currency are guessed anew."""
        guess = guessed(language, locale)
        return replace(self, language=language, region=guess.region, currency=guess.currency)


def spoken(locale: QLocale) -> str:
    """The language of ours that a computer speaks; English when it speaks none of them."""
    code = QLocale.languageToCode(locale.language())
    return code if code in LANGUAGES else "en"


def guessed(language: str, locale: QLocale) -> Answers:
    """What somebody who speaks `language` at a computer set to `locale` will most likely answer."""
    region, money = _HOMES[language]
    spoken_here, here = QLocale.languageToCode(locale.language()), QLocale.territoryToCode(locale.territory())
    if not _is_country(here) or (spoken_here == "en" != language and here in _AS_SOLD):
        return Answers(language, region, money)
    return Answers(language, here, _known(locale.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)) or money)


def make_shop(path: Path, answers: Answers, now: Callable[[], datetime]) -> None:
    """Makes the shop that was asked for. Raises FileExists, FileReadOnly or DiskFull; then there is none."""
    make_room(path)
    text = ready_programme(answers.programme, answers.language, currency=currency(answers.currency))
    settings = ShopSettings(answers.name, answers.line, answers.language, answers.region)
    with Desk.making(path, text, now) as desk:
        desk.shop.save_settings(settings)


def make_room(path: Path) -> None:
    """Makes the folder in which a shop will be, on a computer that never had one. Raises FileReadOnly."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise FileReadOnly(str(path.parent)) from None


def _known(code: str) -> str:
    try:
        return currency(code).code
    except KeyError:
        return ""


def _is_country(code: str) -> bool:
    """Whether this is a country with phones, and none of "the world" (001) or "Europe" (150)."""
    from phonenumbers import SUPPORTED_REGIONS  # takes a moment, and only the first run needs it

    return code in SUPPORTED_REGIONS
