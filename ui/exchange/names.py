"""What encodings and delimiters are called for people."""

from loyaltydesk.exchange.text_tables import DELIMITERS, ENCODINGS
from loyaltydesk.words import mark, tr

_ENCODINGS = {
    "utf-8": "Unicode (UTF-8)",
    "utf-8-sig": "Unicode (UTF-8)",
    "utf-16": "Unicode (UTF-16)",
    "utf-16-le": "Unicode (UTF-16)",
    "utf-16-be": "Unicode (UTF-16)",
    "cp1250": mark("Central European (Windows-1250)"),
    "cp1251": mark("Cyrillic (Windows-1251)"),
    "cp1257": mark("Baltic (Windows-1257)"),
    "cp1252": mark("Western European (Windows-1252)"),
    "iso8859-2": mark("Central European (ISO 8859-2)"),
    "iso8859-13": mark("Baltic (ISO 8859-13)"),
    "iso8859-4": mark("Baltic (ISO 8859-4)"),
    "iso8859-5": mark("Cyrillic (ISO 8859-5)"),
    "koi8-r": mark("Cyrillic (KOI8-R)"),
    "cp866": mark("Cyrillic (DOS 866)"),
    "cp852": mark("Central European (DOS 852)"),
    "cp775": mark("Baltic (DOS 775)"),
}
_DELIMITERS = {
    ";": mark("Semicolon  ;"),
    ",": mark("Comma  ,"),
    "\t": mark("Tab"),
    "|": mark("Bar  |"),
}


def encodings(found: str) -> list[tuple[str, str]]:
    """The encodings to choose from and their names; the one that was found is always among them."""
    codes = [*ENCODINGS, *(() if _is_among(found) else (found,))]
    return [(_same(code, found), _name(code)) for code in codes]


def delimiters(found: str) -> list[tuple[str, str]]:
    """The delimiters to choose from and their names; the one that was found is always among them."""
    signs = [*DELIMITERS, *(() if found in DELIMITERS else (found,))]
    return [(sign, tr(_DELIMITERS[sign]) if sign in _DELIMITERS else sign) for sign in signs]


def _name(code: str) -> str:
    name = _ENCODINGS.get(code, code)
    return tr(name)


def _is_among(found: str) -> bool:
    return any(_ENCODINGS.get(found) == _ENCODINGS[code] for code in ENCODINGS)


def _same(code: str, found: str) -> str:
    """The very spelling that was found, where two of them have one name."""
    return found if _ENCODINGS.get(code) == _ENCODINGS.get(found, found) else code
