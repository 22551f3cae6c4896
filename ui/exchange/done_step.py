"""The last step: what was taken over and what was not, with a way to take all of it back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.model.imports import Batch
from loyaltydesk.words import tr, tr_n
from loyaltydesk.words.imports import verdict_name
from ui.exchange.figures import ORDER
from ui.exchange.step import Step
from ui.exchange.undoing import Undoing
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.buttons import Button
from ui.theme.flow import Flow
from ui.theme.frames import Panel, empty
from ui.theme.marks import IconTile
from ui.theme.scrolling import Scroll
from ui.theme.text import breakable, label
from ui.theme.theme import Theme


class DoneStep(Step):
    """Figures and three buttons."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session)
        self._batch: Batch | None = None
        self._title, self._file = label(type_="name", wrap=True), label(type_="muted", wrap=True)
        self._figures = QHBoxLayout()
        self._points = label(wrap=True)
        self.undoing = Undoing(theme, session, tools)
        self.undo_button = Button(theme, tr("Take this import back…"), icon="undo-2")
        self.save_button = Button(theme, tr("Save the refused rows as CSV…"), icon="download")
        self.another_button = Button(theme, tr("Take another table over"), icon="folder-up")
        self._lay_out()
        self.undo_button.clicked.connect(self._on_undo_pressed)
        self.undoing.undone.connect(lambda: self.undo_button.setEnabled(False))

    def show_batch(self, batch: Batch) -> None:
        """Shows what an import took."""
        self._batch, counts, formats = batch, batch.counts, self.session.formats
        taken = counts.new + counts.filled
        words = tr_n("{n} customer was taken over", "{n} customers were taken over", taken)
        self._title.setText(words.format(n=formats.number(taken)))
        self._file.setText(breakable(batch.file))
        empty(self._figures)
        for verdict in ORDER:
            count = getattr(counts, verdict.value)
            if count:
                self._figures.addWidget(_figure(formats.number(count), verdict_name(verdict)))
        said = tr_n("{n} opening point was given.", "{n} opening points were given.", counts.points)
        self._points.setText(said.format(n=formats.number(counts.points)))
        self._points.setVisible(counts.points > 0)
        self.save_button.setVisible(counts.refused > 0)
        self.undo_button.setEnabled(True)
        self.undoing.notice.hide()
        self.undoing.question.withdraw()
        self.refuse("")

    def go_back(self) -> bool:
        """Takes back the question whether all of it is to be taken back."""
        return self.undoing.go_back()

    def next_words(self) -> str:
        return tr("Done")

    def _lay_out(self) -> None:
        m = self.theme.m
        card = Panel(self.theme)
        card.box.setContentsMargins(m.s6, m.s5, m.s6, m.s5)
        card.box.setSpacing(m.s4)
        head, words = QHBoxLayout(), QVBoxLayout()
        head.setSpacing(m.s4)
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._file)
        head.addWidget(IconTile(self.theme, "circle-check", side="medium"), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        self._figures.setSpacing(m.s4)
        buttons = Flow(m.s3)
        for button in (self.save_button, self.another_button, self.undo_button):
            buttons.addWidget(button)
        card.box.addLayout(head)
        card.box.addLayout(self._figures)
        card.box.addWidget(self._points)
        card.box.addLayout(buttons)
        card.box.addWidget(self.undoing)
        card.box.addStretch(1)
        self.box.addWidget(Scroll(card, narrow=True), 1)

    def _on_undo_pressed(self) -> None:
        if self._batch and not self.undoing.is_busy:
            self.undoing.ask(self._batch)


def _figure(number: str, words: str) -> QWidget:
    shown = QWidget()
    column = QVBoxLayout(shown)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(label(number, "amount"))
    column.addWidget(label(words, "muted", wrap=True))
    return shown
