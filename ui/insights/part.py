"""What every panel of figures can do: say what to ask a desk for a period, and show the answer."""

from typing import Any

from PySide6.QtCore import Signal

from loyaltydesk.desk import Desk
from loyaltydesk.model.insights import Period
from loyaltydesk.model.refusals import Refused
from ui.insights.frame import Frame
from ui.insights.how import How
from ui.insights.reading import Question
from ui.seams.session import Session
from ui.theme.theme import Theme


class Part(Frame):
    """A panel of the overview; `_ask` is called in the background, `_show_answer` in the window's thread."""

    wanted = Signal(str, str)  # another page by its key, and what it should open there

    def __init__(self, theme: Theme, session: Session, how: How) -> None:
        super().__init__(theme, how)
        self.session = session

    def question(self, period: Period) -> Question:
        """What to ask for the figures of `period`; the panel says meanwhile that it counts."""
        self.show_counting()
        return Question(lambda desk: self._ask(desk, period), self._show_answer, self._on_refused)

    def _ask(self, desk: Desk, period: Period) -> Any:
        """The figures, on a desk of the background's own; it touches no widget."""
        raise NotImplementedError

    def _show_answer(self, answer: Any) -> None:
        """Shows the figures."""
        raise NotImplementedError

    def _on_refused(self, refused: Refused) -> None:
        self.show_hint(self.session.sentence(refused))
