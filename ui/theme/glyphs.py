"""The pictures of the style sheet (ticks, arrows, signs), tinted and handed to Qt as a resource in memory.

A style sheet names pictures by file and cannot tint them, so each theme needs its own. As files they would cost up to
16 ms of the start and vanish from a full disk; as a resource they cost less than one. The format is the one that Qt's
resource compiler writes, version 1: a header, a tree of folder and files sorted by hash, the files, and the names.
"""

import struct
from collections.abc import Mapping

from PySide6.QtCore import QResource

from ui.theme.icons import svg
from ui.theme.tokens import Colors

FOLDER = "glyph"
HEADER, IS_FOLDER, ANY_LANGUAGE = 20, 2, 1

# name in the template -> icon, colour role, width of its lines
GLYPHS = {
    "check": ("check", "on_accent", 3.5),
    "dash": ("minus", "on_accent", 3.5),
    "tick": ("check", "text", 2),
    "clear": ("x", "text_muted", 2),
    "down": ("chevron-down", "text_muted", 2),
    "down_off": ("chevron-down", "text_disabled", 2),
    "up": ("chevron-up", "text_muted", 2),
    "left": ("chevron-left", "text", 2),
    "right": ("chevron-right", "text", 2),
    "plus": ("plus", "text", 2),
    "plus_off": ("plus", "text_disabled", 2),
    "minus": ("minus", "text", 2),
    "minus_off": ("minus", "text_disabled", 2),
    "calendar": ("calendar", "text_muted", 2),
    "calendar_off": ("calendar", "text_disabled", 2),
    "critical": ("circle-alert", "danger", 2),
    "caution": ("triangle-alert", "warning", 2),
    "note": ("info", "info", 2),
    "ask": ("circle-question-mark", "info", 2),
    "folder_up": ("folder-up", "text", 2),
    "folder_new": ("folder-plus", "text", 2),
    "list": ("list", "text", 2),
    "rows": ("rows-3", "text", 2),
}


def glyph_paths(colors: Colors) -> dict[str, str]:
    """Where the sheet finds each glyph: its colour is in the name, because Qt remembers pictures by their name."""
    return {key: f":/{FOLDER}/{_file(name, getattr(colors, role))}" for key, (name, role, _stroke) in GLYPHS.items()}


def _file(name: str, colour: str) -> str:
    return f"{name}-{colour[1:]}.svg"


class Glyphs:
    """The glyphs of one theme, known to Qt while this object lives and has not been dropped."""

    def __init__(self, colors: Colors) -> None:
        """Tints the glyphs and hands them to Qt; RuntimeError when Qt does not take them."""
        drawn = {
            _file(name, getattr(colors, role)): svg(name, getattr(colors, role), stroke=stroke)
            for name, role, stroke in GLYPHS.values()
        }
        self._resource = _packed(drawn)  # Qt reads from these very bytes: they must stay where they are
        if not QResource.registerResourceData(self._resource):
            raise RuntimeError("Qt does not read the glyphs")

    def drop(self) -> None:
        """Takes the glyphs back from Qt, when another theme has brought its own."""
        QResource.unregisterResourceData(self._resource)


def _packed(files: Mapping[str, bytes]) -> bytes:
    """The files, in one folder, as a Qt resource."""
    names, content, places = bytearray(), bytearray(), {}
    for name in (FOLDER, *files):
        places[name] = len(names)
        names += struct.pack(">HI", len(name), _hash(name)) + name.encode("utf-16-be")
    # the root is entry 0 and has one child, entry 1; the folder's children begin at entry 2
    tree = struct.pack(">IHII", 0, IS_FOLDER, 1, 1) + struct.pack(">IHII", places[FOLDER], IS_FOLDER, len(files), 2)
    for name in sorted(files, key=_hash):
        tree += struct.pack(">IHHHI", places[name], 0, 0, ANY_LANGUAGE, len(content))
        content += struct.pack(">I", len(files[name])) + files[name]
    start_of_names = HEADER + len(tree) + len(content)
    head = struct.pack(">4sIIII", b"qres", 1, HEADER, HEADER + len(tree), start_of_names)
    return head + tree + bytes(content) + bytes(names)


def _hash(name: str) -> int:
    """Qt's hash of a name (the one of ELF files), by which it looks entries up."""
    value = 0
    for letter in name:
        value = (value << 4) + ord(letter)
        value = (value ^ ((value & 0xF0000000) >> 23)) & 0x0FFFFFFF
    return value
