"""Reads the cells of other people's tables: text, numbers that are names, points, yes and no, languages."""

import re
from functools import lru_cache
from typing import Final

from loyaltydesk.exchange.encodings import header, headers, unwrapped
from loyaltydesk.model.refusals import BadRequest

MOST: Final = 2_000  # characters that a cell of ours can come from
_NOTHING = frozenset(("-", "–", "—", "n/a", "#n/a", "null", "nan", "brak", "nav", "b/d", "nd", "#ref!", "#value!", "?"))
_SHORTENED = re.compile(r"([0-9]+)(?:[.,]([0-9]*))?[Ee]\+?([0-9]{1,3})")
_POINT_ZERO = re.compile(r"([0-9]+)[.,]0+")
_WHOLE = re.compile(r"([0-9]+)(?:[.,]0{1,2})?|([0-9]{1,3}(?:[., '’][0-9]{3})+)(?:[.,]0{1,2})?")
_UNIT = re.compile(r"\s*[^\W\d]{1,7}\.?$")
_BLANKS = re.compile(r"[\s\u00a0\u202f\u2009]+")
_LANGUAGES = {
    "en": "en, eng, english, angielski, anglu, angļu, английский, англ",
    "pl": "pl, pol, polish, polski, poļu, польский, польск",
    "lv": "lv, lav, lat, latvian, łotewski, latviešu, latviski, latviesu valoda, латышский, лат",
    "ru": "ru, rus, russian, rosyjski, krievu, krieviski, русский, рус",
    "lt": "lt, lit, lithuanian, litewski, lietuviešu, литовский",
    "et": "et, est, estonian, estoński, igauņu, эстонский",
    "de": "de, deu, ger, german, niemiecki, vācu, немецкий",
    "uk": "uk, ukr, ua, ukrainian, ukraiński, ukraiņu, украинский",
}
_YES = frozenset("yes y true 1 x tak t ja j да д ok + ✓ ✔ on agreed zgoda piekrit согласен".split())
_NO = frozenset("no n false 0 nie ne nē н нет - off brak nav".split())


def cell_text(cell: str) -> str:
    """What somebody meant to stand in a cell: without ="…" around it, or the apostrophe that makes it text."""
    bare = unwrapped(cell) if cell.startswith(("=", " ", "\t", "\N{NO-BREAK SPACE}")) or cell[-1:].isspace() else cell
    bare = bare[1:] if bare[:1] == "'" and (bare[1:2] in "=+-@" or bare[1:2].isdigit()) else bare
    return "" if len(bare) < 8 and bare.lower() in _NOTHING else bare


def code_text(cell: str, field: str) -> str:
    """A number that is a name. Raises BadRequest for one of which a spreadsheet has kept the beginning only."""
    if not cell[:1].isdigit():
        return cell
    match = _SHORTENED.fullmatch(cell)
    if not match:
        zero = _POINT_ZERO.fullmatch(cell)
        return zero[1] if zero else cell
    fraction, power = match[2] or "", int(match[3])
    if len(fraction) < power or fraction[power:].strip("0"):
        raise BadRequest(field, "digits_lost")
    kept = fraction[:power]
    return match[1] + kept


def points_in(cell: str, field: str = "points") -> int:
    """Whole points, with or without thousands separators and a unit. Raises BadRequest."""
    bare = _BLANKS.sub(" ", _UNIT.sub("", cell)).strip().removeprefix("+")
    shortened = _SHORTENED.fullmatch(bare)
    if shortened:
        bare = code_text(bare, field)
    if bare[:1] in "-−" and bare[1:2].isdigit():
        raise BadRequest(field, "points_negative")
    match = _WHOLE.fullmatch(bare)
    if not match or len(bare) > 20:
        raise BadRequest(field, "points_unreadable")
    return int(match[1] or re.sub(r"[^0-9]", "", match[2]))


def consent_in(cell: str, heading: str) -> str:
    """What was agreed to: the words of the cell; for a mere yes those of the heading too; empty for a no."""
    word = cell.strip().casefold().rstrip(".!")
    if word in _NO:
        return ""
    return f"{heading}: {cell.strip()}" if heading and (word in _YES or len(word) <= 10) else cell.strip()


def language_in(cell: str) -> str:
    """The code of a language that is named by a code or in one of our languages; empty for any other."""
    name = header(cell)
    return _languages().get(name) or _languages().get(name.partition(" ")[0], "")


def first_email(cell: str) -> str:
    """The first address of a cell, which may have several, or a name around it."""
    found = re.search(r"[^\s<>,;:]+@[^\s<>,;:]+", cell)
    return found[0].removesuffix(".") if found else cell


def phones_in(cell: str) -> tuple[str, str]:
    """The first number of a cell, and what else stands there."""
    first, *rest = re.split(r"\s*(?:[,;|]|\s/\s|/(?=\s*\+)|\blub\b|\bvai\b|\bили\b|\bor\b)\s*", cell, maxsplit=1)
    return (first, rest[0]) if rest and sum(sign.isdigit() for sign in first) > 5 else (cell, "")


@lru_cache(maxsize=1)
def _languages() -> dict[str, str]:
    return headers(_LANGUAGES)
