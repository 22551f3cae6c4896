"""Looks sentences up in gettext catalogues; English is the source and needs none.

One catalogue a language (`resources/translations/<language>.mo`) serves the window, the command line and printed
paper, so a voucher can be worded in the customer's language while the window speaks the cashier's.
"""

from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

LANGUAGES = {"en": "English", "pl": "Polski", "lv": "Latviešu", "ru": "Русский"}
TRANSLATIONS = Path(__file__).parents[2] / "resources" / "translations"


class Words:
    """The sentences of one language."""

    def __init__(self, language: str, translations: NullTranslations) -> None:
        self.language = language
        self._translations = translations

    def tr(self, text: str) -> str:
        """The sentence `text` (English) in this language, or `text` itself when it has no translation."""
        return self._translations.gettext(text)

    def trc(self, context: str, text: str) -> str:
        """As `tr`, for a word whose meaning hangs on its place (`context`)."""
        return self._translations.pgettext(context, text)

    def tr_n(self, one: str, many: str, count: int) -> str:
        """The plural form that `count` needs, with `{n}` left in place for the caller to format."""
        return self._translations.ngettext(one, many, abs(count))


@lru_cache(maxsize=len(LANGUAGES))
def words_in(language: str) -> Words:
    """The words of `language` (a key of LANGUAGES); English for one we do not speak."""
    path = TRANSLATIONS / f"{language}.mo"
    if language not in LANGUAGES or not path.exists():
        return Words("en" if language not in LANGUAGES else language, NullTranslations())
    with path.open("rb") as file:
        return Words(language, GNUTranslations(file))


class _Active:
    """The language this process speaks now."""

    words = Words("en", NullTranslations())


def use(language: str) -> None:
    """From here on `tr`, `trc` and `tr_n` speak `language`."""
    _Active.words = words_in(language)


def active() -> Words:
    """The words now in use."""
    return _Active.words


def tr(text: str) -> str:
    """The sentence `text` in the language in use. Never an f-string: fill it with `.format()` afterwards."""
    return _Active.words.tr(text)


def trc(context: str, text: str) -> str:
    """As `tr`, told apart by `context`."""
    return _Active.words.trc(context, text)


def tr_n(one: str, many: str, count: int) -> str:
    """The plural form for `count` in the language in use."""
    return _Active.words.tr_n(one, many, count)


def mark(text: str) -> str:
    """Names a sentence for translation where it is written down, to be looked up by `tr` where it is used."""
    return text
