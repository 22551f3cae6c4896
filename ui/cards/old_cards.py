"""Cards that the shop gave out before: taken over from a file, or as a range of numbers, just as they are."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.desk.numbers import TakenOver
from loyaltydesk.exchange.cards_csv import read
from loyaltydesk.exchange.encodings import LARGEST
from loyaltydesk.model.cards import LONGEST
from loyaltydesk.model.numbers import number_range
from loyaltydesk.model.old_cards import OldCard
from loyaltydesk.model.refusals import BadRequest, Refused
from loyaltydesk.model.symbologies import Symbology
from loyaltydesk.words import tr, tr_n
from loyaltydesk.words.symbologies import symbology_name
from ui.seams.session import Session
from ui.seams.table_view import TableView
from ui.seams.tables import Column, RowsModel
from ui.seams.tools import Tools
from ui.theme.blocks import Banner
from ui.theme.buttons import Button
from ui.theme.forms import Choice, Field, FormRow
from ui.theme.frames import Panel
from ui.theme.text import label
from ui.theme.theme import Theme

Refusal = tuple[str, str]  # where it stood, and why


def ask_for_file(parent: QWidget) -> str:
    """The file a person chooses, "" for none."""
    kinds = tr("Table of text") + " (*.csv *.txt)"
    return QFileDialog.getOpenFileName(parent, tr("Take cards over from a file"), "", kinds)[0]


class OldCards(Panel):
    """The panel; `taken` tells that cards were taken over."""

    taken = Signal()

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme)
        self._session, self._tools = session, tools
        self.ask_file: Callable[[QWidget], str] = ask_for_file
        self.first, self.last = Field(theme, tr("First number")), Field(theme, tr("Last number"))
        self.symbology = Choice(tr("Kind of barcode"), [(each.value, symbology_name(each)) for each in Symbology])
        self.range_button = Button(theme, tr("Take these over"), icon="check")
        self.file_button = Button(theme, tr("Take over from a file…"), icon="folder-up")
        self.notice = Banner(theme, "")
        self._rows = RowsModel[Refusal](
            [
                Column(tr("Card"), lambda row: row[0], room="4006381333931"),
                Column(tr("Why it was left out"), lambda row: row[1], muted=True),
            ]
        )
        self._why = label(wrap=True)
        self.table = TableView(theme, self._rows, name=tr("Cards that were left out"), key=lambda row: row)
        self._fill()
        self.range_button.clicked.connect(self._on_range_pressed)
        self.last.returnPressed.connect(self._on_range_pressed)
        self.table.chosen.connect(self._on_chosen)
        self.file_button.clicked.connect(self._on_file_pressed)

    def take_scan(self, code: str) -> bool:
        """A scanned card is the first of a range, or the last where the first is known."""
        field = self.last if self.first.text() and not self.first.hasFocus() else self.first
        field.setText(code)
        return True

    # --- inside

    def _fill(self) -> None:
        m = self.theme.m
        about = tr(
            "They keep their numbers, and wait to be scanned for their customers. A file has the columns number, "
            "printed and symbology: what the bars say, what stands on the card besides, and the kind of the bars."
        )
        across = QHBoxLayout()
        across.setSpacing(m.s2)
        across.addWidget(FormRow(self.theme, self.first, text=tr("First number")), 1)
        across.addWidget(FormRow(self.theme, self.last, text=tr("Last number")), 1)
        below = QVBoxLayout()
        below.setSpacing(m.s2)
        below.addWidget(FormRow(self.theme, self.symbology, text=tr("Kind of barcode")))
        below.addWidget(self.range_button)
        self.box.addWidget(label(tr("Cards of before"), "title"))
        self.box.addWidget(label(about, "muted", wrap=True))
        self.box.addWidget(self.file_button)
        self.box.addWidget(label(tr("Or all numbers from one to another"), "strong", wrap=True))
        self.box.addLayout(across)
        self.box.addLayout(below)
        self.box.addWidget(self.notice)
        self.box.addWidget(self.table, 1)
        self.box.addWidget(self._why)
        self.box.addStretch(0)
        for widget in (self.notice, self.table, self._why):
            widget.hide()

    def _on_range_pressed(self) -> None:
        kind = Symbology(self.symbology.current())
        try:
            numbers = number_range(self.first.text().strip(), self.last.text().strip(), symbology=kind)
        except BadRequest as no:
            self._refuse(no)
            return
        self._take([OldCard(number, "", kind) for number in numbers])

    def _on_file_pressed(self) -> None:
        chosen = self.ask_file(self)
        if not chosen:
            return
        try:
            with Path(chosen).open("rb") as opened:
                cards = read(opened.read(LARGEST + 1))  # enough to see that there is too much
        except BadRequest as no:
            self._refuse(no)
        except OSError:
            self._say(tr("This file cannot be read."), good=False)
        else:
            self._take(cards)

    def _take(self, cards: list[OldCard]) -> None:
        def done(result: TakenOver) -> None:
            self._session.changed.emit()
            self._report(result)
            self.taken.emit()

        self._tools.run(self._session.job(lambda desk: desk.numbers.take_over(cards)), done=done, refused=self._refuse)

    def _report(self, result: TakenOver) -> None:
        number = self._session.formats.number
        count, left = len(result.taken), len(result.refused)
        said = tr_n("{n} card was taken over.", "{n} cards were taken over.", count).format(n=number(count))
        out = tr_n("{n} was left out.", "{n} were left out.", left).format(n=number(left)) if left else ""
        self._say(said, detail=out, good=bool(count))
        rows = [(self._where(each.card), self._session.sentence(each.why)) for each in result.refused]
        self._rows.set_rows(rows)
        self.table.setVisible(bool(rows))
        self._why.setVisible(bool(rows))
        if rows:
            self.table.choose(rows[0])

    def _on_chosen(self, row: Refusal | None) -> None:
        self._why.setText(row[1] if row else "")

    def _where(self, card: OldCard) -> str:
        code = card.number if len(card.number) <= LONGEST else card.number[:LONGEST] + "…"
        if not card.row:
            return code
        return tr("Row {number}: {code}").format(number=self._session.formats.number(card.row), code=code)

    def _refuse(self, refused: Refused) -> None:
        self._say(self._session.sentence(refused), good=False)

    def _say(self, sentence: str, *, detail: str = "", good: bool = True) -> None:
        self.notice.say(sentence, detail=detail, tone="accent" if good else "danger")
        self.notice.show()
