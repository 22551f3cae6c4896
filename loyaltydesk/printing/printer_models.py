"""The models of slip printers that python-escpos knows: how wide they print, and what else they can do."""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from msgspec import Struct

from loyaltydesk.printing.scene import MM_PER_INCH
from loyaltydesk.printing.slip import Roll
from loyaltydesk.printing.slip_printer import DOTS, LETTERS, SlipPrinter

FEWEST = 32  # letters in a line of 80 mm paper


class Model(Struct, frozen=True):
    """A model by its key, with the dots and the letters of a line where they are known."""

    key: str
    name: str
    dots: int = 0
    letters: int = 0
    draws: bool = True


@cache
def models() -> dict[str, Model]:
    """All models by their key, by name; those of no maker are left out, and displays, which have no paper."""
    found = find_spec("escpos")  # its own way in would write to a folder of its own
    places = found.submodule_search_locations if found else None
    if not places:
        return {}
    profiles = json.loads((Path(next(iter(places))) / "capabilities.json").read_bytes())["profiles"]
    known = [
        _model(key, profile)
        for key, profile in profiles.items()
        if profile["vendor"] != "Generic" and "Display" not in profile["name"]
    ]
    return {model.key: model for model in sorted(known, key=lambda each: each.name.casefold())}


def _model(key: str, profile: dict[str, Any]) -> Model:
    dots = profile["media"]["width"].get("pixels")
    letters = profile["fonts"].get("0", {}).get("columns")
    return Model(
        key,
        f"{profile['vendor']} {profile['name'].removeprefix(profile['vendor'])}".replace("  ", " ").strip(),
        dots if isinstance(dots, int) else 0,
        letters if isinstance(letters, int) else 0,
        bool(profile["features"].get("bitImageRaster")),
    )


def dots_of(printer: SlipPrinter) -> int:
    """How many dots of a line a printer prints: those of its model where that has fewer than its paper has room for."""
    model, most = models().get(printer.model), DOTS[printer.roll]
    return min(most, model.dots) if model and model.dots else most


def dpi_of(printer: SlipPrinter) -> float:
    """How many of its dots are an inch."""
    _wide, printable = printer.roll.value
    return dots_of(printer) / printable * MM_PER_INCH


def letters_of(printer: SlipPrinter) -> int:
    """How many of its own letters a printer sets in a line."""
    model = models().get(printer.model)
    usual = LETTERS[printer.roll]
    # Some are said to have a dozen, which is how wide a letter is.
    return model.letters if model and printer.roll is Roll.MM80 and model.letters >= FEWEST else usual
