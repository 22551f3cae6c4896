"""A date of birth as people write it, day first, with or without the year: 14.03.1990 or 14.03."""

import re

from loyaltydesk.model.customers import checked_birth_date
from loyaltydesk.words import tr

_DAY_FIRST = re.compile(r"([0-9]{1,2})[.,/ -]+([0-9]{1,2})(?:[.,/ -]+([0-9]{4}))?[.,/ -]*")


def written(kept: str) -> str:
    """A kept date (YYYY-MM-DD or --MM-DD) as somebody would write it; empty stays empty."""
    if not kept:
        return ""
    year, month, day = kept[:-6].strip("-"), kept[-5:-3], kept[-2:]
    return f"{day}.{month}.{year}" if year else f"{day}.{month}"


def read(text: str) -> str:
    """What somebody wrote as it is kept: day first, or as ISO 8601 has it. Raises BadRequest for no date at all."""
    text = text.strip()
    match = _DAY_FIRST.fullmatch(text)
    if match:
        text = f"{match[3] or '-'}-{int(match[2]):02d}-{int(match[1]):02d}"
    return checked_birth_date(text) if text else ""


def hint() -> str:
    """How to write it."""
    return tr("14.03.1990, or 14.03 without the year")


def refusal() -> str:
    """What to tell somebody whose date cannot be read; the desk's own sentence speaks of how it is kept."""
    return tr("This is no date of birth. Write it as 14.03.1990, or 14.03 without the year.")
