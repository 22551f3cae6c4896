"""What the sections of a customer's page have in common: they show a dossier, ask and refuse in place."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyaltydesk.desk import Desk
from ui.customers.dossier import Dossier
from ui.seams.question import Question
from ui.seams.session import Session
from ui.theme.blocks import Banner
from ui.theme.theme import Theme


class Section(QWidget):
    """A section; `done` carries the sentence to be said after something was done."""

    done = Signal(str)
    refused = Signal()  # and what was said before is no longer true

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self.theme = theme
        self.session = session
        self.question = Question(theme)
        self.trouble = Banner(theme, "", tone="danger")
        self.trouble.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, theme.m.s3, 0, 0)
        self.column.setSpacing(theme.m.s3)
        self.foot = QWidget()  # what can be done; it gives way to the question while one is asked
        self.question.asked.connect(self._on_asked)
        self._dossier: Dossier | None = None

    def end_column(self) -> None:
        """Puts at the end of the column what is refused, what is asked, and what can be done."""
        for widget in (self.trouble, self.question, self.foot):
            self.column.addWidget(widget)
        self.foot.setVisible(self.foot.layout() is not None)

    @property
    def dossier(self) -> Dossier:
        """Whom the section is about; only after the first `show_dossier`."""
        assert self._dossier is not None
        return self._dossier

    @property
    def customer(self) -> str:
        """The customer's id."""
        return self.dossier.customer.id

    def show_dossier(self, dossier: Dossier) -> None:
        """Shows a customer, the same one as before or another; for another one nothing is left open."""
        if self._dossier is None or self._dossier.customer.id != dossier.customer.id:
            self._dossier = dossier
            self.forget()
        self._dossier = dossier
        self.fill(dossier)

    def fill(self, dossier: Dossier) -> None:
        """Puts the dossier's values where they are shown."""
        raise NotImplementedError

    def forget(self) -> None:
        """Drops what was typed and asked about the customer before."""
        self.question.withdraw()
        self.trouble.hide()

    def start(self) -> None:
        """Puts the focus where work begins."""

    def go_back(self) -> bool:
        """Takes back the last step within the section; False when there is none."""
        if self.trouble.isVisible():
            self.trouble.hide()
            return True
        return self.question.withdraw()

    def take_scan(self, code: str) -> bool:
        """Whether the section has a use for a scanned code."""
        return False

    def take_person(self, customer: str) -> bool:
        """Whether the section has a use for somebody else, whose card was scanned."""
        return False

    def do(self, action: Callable[[Desk], object], *, said: str = "") -> bool:
        """Changes something and says so; a refusal is said in place. Whether it was done."""
        self.trouble.hide()
        result = self.session.do(lambda desk: (action(desk),), refused=self.refuse)
        if result is not None:
            self.done.emit(said)
        return result is not None

    def refuse(self, sentence: str) -> None:
        """Says in place what was refused."""
        self.refused.emit()
        self.trouble.say(sentence, tone="danger")
        self.trouble.show()

    def _on_asked(self, asked: bool) -> None:
        self.foot.setVisible(not asked and self.foot.layout() is not None)
