"""Says what a key would type on a US keyboard, whatever layout the computer has active.

A scanner presses the keys of a US keyboard, and the computer reads them by its own layout: a scan of `LD-0123` arrives
as `ДВ-0123` under the Russian and as `LD)à&é"` under the French one. The physical key behind each event knows better.
"""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

# What the keys type, indexed by their number. PC keyboards: scan code set 1, and the Linux input event codes, which
# agree with it up to 83. Apple keyboards: the virtual key codes of HIToolbox/Events.h.
_PC = "\0\x001234567890-=\0\0qwertyuiop[]\0\0asdfghjkl;'`\0\\zxcvbnm,./\0\0\0 "
_APPLE = "asdfhgzxcv\0bqweryt123465=97-80]ou[ip\0lj'k;\\,/nm.\0 `"
_SHIFTED = dict(zip("1234567890-=[];'`\\,./", '!@#$%^&*()_+{}:"~|<>?', strict=True))
_X11_OFFSET = 8  # X11 key codes, and those Wayland reports, are the Linux ones and eight

_ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_MODIFIERS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_Super_L,
        Qt.Key.Key_Super_R,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
    }
)
_SHIFT, _ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
_COMMANDS = _ALT | Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier


def token(event: QKeyEvent, platform: str) -> str:
    """The character of the pressed key on a US keyboard, as `Press.token` wants it.

    `platform` is Qt's name of the window system (`xcb`, `wayland`, `windows`, `cocoa`). Caps Lock does not count: a
    scanner presses Shift for each capital it means. Without a physical key (number pad, a character the
    system composed, a test) the text of the event stands in.
    """
    key, modifiers = event.key(), event.modifiers()
    if _is_control(modifiers, platform):
        return _control_character(_us_character(event, platform) or event.text())
    if modifiers & _COMMANDS:
        return ""
    if key in _ENTERS:
        return "\r"
    if key == Qt.Key.Key_Tab:
        return "\t"
    if Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35:
        return f"F{key - Qt.Key.Key_F1 + 1}"
    text = _us_character(event, platform) or event.text()
    return text if len(text) == 1 and text.isascii() and text.isprintable() else ""


def is_bridge(event: QKeyEvent) -> bool:
    """Whether this key only prepares another: a modifier, or a digit of Alt and a number on the number pad.

    A scanner in Alt mode types the number of each character so; Windows makes the character of it, which comes as an
    event of its own.
    """
    composing = _ALT | Qt.KeyboardModifier.KeypadModifier
    return event.key() in _MODIFIERS or event.modifiers() & composing == composing


def is_deed(event: QKeyEvent) -> bool:
    """Whether this key does something at once and types nothing: Enter, Escape, a function key."""
    key = event.key()
    return key in _ENTERS or key == Qt.Key.Key_Escape or Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35


def identity(event: QKeyEvent) -> int:
    """A number that the press and the release of one physical key share."""
    return event.nativeScanCode() or -1 - event.key()


def copy(event: QKeyEvent) -> QKeyEvent:
    """The event once more, to be sent when Qt has long forgotten the first."""
    twin = QKeyEvent(
        QEvent.Type(event.type()),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
    twin.setTimestamp(event.timestamp())
    return twin


def _us_character(event: QKeyEvent, platform: str) -> str:
    if event.key() == 0:  # Windows composed a character by itself, and names the key that ended it
        return ""
    table, number = _place(event, platform)
    character = table[number] if 0 <= number < len(table) else "\0"
    if character == "\0":
        return ""
    if event.modifiers() & _SHIFT:
        return _SHIFTED.get(character, character.upper())
    return character


def _place(event: QKeyEvent, platform: str) -> tuple[str, int]:
    """The table of this window system and the key's number in it; a number outside the table for no physical key."""
    if platform == "cocoa":
        return _APPLE, event.nativeVirtualKey()
    if platform == "windows":
        return _PC, event.nativeScanCode()
    if platform == "xcb" or platform.startswith("wayland"):
        return _PC, event.nativeScanCode() - _X11_OFFSET
    return "", 0


def _is_control(modifiers: Qt.KeyboardModifier, platform: str) -> bool:
    """Whether Control alone is down; Qt calls the Control key of an Apple keyboard Meta."""
    control = Qt.KeyboardModifier.MetaModifier if platform == "cocoa" else Qt.KeyboardModifier.ControlModifier
    return modifiers & _COMMANDS == control


def _control_character(character: str) -> str:
    """What Control makes of `character` (ASCII): STX of B, LF of J."""
    folded = character.upper()
    if len(folded) == 1 and "@" <= folded <= "_":
        return chr(ord(folded) & 0x1F)
    return folded if len(folded) == 1 and folded < " " else ""
