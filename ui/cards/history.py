"""The steps of a design, to go back and forth between: what the card was before each change, and after it."""

from typing import Generic, TypeVar

_State = TypeVar("_State")
MOST = 200  # steps that are kept; an afternoon of colours


class History(Generic[_State]):
    """States one after the other, one of them the present; changes of one kind in a row are one step."""

    def __init__(self, first: _State) -> None:
        self._states = [first]
        self._at = 0
        self._kind = ""

    @property
    def now(self) -> _State:
        """The present."""
        return self._states[self._at]

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._at > 0

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return self._at < len(self._states) - 1

    def begin(self, state: _State) -> None:
        """Forgets every step; `state` is the present."""
        self._states, self._at, self._kind = [state], 0, ""

    def add(self, state: _State, kind: str = "") -> None:
        """Makes `state` the present, and forgets what was taken back.

        It is one step with the change before it where both are of the same kind: letters typed into one field, a
        slider that is dragged. A change of no kind is always a step.
        """
        if state == self.now:
            return
        same = bool(kind) and kind == self._kind and self.can_undo
        del self._states[self._at + (0 if same else 1) :]
        self._states.append(state)
        del self._states[:-MOST]
        self._at, self._kind = len(self._states) - 1, kind

    def pause(self) -> None:
        """The next change is a step of its own, whatever its kind."""
        self._kind = ""

    def undo(self) -> _State:
        """Takes a step back, if there is one, and returns the present."""
        return self._go(-1)

    def redo(self) -> _State:
        """Takes a step that was taken back again, if there is one, and returns the present."""
        return self._go(1)

    def _go(self, step: int) -> _State:
        self._at = min(max(self._at + step, 0), len(self._states) - 1)
        self._kind = ""
        return self.now
