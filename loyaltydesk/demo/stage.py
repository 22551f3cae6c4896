"""What the demo shop is made from: names, notes and particulars of the shop, out of `resources/demo`."""

import tomllib
from datetime import date, datetime, tzinfo
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any
from unicodedata import normalize

from msgspec import Struct

FOLDER = Path(__file__).parents[2] / "resources" / "demo"


class Stage(Struct, frozen=True):
    """The demo shop in one language: who keeps it, what is written down in it, and where its customers are from."""

    language: str
    name: str
    line: str
    address: str
    region: str
    currency: str
    till: str
    cashiers: tuple[str, ...]
    people: dict[str, int]  # shares in a hundred
    companies: tuple[tuple[str, str], ...]  # name, tax number
    notes: tuple[str, ...]
    reasons: tuple[str, ...]
    consent: str
    homes: tuple[str, ...]  # addresses, with # for the number of a house
    day: tuple[str, str]  # MM-DD and name of one that the shop keeps itself
    voices: tuple[tuple[str, str, str], ...]  # kind, what was said, and the answer or nothing
    heard: tuple[tuple[str, str, str], ...]  # the same, of people who are not known
    same: str  # what the first of `voices` says, by somebody else
    pledges: tuple[tuple[str, str, str], ...]  # kind, days from the last day, what is promised


class Year(Struct, frozen=True):
    """The time that is played, from `start` to the moment `end`: on which stage, and by which throw of the dice."""

    stage: Stage
    start: date
    end: datetime
    chance: Random

    @property
    def until(self) -> date:
        """The last day."""
        return self.end.date()

    @property
    def zone(self) -> tzinfo | None:
        """The shop's own time."""
        return self.end.tzinfo


class Nation(Struct, frozen=True):
    """Names from one part of the world; a surname is his and hers."""

    region: str
    women: tuple[str, ...]
    men: tuple[str, ...]
    surnames: tuple[tuple[str, str], ...]


def stage(language: str) -> Stage:
    """The demo shop in `language`; in English where there is none."""
    shops = resource("shops")
    key = language if language in shops else "en"
    shop: dict[str, Any] = dict(shops[key])
    shop["companies"] = tuple((name, tax) for name, _, tax in (each.partition(" | ") for each in shop["companies"]))
    shop["day"] = tuple(shop["day"].split(" | "))
    for name in ("voices", "heard", "pledges"):
        shop[name] = tuple(_three(each) for each in shop[name])
    for name in ("cashiers", "notes", "reasons", "homes"):
        shop[name] = tuple(shop[name])
    return Stage(language=key, **shop)


def _three(said: str) -> tuple[str, str, str]:
    kind, text, answer = f"{said} | ".split(" | ")[:3]
    return kind, text, answer


def nation(key: str) -> Nation:
    """The names of a nation of `Stage.people`."""
    table = resource("people")[key]
    pairs = tuple((his, hers or his) for his, _, hers in (each.partition(" / ") for each in table["surnames"]))
    return Nation(table["region"], tuple(table["women"]), tuple(table["men"]), pairs)


def phone_pattern(region: str) -> str:
    """A phone number in `region` (ISO 3166), with # for any digit."""
    return str(resource("people")["phones"][region])


def latin(name: str) -> str:
    """`name` as e-mail addresses write it: small letters of ASCII and points."""
    table = resource("people")["latin"]
    letters = dict(zip(table["letters"], table["written"], strict=True))
    # First the letters that have a name of their own, for "й" is an "и" with an accent too.
    written = "".join(letters.get(letter, letter) for letter in normalize("NFC", name).lower())
    plain = normalize("NFD", written).encode("ascii", "ignore").decode()
    return ".".join("".join(letter for letter in word if letter.isalnum()) for word in plain.split())


@lru_cache(maxsize=3)
def resource(name: str) -> dict[str, Any]:
    """What a file of `resources/demo` holds."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
