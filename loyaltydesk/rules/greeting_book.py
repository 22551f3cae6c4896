"""The ready words of greetings in a language, from `resources/greetings`: wordings, salutations, closings, plurals."""

import tomllib
from functools import lru_cache
from pathlib import Path

import msgspec
from msgspec import Struct, field

from loyaltydesk.model.greetings import GreetingText, Register
from loyaltydesk.words import LANGUAGES

FOLDER = Path(__file__).parents[2] / "resources" / "greetings"
_BOTH = "both"


class CallText(Struct, frozen=True):
    """A message to be sent and a sentence to be said."""

    message: str
    spoken: str


class GiftText(Struct, frozen=True):
    """What is said of a gift."""

    voucher: str
    points: str


class Salutations(Struct, frozen=True):
    """How somebody is addressed, the best first; the first one whose fields are all known counts."""

    formal: tuple[str, ...]
    familiar: tuple[str, ...]
    company: str


class Book(Struct, frozen=True):
    """Everything that is ready in one language; `date` is a pattern of the Unicode CLDR."""

    date: str
    plural: dict[str, dict[str, str]]
    salutations: Salutations
    closings: dict[str, tuple[str, ...]]
    gift: GiftText
    calls: dict[str, dict[str, tuple[CallText, ...]]]
    texts: dict[str, dict[str, tuple[GreetingText, ...]]] = field(default_factory=dict)

    def wordings(self, key: str, register: Register) -> tuple[GreetingText, ...]:
        """The wordings of a kind of greeting for one register, those for either among them."""
        known = self.texts.get(key, {})
        return known.get(_BOTH, ()) + known.get(register.value, ())

    def call_texts(self, kind: str, register: Register) -> tuple[CallText, ...]:
        """What can be said about a kind of call, the better first."""
        known = self.calls.get(kind, {})
        return known.get(register.value, ()) + known.get(_BOTH, ())

    def addressing(self, register: Register) -> tuple[str, ...]:
        """The salutations of a register, the best first."""
        return self.salutations.formal if register is Register.FORMAL else self.salutations.familiar


@lru_cache(maxsize=len(LANGUAGES))
def book(language: str) -> Book:
    """What is ready in a language (a key of LANGUAGES)."""
    told = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    plain = {name: told.pop(name) for name in Book.__struct_fields__ if name in told}
    return msgspec.convert({**plain, "texts": told}, Book)


def counted(language: str, noun: str, *, number: int) -> str:
    """So many years, points …, in the plural form that the number needs (by the Unicode CLDR)."""
    from babel.core import Locale  # it takes a tenth of a second

    forms = book(language).plural[noun]
    form = forms.get(Locale.parse(language).plural_form(number), forms["other"])
    return form.replace("{n}", str(number))
