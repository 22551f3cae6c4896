"""Cards of before in a CSV file: the number their bars say, what stands on them for people, the kind of the bars.

The first row names the columns, in English, Polish, Latvian or Russian, or is the first card already.
"""

from functools import lru_cache

from loyaltydesk.exchange.encodings import decoded, header, headers, table, unwrapped
from loyaltydesk.model.old_cards import OldCard
from loyaltydesk.model.refusals import BadRequest

_NAMES = {
    "number": "number, code, card, card number, barcode, coded, numer, kod, karta, numer karty, kod kreskowy, numurs, "
    "kods, karte, kartes numurs, svītrkods, номер, код, карта, номер карты, штрихкод",
    "printed": "printed, printed number, shown, human number, nadruk, numer na karcie, drukowany, drukāts, "
    "drukātais numurs, uz kartes, напечатано, номер на карте, на карте",
    "symbology": "symbology, kind, type, barcode type, barcode kind, rodzaj, rodzaj kodu, typ, veids, svītrkoda veids, "
    "вид, тип, вид штрихкода",
}
_USUAL = ("number", "printed", "symbology")


def read(content: bytes) -> list[OldCard]:
    """The cards of a file, with the numbers of their rows. Raises BadRequest for a file that has none."""
    rows = table(decoded(content), score=lambda cells: max(sum(bool(_field(cell)) for cell in cells), len(cells) > 1))
    columns = [_field(cell) for cell in rows[0].cells] if rows else []
    if "number" in columns:
        rows = rows[1:]
    elif rows and any(character.isdigit() for character in rows[0].cells[0]):
        columns = list(_USUAL)
    else:
        rows = []
    if not rows:
        raise BadRequest("file", "no_cards")
    return [_card(row.number, dict(zip(columns, row.cells, strict=False))) for row in rows]


def _card(row: int, told: dict[str, str]) -> OldCard:
    number, printed, symbology = (_cell(told.get(name, "")) for name in _USUAL)
    return OldCard(number, printed, symbology, row)


def _cell(text: str) -> str:
    """What somebody meant: without the ="…" or the apostrophe by which a spreadsheet is told that figures are text."""
    return unwrapped(text).removeprefix("'")


def _field(cell: str) -> str:
    return _headers().get(header(cell), "")


@lru_cache(maxsize=1)
def _headers() -> dict[str, str]:
    return headers(_NAMES)
