"""Hears a scanner that plays keyboard, wherever the focus is, and keeps its keys out of every field.

It listens at the windows themselves (a filter on the whole application would see every event there is), holds back the
keys that may begin a code for `max_gap_ms` and 10 ms more, and sends them on when they were a person's. So a single
printable key must not be a shortcut of its own: shortcuts are looked for before a key is sent on. Function keys, Escape
and Alt with a key are never held.

A key that does something (Enter, Escape, F-keys) counts once, however long a finger rests on it: the second Enter would
answer a question that nobody has read.
"""

from time import monotonic_ns
from weakref import WeakSet

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ui.seams import keys
from ui.seams.burst import Burst, Decision, Held, Key, Press
from ui.seams.held_keys import HeldKeys
from ui.seams.scanner_settings import ScannerSettings

_KEY_EVENTS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})
_PATIENCE_MS = 10  # what a key may take from the window system to us


class Scanner(QObject):
    """The shop's scanner, for any number of windows; each code is told once, by `scanned`.

    `platform` is Qt's name of the window system, for tests that send the physical keys of another one.
    """

    scanned = Signal(str)
    rejected = Signal()  # a scanner for sure, but its code was too long, empty or cut short

    def __init__(
        self, app: QGuiApplication, settings: ScannerSettings | None = None, *, platform: str | None = None
    ) -> None:
        super().__init__(app)
        self._burst = Burst(settings or ScannerSettings())
        self._held = HeldKeys()
        self._windows: WeakSet[QWidget] = WeakSet()
        self._platform = QGuiApplication.platformName() if platform is None else platform
        self._enabled = True
        self._latest: QWindow | None = None
        self._released: tuple[int, int] | None = None
        self._foreseen: tuple[tuple[int, int], Decision] | None = None
        self._replayed: QKeyEvent | None = None
        self._looked_twice = False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setTimerType(Qt.TimerType.PreciseTimer)
        self._quiet.timeout.connect(self._on_quiet_passed)
        app.focusWindowChanged.connect(self._on_focus_window_changed)

    @property
    def settings(self) -> ScannerSettings:
        """How the scanner is expected to type."""
        return self._burst.settings

    @property
    def last_gap_ms(self) -> int:
        """The longest pause within the last scan, for `proposed_max_gap`; measure with `max_gap_ms` at its widest."""
        return self._burst.last_gap_ms

    def use(self, settings: ScannerSettings) -> None:
        """From here on expects a scanner that types by `settings`; keys held back are given back first."""
        self._give_back()
        self._burst = Burst(settings)

    def install(self, window: QWidget) -> None:
        """Listens at the top-level `window`, shown or not yet, and at every dialog that belongs to it."""
        self._windows.add(window)
        handle = window.windowHandle()
        if handle is not None:  # otherwise it is met when it gets the focus
            handle.installEventFilter(self)

    def remove(self, window: QWidget) -> None:
        """Listens no more at `window`; one that was closed and deleted needs no removing."""
        self._windows.discard(window)
        handle = window.windowHandle()
        if handle is not None:
            handle.removeEventFilter(self)

    def setEnabled(self, enabled: bool) -> None:
        """Whether it listens at all; while it does not, no key is held, and those held are given back first."""
        self._give_back()
        self._enabled = enabled

    def _on_focus_window_changed(self, window: QWindow | None) -> None:
        # Keys come to the window that has the focus and to no other, so a window shown late, one whose handle was
        # made anew and a dialog are all met here.
        if window is not None and self._covers(window):
            window.installEventFilter(self)

    def _on_quiet_passed(self) -> None:
        # After a moment in which the program was busy, this timer may come before keys that have long been waiting:
        # they are let in first.
        if not self._looked_twice:
            self._looked_twice = True
            self._quiet.start(0)
            return
        self._carry_out(self._burst.silence())

    def _covers(self, window: QWindow | None) -> bool:
        handles = [each.windowHandle() for each in self._windows if isValid(each)]
        while window is not None and window not in handles:
            window = window.transientParent()
        return window is not None

    def _take_press(self, event: QKeyEvent) -> bool:
        """Whether the key is ours. Qt asks twice: shall a shortcut be passed over, and then about the press itself."""
        if keys.is_bridge(event):
            self._take_bridge(event)
            return False
        if keys.is_deed(event) and self._is_repeated(event):
            event.accept()  # no shortcut either
            return True
        mark = _occasion(event)
        foreseen, self._foreseen = self._foreseen, None
        was_foreseen = foreseen is not None and foreseen[0] == mark
        decision = foreseen[1] if foreseen and was_foreseen else self._decide(event)
        is_ours = decision.key is not Key.PASS
        if event.type() is QEvent.Type.ShortcutOverride:
            if is_ours:
                event.accept()
            else:  # a shortcut may follow at once: what was typed before it comes first
                self._carry_out(decision)
            self._foreseen = mark, decision
        elif is_ours or not was_foreseen:
            self._carry_out(decision, event)
        return is_ours

    def _take_bridge(self, event: QKeyEvent) -> None:
        if event.type() is QEvent.Type.KeyPress and not event.isAutoRepeat():
            self._burst.tick(_time_of(event))
            self._wait()

    def _decide(self, event: QKeyEvent) -> Decision:
        self._held.expect_release(event)
        token = keys.token(event, self._platform)
        return self._burst.press(Press(_time_of(event), token, self._is_repeated(event)))

    def _is_repeated(self, event: QKeyEvent) -> bool:
        # X11 repeats a key that is held down by a release and a press at one time, which Qt does not always see.
        return event.isAutoRepeat() or (event.timestamp() > 0 and self._released == _occasion(event))

    def _carry_out(self, decision: Decision, event: QKeyEvent | None = None) -> None:
        if decision.held is Held.REPLAY:
            self._replay()
        elif decision.held is Held.DROP:
            self._held.drop()
        if event is not None and decision.key is Key.HOLD:
            self._held.hold(event)
        elif event is not None and decision.key is Key.SWALLOW:
            self._held.swallow(event)
        self._wait()
        if decision.code:
            self.scanned.emit(decision.code)
        elif decision.rejected:
            self.rejected.emit()

    def _wait(self) -> None:
        self._looked_twice = False
        if self._burst.is_open:
            self._quiet.start(self.settings.max_gap_ms + _PATIENCE_MS)
        else:
            self._quiet.stop()

    def _replay(self) -> None:
        """Sends what was held to where the focus is now, by Qt's own way: open menus and completers get their keys."""
        for event in self._held.take():
            window = self._addressee()
            if window is not None:
                self._replayed = event
                QCoreApplication.sendEvent(window, event)
        self._replayed = None

    def _addressee(self) -> QWindow | None:
        for window in (QGuiApplication.focusWindow(), self._latest):
            if window is not None and isValid(window):
                return window
        return None

    def _give_back(self) -> None:
        self._burst.forget()
        self._foreseen = None
        self._quiet.stop()
        self._replay()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _KEY_EVENTS or not self._enabled or event is self._replayed:
            return False
        if not (isinstance(event, QKeyEvent) and isinstance(watched, QWindow) and self._covers(watched)):
            return False
        self._latest = watched
        if event.type() is QEvent.Type.KeyRelease:
            self._released = _occasion(event)
            return self._held.release(event)
        return self._take_press(event)


def _occasion(event: QKeyEvent) -> tuple[int, int]:
    """Which key, and when."""
    return keys.identity(event), event.timestamp()


def _time_of(event: QKeyEvent) -> int:
    """When the key was pressed, in ms of any clock; an event the program made itself may have no time of its own.

    When it reached us says nothing: after a busy moment a person's keys come all at once.
    """
    return event.timestamp() or monotonic_ns() // 1_000_000
