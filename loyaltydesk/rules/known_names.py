"""The given names whose form and gender can be told: those of the calendars of name days, and more of our own."""

import csv
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from loyaltydesk.rules.namedays import FOLDER

FILE = Path(__file__).parents[2] / "resources" / "greetings" / "names.toml"


@lru_cache(maxsize=4)
def known(language: str) -> Mapping[str, str]:
    """Every known given name of pl, lv or ru, by its small letters, as it is written."""
    with (FOLDER / f"{language}.csv").open(encoding="utf-8", newline="") as file:
        names = [row["name"] for row in csv.DictReader(file)]
    lists = ("more", "men_in_a", "women_without_a", "women_in_o", "women_in_soft_sign")
    names += [name for each in lists for name in names_of(language, each)]
    return {name.casefold(): name for name in names if " " not in name}


@lru_cache(maxsize=32)
def names_of(language: str, which: str) -> frozenset[str]:
    """One of the lists of names of a language; empty where there is none."""
    return frozenset(str(_told()[language].get(which, "")).split())


def exceptions(language: str) -> Mapping[str, str]:
    """The vocatives that no rule gives."""
    forms: Mapping[str, str] = _told()[language].get("vocatives", {})
    return forms


@lru_cache(maxsize=1)
def _told() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))
