"""The owner's own words on a card, with fields that stand for what is the card's: {name}, {tier}, {since} and so on."""

import re
from collections.abc import Mapping
from typing import Final

from loyaltydesk.words import mark

# Each field, and what it is called where somebody chooses one.
FIELDS: Final = {
    "name": mark("Name"),
    "tier": mark("Tier"),
    "since": mark("Year of joining"),
    "number": mark("Card number"),
    "shop": mark("Shop name"),
}
_FIELD = re.compile("{(" + "|".join(FIELDS) + ")}")


def has_own_fields(text: str) -> bool:
    """Whether `text` differs from card to card."""
    return any(found.group(1) != "shop" for found in _FIELD.finditer(text))


def filled(text: str, values: Mapping[str, str]) -> str:
    """`text` with its fields filled; nothing at all where one of them is empty, as half a sentence says too little.

    Other braces stay as they are, and what is filled in is not looked at again.
    """
    if any(not values.get(found.group(1), "") for found in _FIELD.finditer(text)):
        return ""
    return _FIELD.sub(lambda found: values[found.group(1)], text)
