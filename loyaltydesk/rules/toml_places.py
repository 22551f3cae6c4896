"""Finds the line of a TOML text on which a key stands, so that a refusal can point at it."""

import re

_HEADER = re.compile(r"\s*(\[\[?)([^\[\]]+)\]\]?\s*(#.*)?$")
_KEY = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*[.=]""")
_STEP = re.compile(r"\[(\d+)\]|\.?([^.\[\]]+)")

Path = tuple[str | int, ...]


def path_of(written: str) -> Path:
    """`$.earn[0].of` as ("earn", 0, "of")."""
    return tuple(int(number) if number else name for number, name in _STEP.findall(written.removeprefix("$")))


def place(text: str, path: Path) -> str:
    """The place of `path` in `text` for a person: "line 12: earn[0].of"; without a line when it is not written."""
    name = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")
    lines = _lines(text)
    if (*path, 0) in lines:  # an array of tables stands where its first one does
        return f"line {lines[*path, 0]}: {name}"
    for length in range(len(path), 0, -1):
        if path[:length] in lines:
            return f"line {lines[path[:length]]}: {name}"
    return name


def _lines(text: str) -> dict[Path, int]:
    """The line of each table and key; keys inside an inline table stand on the line of that table."""
    found: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    inside = ""  # the quotes of a text over several lines
    for number, line in enumerate(text.split("\n"), 1):
        if inside:
            inside = "" if inside in line else inside
            continue
        if header := _HEADER.match(line):
            table = _table(header[2], counts, new=header[1] == "[[")
            found.setdefault(table, number)
        elif key := _KEY.match(line):
            found.setdefault((*table, key[1] or key[2] or key[3]), number)
        inside = next((quotes for quotes in ('"""', "'''") if line.count(quotes) % 2), "")
    return found


def _table(dotted: str, counts: dict[Path, int], *, new: bool) -> Path:
    """The path of a header, with the number of the array's element that it opens or lies in."""
    path: Path = ()
    names = [name.strip().strip("\"'") for name in dotted.split(".")]
    for place_in_header, name in enumerate(names):
        path = (*path, name)
        if new and place_in_header == len(names) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path
