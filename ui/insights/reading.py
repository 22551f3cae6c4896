"""Figures are read in the background, one question after the other; answers nobody waits for are dropped."""

from collections import deque
from collections.abc import Callable
from typing import Any, TypeVar

from msgspec import Struct
from PySide6.QtCore import QObject

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import Refused
from ui.seams.session import Session
from ui.seams.tasks import ended, while_alive
from ui.seams.tools import Tools

_T = TypeVar("_T")


class Question(Struct, frozen=True):
    """What a desk is asked, and who takes the answer."""

    ask: Callable[[Desk], Any]
    answered: Callable[[Any], None]
    refused: Callable[[Refused], None]


class Reading(QObject):
    """The questions that are not answered yet, the first of which is under way."""

    def __init__(self, session: Session, tools: Tools, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._tools = session, tools
        self._waiting: deque[Question] = deque()
        self._round = 0
        self._is_busy = False

    @property
    def is_over(self) -> bool:
        """Whether nothing is waited for."""
        return not self._is_busy and not self._waiting

    def begin(self, questions: list[Question]) -> None:
        """Asks these questions in place of those that are still waiting."""
        self._waiting = deque(questions)
        self._round += 1
        self._go_on()

    def stop(self) -> None:
        """Waits for nothing any more."""
        self._waiting.clear()
        self._round += 1

    def _go_on(self) -> None:
        """One question at a time, so that other long work finds its turn between two of them."""
        if self._is_busy or not self._waiting:
            return
        question, asked = self._waiting.popleft(), self._round
        self._is_busy = True

        def while_wanted(take: Callable[[_T], None]) -> Callable[[_T], None]:
            def taken(answer: _T) -> None:
                if asked == self._round:
                    take(answer)

            return while_alive(self, taken)

        run = ended(self._tools.run, self, self._on_over)  # after a fault too the next one has its turn
        job = self._session.job(question.ask)
        run(job, done=while_wanted(question.answered), refused=while_wanted(question.refused))

    def _on_over(self) -> None:
        self._is_busy = False
        self._go_on()
