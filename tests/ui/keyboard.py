"""Plays a person and a scanner at a window with made-up times, so that a test needs neither to wait nor to be quick."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_UNSHIFTED = dict(zip('!@#$%^&*()_+{}:"~|<>?', "1234567890-=[];'`\\,./", strict=True))
_PLACES = "\0\x001234567890-=\0\0qwertyuiop[]\0\0asdfghjkl;'`\0\\zxcvbnm,./\0\0\0 "
_X11 = 8


class Stroke(NamedTuple):
    """One key as the window system tells of it; `place` is its X11 key code, 0 for none."""

    key: int
    place: int = 0
    text: str = ""
    modifiers: Qt.KeyboardModifier = NONE
    repeated: bool = False


ENTER, TAB = Stroke(Qt.Key.Key_Return, 36, "\r"), Stroke(Qt.Key.Key_Tab, 23, "\t")
IDLE = Stroke(Qt.Key.Key_ScrollLock, 78)  # means nothing to anybody
_SHIFT_KEY = Stroke(Qt.Key.Key_Shift, 50)


class Keyboard:
    """A US keyboard before the top-level `window`.

    The computer reads it by `layout`: what each character of a US keyboard becomes there, itself where it is not
    named. Events come to the window as from the window system: Qt's question about shortcuts, press and release. They
    set no shortcut off; for that, use `qtbot.keyClick(window.windowHandle(), …)`.
    """

    def __init__(self, window: QWidget, layout: Mapping[str, str] | None = None) -> None:
        self.window = window
        self.layout = layout or {}
        self.now = 1_000_000

    def scan(self, code: str, *, gap_ms: int = 5, end: str = "\r") -> None:
        """A scanner reads `code` and sends `end` after it."""
        self.now += 1000
        for character in code + end:
            self.click(character, gap_ms=gap_ms)

    def type(self, text: str, *, gap_ms: int = 120) -> None:
        """A person types `text` (`\\r` is Enter, `\\t` Tab) and pauses, so that all of it has arrived."""
        for character in text:
            self.click(character, gap_ms=gap_ms)
        self.pause()

    def pause(self) -> None:
        """A second passes."""
        self.strike(IDLE, gap_ms=1000)

    def click(self, character: str, *, gap_ms: int = 120) -> None:
        """The key of `character` goes down and up, with Shift where it needs one, `gap_ms` after the last."""
        stroke = self.stroke(character)
        if stroke.modifiers == SHIFT:
            self.send(QEvent.Type.KeyPress, _SHIFT_KEY)
        self.strike(stroke, gap_ms=gap_ms)
        if stroke.modifiers == SHIFT:
            self.send(QEvent.Type.KeyRelease, _SHIFT_KEY)

    def stroke(self, character: str) -> Stroke:
        """The key of `character`, Enter and Tab included, under this layout."""
        if character in "\r\n\t":
            return TAB if character == "\t" else ENTER
        plain = _UNSHIFTED.get(character, character.lower())
        text = self.layout.get(character, character)
        place = _X11 + _PLACES.index(plain) if plain in _PLACES else 0
        return Stroke(ord(text.upper()[0]), place, text, NONE if plain == character else SHIFT)

    def strike(self, stroke: Stroke, *, gap_ms: int = 120) -> None:
        """Any key goes down and up, `gap_ms` after the last."""
        self.now += gap_ms
        self.down(stroke)
        self.up(stroke)

    def down(self, stroke: Stroke) -> None:
        """A key goes down now."""
        self.send(QEvent.Type.ShortcutOverride, stroke)
        self.send(QEvent.Type.KeyPress, stroke)

    def up(self, stroke: Stroke) -> None:
        """A key comes up now."""
        self.send(QEvent.Type.KeyRelease, stroke)

    def send(self, kind: QEvent.Type, stroke: Stroke) -> None:
        """The bare event."""
        event = QKeyEvent(kind, stroke.key, stroke.modifiers, stroke.place, 0, 0, stroke.text, stroke.repeated)
        event.setTimestamp(self.now)
        QCoreApplication.sendEvent(self.window.windowHandle(), event)
