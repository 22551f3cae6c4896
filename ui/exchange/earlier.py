"""The imports of before, the newest first, each of which can be taken back as a whole."""

from PySide6.QtWidgets import QStackedWidget

from loyaltydesk.model.imports import Batch
from loyaltydesk.words import tr, trc
from ui.exchange.step import QuietTable
from ui.exchange.undoing import Undoing
from ui.seams.session import Session
from ui.seams.tables import Chip, Column, RowsModel
from ui.seams.tools import Tools
from ui.theme.buttons import Button
from ui.theme.frames import Panel
from ui.theme.text import label
from ui.theme.theme import Theme


class Earlier(Panel):
    """A list and a button."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme)
        self._session = session
        self.rows = RowsModel(_columns(session))
        self.table = QuietTable(theme, self.rows, name=tr("Earlier imports"), key=lambda batch: batch.id, spare=(2,))
        self.undo_button = Button(theme, tr("Take it back…"), icon="undo-2")
        self.undoing = Undoing(theme, session, tools)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(label(tr("None yet. Whatever is taken over can be taken back from here."), "muted",
                                    wrap=True))  # fmt: skip
        self.box.addWidget(label(tr("Earlier imports"), "title", wrap=True))
        self.box.addWidget(self._stack, 1)
        self.box.addWidget(self.undoing)
        self.box.addWidget(self.undo_button)
        self.table.chosen.connect(lambda _batch: self._show_what_can_be())
        self.undo_button.clicked.connect(self._on_undo_pressed)
        self.undoing.undone.connect(self.reload)
        self.undoing.question.asked.connect(lambda _asked: self._show_what_can_be())
        self.reload()

    def reload(self) -> None:
        """Shows the imports as they are now."""
        before = self.table.current()
        batches = self._session.ask(lambda desk: desk.imports.batches())
        self.rows.set_rows(batches)
        self._stack.setCurrentIndex(0 if batches else 1)
        if batches and not (before and self.table.choose(before.id)):
            self.table.choose(batches[0].id)
        self._show_what_can_be()

    def go_back(self) -> bool:
        """Takes back what is asked or under way; False where nothing is."""
        return self.undoing.go_back()

    def _show_what_can_be(self) -> None:
        chosen = self.table.current()
        self.undo_button.setVisible(bool(self.rows.rows))
        self.undo_button.setEnabled(bool(chosen) and chosen.undone_at is None and not self.undoing.question.is_asked)

    def _on_undo_pressed(self) -> None:
        chosen = self.table.current()
        if chosen and not self.undoing.is_busy:
            self.undoing.ask(chosen)


def _columns(session: Session) -> list[Column[Batch]]:
    def when(batch: Batch) -> str:
        return session.formats.day(batch.at.date())

    def state(batch: Batch) -> Chip | None:
        return Chip(tr("Taken back")) if batch.undone_at else None

    def new(batch: Batch) -> str:
        return session.formats.number(batch.counts.new)

    return [
        Column(tr("Day"), when, room="88 Mmm 8888", muted=True),
        Column(tr("File"), lambda batch: batch.file, chip=state),
        Column(
            trc("rows of a table", "New"),
            lambda batch: session.formats.number(batch.counts.new),
            right=True,
            room="88,888",
        ),
    ]
