"""Puts greetings into words: chooses a wording, fills its fields, and leaves out what is not known of somebody."""

import re
from collections.abc import Mapping, Sequence
from hashlib import sha256

from msgspec import Struct

from loyaltydesk.model.greetings import OWN, Greeting, GreetingText, GreetingWords, Occasion, Register
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.rules.given_names import Gender, address
from loyaltydesk.rules.greeting_book import Book, CallText, book

FIELDS = ("name", "years", "age", "shop", "points", "voucher", "until", "day")
LONGEST = 1000  # letters of one wording
_FIELD = re.compile(r"\{([a-z]+)\}")
_CHOICE = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")  # hers and his
_SENTENCES = re.compile(r"(?<=[.!?…])\s+")
_HARMLESS = str.maketrans({"{": "(", "}": ")", "\n": " ", "\r": " "})


class Filling(Struct, frozen=True):
    """What is known of somebody: the values of fields by name (empty: not known), and she or he."""

    values: Mapping[str, str]
    gender: Gender | None = None

    def line(self, text: str) -> str | None:
        """`text` with everything filled in; None where something in it is not known."""
        if self.gender is None and _CHOICE.search(text):
            return None
        chosen = _CHOICE.sub(lambda match: match[1 if self.gender is Gender.WOMAN else 2], text)
        if any(not self.values.get(name) for name in _FIELD.findall(chosen)):
            return None
        return _FIELD.sub(lambda match: self.values[match[1]].translate(_HARMLESS), chosen).strip()

    def text(self, text: str) -> str:
        """`text` line by line without the sentences in which something is not known."""
        lines = []
        for line in text.splitlines():
            told = [filled for each in _SENTENCES.split(line) if (filled := self.line(each)) is not None]
            if any(told) or not line.strip():
                lines.append(" ".join(told))
        return "\n".join(lines).strip()


def filling(name: str, language: str, **values: str) -> Filling:
    """What is known of somebody with this (whole) name, and `values` of other fields."""
    addressed = address(name, language)
    return Filling({**values, "name": addressed.name}, addressed.gender)


def text_key(greeting: Greeting) -> str:
    """Under what the wordings of a greeting stand."""
    if greeting.also:
        return "both_days"
    if greeting.occasion is Occasion.BIRTHDAY and greeting.is_round:
        return "birthday_round"
    return greeting.key


def ready_texts(language: str, key: str, *, register: Register) -> tuple[GreetingText, ...]:
    """The ready wordings of a kind of greeting; one for any day of the shop's own."""
    return book(language).wordings("own" if key.startswith(OWN) else key, register)


def worded(
    greeting: Greeting, known: Filling, *, own: Sequence[GreetingText], register: Register, heading: str = ""
) -> GreetingWords:
    """A greeting in words: of the owner's `own` wordings where there are any, with the owner's `heading`."""
    ready, pages = ready_texts(greeting.language, text_key(greeting), register=register), book(greeting.language)
    found = _chosen(greeting, [each for each in own if _is_fit(each, known)])
    if found is None:
        complete = [each for each in ready if _is_complete(each, known)]
        found = _chosen(greeting, complete or list(ready))
    assert found is not None
    text = known.text(found.text)
    if found in ready:
        text = " ".join(part for part in (text, known.text(f"{pages.gift.voucher} {pages.gift.points}")) if part)
    return GreetingWords(
        heading=known.line(heading) or known.line(found.heading) or "",
        salutation=known.line(found.salutation) or salutation(greeting, known, register),
        text=text,
        closing=known.line(found.closing) or _closing(greeting, pages, register),
    )


def salutation(greeting: Greeting, known: Filling, register: Register) -> str:
    """How a greeting begins."""
    profile, pages = greeting.customer.profile, book(greeting.language)
    if profile.company and profile.name in ("", profile.company):
        return pages.salutations.company
    return addressed(pages, known, register)


def addressed(pages: Book, known: Filling, register: Register) -> str:
    """The best salutation whose fields are all known."""
    return next(line for each in pages.addressing(register) if (line := known.line(each)))


def call_words(texts: Sequence[CallText], known: Filling, salutation: str) -> tuple[str, str]:
    """What to send and what to say."""
    for each in texts:
        message, spoken = known.line(each.message), known.line(each.spoken)
        if message and spoken:
            return f"{salutation}{' ' if salutation.endswith('!') else chr(10)}{message}", spoken
    return salutation, salutation


def checked_text(text: GreetingText) -> GreetingText:
    """A wording of the owner's. Raises BadRequest for an unknown field, a brace alone, nothing at all, or too much."""
    for part in (text.heading, text.text, text.salutation, text.closing):
        if len(part) > LONGEST:
            raise BadRequest("text", "too_long")
        bare = _CHOICE.sub("", part)
        unknown = next((name for name in _FIELD.findall(bare) if name not in FIELDS), "")
        if unknown:
            raise BadRequest(unknown, "unknown_field")
        if re.search("[{}]", _FIELD.sub("", bare)):
            raise BadRequest("text", "lone_brace")
    if not text.heading.strip() or not text.text.strip():
        raise BadRequest("text", "missing")
    return text


# --- inside


def _chosen(greeting: Greeting, texts: Sequence[GreetingText]) -> GreetingText | None:
    """One of some wordings: not the same for everybody, and for one customer not the same in two years running."""
    if not texts:
        return None
    start = int.from_bytes(sha256(f"{greeting.key}/{greeting.customer.id}".encode()).digest()[:4])
    return texts[(start + greeting.day.year) % len(texts)]


def _is_fit(text: GreetingText, known: Filling) -> bool:
    return known.line(text.heading) is not None and bool(known.text(text.text))


def _is_complete(text: GreetingText, known: Filling) -> bool:
    return known.line(text.heading) is not None and known.line(text.text) is not None


def _closing(greeting: Greeting, pages: Book, register: Register) -> str:
    closings = pages.closings[register.value]
    return closings[(greeting.seed >> 8) % len(closings)]
