"""How somebody is addressed by their given name: the form that the language needs, and whether it is he or she."""

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from loyaltydesk.rules import vocative_lv, vocative_pl
from loyaltydesk.rules.known_names import known, names_of

LONGEST = 40  # letters of a given name on paper
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_PATRONYMIC = re.compile(r"[\u0400-\u04ff]+(?:(вна|ична|инична)|(вич|ьич))", re.IGNORECASE)


class Gender(StrEnum):
    """Whether somebody is she or he, as far as a given name tells."""

    WOMAN = "woman"
    MAN = "man"


class Address(Struct, frozen=True):
    """The form of a name to address somebody with, empty when none is certain; None for a gender that is not known."""

    name: str
    gender: Gender | None


def address(name: str, language: str) -> Address:
    """How to address somebody of this (whole) name in pl, lv, ru or en."""
    gender = gender_of(name)
    if language in ("pl", "lv"):
        return Address(_vocative(name, language, gender=gender), gender)
    return Address(_first(name, language), gender)


def gender_of(name: str) -> Gender | None:
    """Whether a (whole) name is hers or his; None when it does not tell, or tells different things."""
    patronymic = next((match for word in name.split() if (match := _PATRONYMIC.fullmatch(word))), None)
    if patronymic:
        return Gender.WOMAN if patronymic[1] else Gender.MAN
    languages = ("ru",) if _CYRILLIC.search(name) else ("pl", "lv")
    said = {_gender(given, language) for language in languages if (given := _known_word(name, language))}
    return said.pop() if len(said) == 1 else None


# --- forms


def _vocative(name: str, language: str, *, gender: Gender | None) -> str:
    """The vocative of the known given name; of each half where there is a hyphen."""
    for word in _words(name):
        forms = [_vocative_of(part, language, gender=gender) for part in word.split("-")]
        if all(forms):
            return "-".join(form for form in forms if form)
    return ""


def _vocative_of(word: str, language: str, *, gender: Gender | None) -> str | None:
    given = known(language).get(word.casefold())
    if given is None:
        return None
    if language == "lv":
        return vocative_lv.vocative(given)
    own = _gender(given, "pl")
    if own is None or (gender is not None and own is not gender):
        return None
    return vocative_pl.vocative(given, is_woman=own is Gender.WOMAN)


def _first(name: str, language: str) -> str:
    """The given name as it stands, with the patronymic where somebody told it; empty for what is no name."""
    words = list(_words(name))
    given = _known_word(name, "ru") or (words[0] if words else "")
    if not given or len(given) > LONGEST or not given[0].isalpha():
        return ""
    if language == "ru":
        patronymic = next((word for word in words if _PATRONYMIC.fullmatch(word)), "")
        return f"{given} {patronymic}".strip() if patronymic != given else given
    return given


# --- words of a name


def _words(name: str) -> Iterator[str]:
    """The words of a name without what is no letter around them; one in capitals gets small letters."""
    for word in unicodedata.normalize("NFC", name).split():
        bare = word.strip(".,;:!?()[]{}<>\"'„”“«»*_/\\|&")
        if bare:
            yield _capitalised(bare) if len(bare) > 1 and (bare.isupper() or bare.islower()) else bare


def _capitalised(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))


def _known_word(name: str, language: str) -> str:
    """The first word of a name that is a known given name, as the calendars write it; empty without one."""
    names = known(language)
    for word in _words(name):
        found = names.get(word.casefold()) or names.get(word.partition("-")[0].casefold())
        if found:
            return found
    return ""


def _gender(given: str, language: str) -> Gender | None:
    if given in names_of(language, "uncertain"):
        return None
    if given in names_of(language, "men_in_a"):
        return Gender.MAN
    if any(given in names_of(language, each) for each in ("women_without_a", "women_in_o", "women_in_soft_sign")):
        return Gender.WOMAN
    if language == "lv" and given[-1] not in "aesšo":
        return None
    ends_hers = {"pl": "a", "lv": "ae", "ru": "ая"}[language]
    return Gender.WOMAN if given[-1] in ends_hers else Gender.MAN
