"""Keeps keys that wait for a decision, in order, and remembers whose release is still to come."""

from PySide6.QtGui import QKeyEvent

from ui.seams import keys


class HeldKeys:
    """The key events between the window system and the fields."""

    def __init__(self) -> None:
        self._events: list[QKeyEvent] = []
        self._down: set[int] = set()  # pressed and held, not yet released
        self._gone: set[int] = set()  # the press reached nobody, so the release must not either

    def expect_release(self, event: QKeyEvent) -> None:
        """A key is pressed anew: whatever was still awaited of it will never come."""
        self._gone.discard(keys.identity(event))

    def hold(self, event: QKeyEvent) -> None:
        """Keeps a press for later."""
        self._events.append(keys.copy(event))
        self._down.add(keys.identity(event))

    def swallow(self, event: QKeyEvent) -> None:
        """Takes a press out of the world, and its release when it comes."""
        self._gone.add(keys.identity(event))

    def release(self, event: QKeyEvent) -> bool:
        """Whether this release is kept or swallowed as its press was; a button pressed by Space needs both or none."""
        key = keys.identity(event)
        if key in self._down:
            self._events.append(keys.copy(event))
            if not event.isAutoRepeat():
                self._down.discard(key)
            return True
        if key in self._gone:
            if not event.isAutoRepeat():
                self._gone.discard(key)
            return True
        return False

    def take(self) -> list[QKeyEvent]:
        """All that was kept, in order, to be sent on; releases that are still to come will pass by themselves."""
        events, self._events = self._events, []
        self._down.clear()
        return events

    def drop(self) -> None:
        """Forgets what was kept: it belonged to a scan."""
        self._events.clear()
        self._gone |= self._down
        self._down.clear()
