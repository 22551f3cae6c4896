"""A product file before anything of it is written down: what would be taken, what is refused, and why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyaltydesk.desk.products import Preview
from loyaltydesk.model.products import Product, ProductRow
from loyaltydesk.words import tr, tr_n
from ui.products.columns import product_columns, refused_columns
from ui.seams.session import Session
from ui.seams.table_view import TableView
from ui.seams.tables import RowsModel
from ui.theme.blocks import Banner
from ui.theme.buttons import Button
from ui.theme.frames import Panel
from ui.theme.text import ElidedLabel, label
from ui.theme.theme import Theme

SPARE = (4, 3, 1)


class ImportView(QWidget):
    """Two lists and one button; `confirmed` says that all of it is to be taken, `left` leads back."""

    confirmed = Signal(object)  # the Preview
    left = Signal()

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self.theme = theme
        self._session = session
        self._preview = Preview()
        self.back_button = Button(theme, tr("Products"), kind="ghost", icon="arrow-left")
        self._title = ElidedLabel(type_="name")
        self.button = Button(theme, "", kind="action", icon="check")
        self.summary = Banner(theme, "")
        self._taken, self._refused = RowsModel(product_columns(session)), RowsModel(refused_columns(session))
        self.taken = TableView(theme, self._taken, name=tr("What will be taken"), key=_sku, spare=SPARE)
        self.refused = TableView(theme, self._refused, name=tr("What is left out"), key=_number)
        self._parts = [
            self._part(tr("What will be taken"), self.taken),
            self._part(tr("What is left out"), self.refused),
        ]
        self._lay_out()
        self.back_button.clicked.connect(self.left)
        self.button.clicked.connect(lambda: self.confirmed.emit(self._preview))

    def show_preview(self, name: str, preview: Preview) -> None:
        """Shows what the file called `name` would do."""
        self._preview, formats = preview, self._session.formats
        self._title.setText(name)
        self._taken.set_rows(preview.taken)
        self._refused.set_rows(preview.refused)
        for part, rows in zip(self._parts, (preview.taken, preview.refused), strict=True):
            part.setVisible(bool(rows))
        count = len(preview.taken)
        words = tr_n("Take {n} product", "Take {n} products", count)
        self.button.setText(words.format(n=formats.number(count)))
        self.button.setEnabled(bool(count))
        counts = {
            "new": len(preview.new), "changed": len(preview.changed), "same": preview.same,
            "refused": len(preview.refused),
        }  # fmt: skip
        said = tr("New: {new}. Changed: {changed}. As before: {same}. Refused: {refused}.")
        told = said.format(**{key: formats.number(number) for key, number in counts.items()})
        self.summary.say(told, detail=_advice(preview), tone="warning" if preview.refused else "accent")

    def start(self) -> None:
        """Puts the focus where work goes on."""
        (self.button if self.button.isEnabled() else self.back_button).setFocus()

    def _part(self, title: str, table: TableView) -> Panel:
        part = Panel(self.theme)
        part.box.addWidget(label(title, "title"))
        part.box.addWidget(table, 1)
        return part

    def _lay_out(self) -> None:
        m = self.theme.m
        bar = Panel(self.theme, surface="bar", across=True)
        bar.box.addWidget(self.back_button)
        bar.box.addWidget(self._title, 1)
        bar.box.addWidget(self.button)
        parts = QVBoxLayout()  # one below the other: why a row is left out takes a whole sentence
        parts.setSpacing(m.s4)
        for part in self._parts:
            parts.addWidget(part, 1)
        below = QVBoxLayout()
        below.setContentsMargins(m.s5, m.s4, m.s5, m.s4)
        below.setSpacing(m.s3)
        below.addWidget(self.summary)
        below.addLayout(parts, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar)
        whole.addLayout(below, 1)


def _advice(preview: Preview) -> str:
    if preview.refused:
        return tr("Mend the rows that are left out in the file and read it once more, or go on without them.")
    return (
        tr("Nothing is written down before you press the button.") if preview.taken else tr("There is nothing to do.")
    )


def _sku(product: Product) -> str:
    return product.sku


def _number(row: ProductRow) -> int:
    return row.number
