"""What the one field finds while somebody types: customers, and a voucher or receipt with just that number."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from loyaltydesk.words import tr
from ui.theme.blocks import EmptyState
from ui.theme.buttons import Button
from ui.theme.frames import Panel
from ui.theme.sheet import Tone, restyle
from ui.theme.text import label
from ui.theme.theme import Theme
from ui.till.lookup import Kind

if TYPE_CHECKING:
    from ui.seams.table_view import TableView
    from ui.seams.tables import RowsModel


class Hit(Struct, frozen=True):
    """One thing that was found: what it is, its id, code or number, and the words of its row."""

    kind: Kind
    key: str
    what: str
    detail: str = ""
    side: str = ""


class Results(Panel):
    """The list below the field; the field keeps the focus and moves through the list with the arrows."""

    chosen = Signal(object)  # the Hit
    register_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._title, self._hint = label(type_="title", wrap=True), label(type_="muted", wrap=True)
        self._register = Button(theme, tr("New customer"), icon="user-plus", key="F3")
        self._nobody = EmptyState(theme, "search", title="", action=self._register)
        self._register.clicked.connect(self.register_wanted)
        listed = QWidget()
        self._listed = QVBoxLayout(listed)
        self._listed.setContentsMargins(0, 0, 0, 0)
        self._pages = QStackedWidget()
        self._pages.addWidget(listed)
        self._pages.addWidget(self._nobody)
        self.box.addWidget(self._title)
        self.box.addWidget(self._hint)
        self.box.addWidget(self._pages, 1)

    @cached_property
    def table(self) -> "TableView":
        """What was found; made when somebody is looked for first, for it would cost every start 20 ms."""
        from ui.seams.table_view import TableView

        table = TableView(self.theme, self._model, name=tr("Found"), key=lambda hit: hit.key, spare=(1,))
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.horizontalHeader().hide()
        table.clicked.connect(self._on_row_clicked)
        self._listed.addWidget(table)
        return table

    @cached_property
    def _model(self) -> "RowsModel[Hit]":
        from ui.seams.tables import Column, RowsModel

        return RowsModel(
            [
                Column(tr("Name"), lambda hit: hit.what),
                Column(tr("Phone or number"), lambda hit: hit.detail, muted=True, room="+371 2000 0000 00"),
                Column(tr("Points"), lambda hit: hit.side, right=True, room="1,000,000 points"),
            ]
        )

    def show_task(self, title: str, hint: str) -> None:
        """Says what somebody is looked for, where that has to be said."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._say(hint, tone="")

    def refuse(self, sentence: str) -> None:
        """Says in place that what was scanned is no answer; the next key takes it back."""
        self._say(sentence, tone="danger")

    def show_hits(self, hits: Sequence[Hit], text: str, *, may_register: bool) -> None:
        """Lists what was found for `text`; the first is chosen."""
        self._model.set_rows(hits)
        if hits:
            self.table.selectRow(0)
            self.table.scrollToTop()
        title, hint = _nobody(text)
        self._nobody.say("search", title, hint=hint)
        self._register.setVisible(may_register and bool(text))
        self._pages.setCurrentIndex(0 if hits else 1)

    @property
    def current(self) -> Hit | None:
        """The row that Enter opens."""
        hit: Hit | None = self.table.current()
        return hit

    def move_choice(self, rows: int) -> None:
        """Moves the choice so many rows down, or up."""
        last = len(self._model.rows) - 1
        if last >= 0:
            self.table.selectRow(max(0, min(self.table.currentIndex().row() + rows, last)))

    def _say(self, hint: str, *, tone: Tone) -> None:
        restyle(self._hint, tone=tone)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def _on_row_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(self._model.row(index))


def _nobody(text: str) -> tuple[str, str]:
    if not text:
        return tr("Type a name or a phone number"), tr("Part of a name or the last four figures of a phone will do.")
    return tr("Nobody found for “{text}”").format(text=text), tr("Try another part of the name, or the phone number.")
