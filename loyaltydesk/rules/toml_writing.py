"""Writes the tables of a programme file as TOML: in a fixed order, with a line on what each table is for."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from loyaltydesk.words import mark, tr

Table = dict[str, Any]
Tables = dict[str, Table | list[Table]]

HEADING = mark("The rules of your programme. Whatever stands behind a # is a note to you.")
# What is written above the first table of each kind; the order is that of the file.
NOTES = {
    "programme": "",
    "points": mark("How points are counted, and how long they are valid."),
    "redeem": mark("Points as money: so many points take this much off a bill."),
    "returns": mark("What a return does when fewer points are left than it takes."),
    "tiers": mark("What lifts a customer to a tier, and over which time."),
    "tier": mark("Tiers for good customers, the lowest first."),
    "earn": mark("What brings points."),
    "multiply": mark("When points are multiplied."),
    "bonus": mark("Points on top, which are not multiplied."),
    "occasion": mark("What every customer gets once a year."),
    "reward": mark("What points can be exchanged for."),
    "stamp_card": mark("So many bought, and a voucher for it."),
    "promotion": mark("Money off without points."),
    "next_purchase": mark("Vouchers that a purchase brings for the next one."),
    "referral": mark("Points for customers who bring others."),
    "approval": mark("Changes by hand of more points than this need a second person."),
    "test_group": mark("Every so many new customers go without offers, to see what offers do."),
}
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def toml_text(tables: Mapping[str, Table | list[Table]]) -> str:
    """The file with these tables. Their keys must be bare ones: letters, digits, dashes."""
    blocks = [f"# {tr(HEADING)}"]
    for name, note in NOTES.items():
        table = tables.get(name)
        if not table:
            continue
        headed = [f"# {tr(note)}"] if note else []
        if isinstance(table, list):
            each = [_block(f"[[{name}]]", one) for one in table]
            blocks += ["\n".join((*headed, each[0])), *each[1:]]
        else:
            blocks.append("\n".join((*headed, _block(f"[{name}]", table))))
    return "\n\n".join(blocks) + "\n"


def _block(header: str, table: Table) -> str:
    return "\n".join((header, *(f"{key} = {_value(value)}" for key, value in table.items())))


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {_value(each)}' for key, each in value.items())} }}"
    return str(value)


def _text(text: str) -> str:
    """A basic string (TOML 1.0, “String”): quotes, backslashes and control characters are escaped."""
    return f'"{"".join(map(_sign, text))}"'


def _sign(sign: str) -> str:
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    return f"\\u{ord(sign):04X}" if ord(sign) < 0x20 or ord(sign) == 0x7F else sign
