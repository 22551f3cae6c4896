"""What a report's card has under way: one piece of work, how far it is, and a button to give it up."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal

from loyaltydesk.desk import Desk
from loyaltydesk.words import tr
from ui.paper.under_way import UnderWay
from ui.seams.giving_up import Tell
from ui.seams.session import Session
from ui.seams.tasks import ended, while_alive
from ui.seams.tools import Tools
from ui.theme.buttons import Button
from ui.theme.theme import Theme

_T = TypeVar("_T")


class ReportWork(UnderWay):
    """Takes nothing else on until it is done; the focus is on the way out meanwhile, and goes back where it was."""

    refused = Signal(object)  # Refused
    given_up = Signal()

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme)
        self.pages = 1  # about so many are made
        self._session, self._tools = session, tools
        self._pressed: Button | None = None

    def give_up(self) -> bool:
        """Gives up what is under way; whether anything was."""
        if self._pressed:
            self.stop_button.click()
        return self._pressed is not None

    def run(self, work: Callable[[Desk, Tell], _T], done: Callable[[_T], None], *, button: Button, name: str) -> None:
        """Does what `button` asks of the report `name`, unless something is under way; `done` gets what came of it."""
        if self._pressed:
            return
        self._pressed, made = button, list[_T]()
        self.begin(tr("Writing {name} …").format(name=name), self.pages)
        if self.isVisible():
            self.stop_button.setFocus()

        def job(tell: Tell) -> None:
            made.append(self._session.job(lambda desk: work(desk, tell))())

        def ready(whole: bool) -> None:
            if whole:
                done(made[0])
            else:
                self.given_up.emit()

        run = ended(self._tools.run, self, self._on_over)
        run(self.job(job), done=while_alive(self, ready), refused=while_alive(self, self.refused.emit))

    def _on_over(self) -> None:
        """Nothing is under way, also where that ended in a fault of ours."""
        button, had_focus = self._pressed, self.stop_button.hasFocus()
        self._pressed = None
        self.hide()
        if button and had_focus:
            button.setFocus()
