"""Answer sheets and the codes on them: Q, six characters of the batch, three digits of the sheet, X, a check character.

The characters are those of Crockford's base 32 and the check character is that of ISO/IEC 7064, MOD 37,36, as on a
voucher, which begins with another letter. A number of the shop's own cards ends in five digits at least, and a sheet's
code never does, so that the two cannot be one, whatever prefix the shop has chosen.
"""

import re
from collections.abc import Callable

from msgspec import Struct

from loyaltydesk.model.codes import ALPHABET, bare, check_character
from loyaltydesk.model.surveys import Answer

BATCH = "survey_batch"  # the kind of the records
START, END = "Q", "X"
MOST_SHEETS = 500  # at once
_FORM = re.compile(f"{START}([0-9A-Z]{{6}})([0-9OIL]{{3}}){END}[0-9A-Z]")
_MEANT = str.maketrans("OIL", "011")  # what a hand writes in their place


class Batch(Struct, frozen=True):
    """Sheets that were made at once for one version of a survey, with a customer for each where they are personal."""

    id: str
    survey: str
    version: str
    count: int
    language: str = ""
    customers: tuple[str, ...] = ()


class Sheet(Struct, frozen=True):
    """One sheet of paper; `number` counts within its batch from 1, `answer` is there once it was entered."""

    code: str
    survey: str
    version: str
    number: int
    language: str = ""
    customer: str = ""
    answer: Answer | None = None


def new_batch(randbelow: Callable[[int], int]) -> str:
    """A random name for a batch: thirty bits."""
    number = randbelow(1 << 30)
    return "".join(ALPHABET[number >> shift & 31] for shift in range(0, 30, 5))


def sheet_code(batch: str, number: int) -> str:
    """The code of a sheet of a batch, whose number counts from 1 to 999."""
    body = f"{START}{batch}{number:03}{END}"
    return body + check_character(body)


def is_sheet_like(text: str) -> bool:
    """Whether `text`, tidied, has the form of a sheet's code, right or wrong."""
    return _FORM.fullmatch(bare(text)) is not None


def read_code(text: str) -> tuple[str, int] | None:
    """The batch and the number of the sheet with a code as scanned or typed; None for what is no such code."""
    found = _FORM.fullmatch(bare(text))
    if found is None:
        return None
    batch, number = found[1].translate(_MEANT), int(found[2].translate(_MEANT))
    return (batch, number) if number and sheet_code(batch, number)[-1] == bare(text)[-1] else None
