"""The first step: a table is chosen or dropped, and what was found in it is said and can be put right by hand."""

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from loyaltydesk.words import tr, tr_n
from loyaltydesk.words.imports import remark_text
from ui.exchange.earlier import Earlier
from ui.exchange.files import ask_which
from ui.exchange.found_form import FoundForm
from ui.exchange.reading import Found, Wish, shown_cells
from ui.exchange.step import Step
from ui.seams.dropping import FileDrop
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.blocks import EmptyState
from ui.theme.buttons import Button
from ui.theme.frames import Panel, empty, rule
from ui.theme.marks import IconTile
from ui.theme.scrolling import Scroll
from ui.theme.text import ElidedLabel, label
from ui.theme.theme import Theme

LINES = 5  # of the table that are shown as they stand


class FileStep(Step):
    """`wished` carries how a file is to be read; whoever reads it shows what was found."""

    wished = Signal(object)  # a Wish

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session)
        self.ask_which: Callable[[QWidget], str] = ask_which  # may be replaced, by a test
        self._found: Found | None = None
        self._wish: Wish | None = None
        self.choose_button = Button(theme, tr("Choose a file…"), kind="action", icon="folder-up")
        self.other_button = Button(theme, tr("Another file…"), icon="folder-up")
        self.form = FoundForm(theme)
        self.earlier = Earlier(theme, session, tools)
        self._name, self._size = ElidedLabel(type_="title"), label(type_="muted", wrap=True)
        self._lines, self._remarks = QVBoxLayout(), label(type_="muted", wrap=True)
        self._stack = QStackedWidget()
        self._lay_out()
        self.choose_button.clicked.connect(self._on_choose_pressed)
        self.other_button.clicked.connect(self._on_choose_pressed)
        self.form.corrected.connect(self._on_corrected)
        FileDrop(self).dropped.connect(self.take)

    # --- from outside

    def take(self, path: Path) -> None:
        """Wishes for a file, as if it had been chosen."""
        self._want(Wish(path))

    def show_found(self, found: Found | None) -> None:
        """Shows what was found, or the place where a file is dropped."""
        self.refuse("")
        self._found = found
        self._stack.setCurrentIndex(0 if found is None else 1)
        if found:
            self._wish = found.wish
            self._show(found)
        self.answered.emit()

    def cannot_read(self, sentence: str) -> None:
        """Says why a file cannot be read; what was corrected stays, so that it can be put right."""
        corrected = self._found is not None and self._wish is not None and self._wish.path == self._found.wish.path
        if not corrected:
            self.show_found(None)
        self._found = None
        name = self._wish.path.name if self._wish else ""
        self.refuse(sentence)
        self.banner.say(sentence, detail=name, tone="danger")
        self.answered.emit()

    def go_back(self) -> bool:
        """Takes back a question that is asked about an earlier import."""
        return self.earlier.go_back()

    def start(self) -> None:
        (self.choose_button if self._stack.currentIndex() == 0 else self.form).setFocus()

    @property
    def is_ready(self) -> bool:
        return self._found is not None

    # --- inside

    def _lay_out(self) -> None:
        m = self.theme.m
        drop = Panel(self.theme)
        title = tr("Drop a table of customers here")
        hint = tr("A file of a spreadsheet or of another till: CSV, TSV, TXT, XLSX, XLS or ODS. "
                  "Nothing is written before you have seen what will become of each row.")  # fmt: skip
        drop.box.addWidget(EmptyState(self.theme, "folder-up", title=title, hint=hint, action=self.choose_button))
        self._stack.addWidget(Scroll(drop, narrow=True))
        self._stack.addWidget(Scroll(self._found_card(), narrow=True))
        sides = QHBoxLayout()
        sides.setSpacing(m.s4)
        sides.addWidget(self._stack, 8)
        sides.addWidget(self.earlier, 5)
        self.box.addLayout(sides, 1)

    def _found_card(self) -> Panel:
        m = self.theme.m
        card = Panel(self.theme)
        card.box.setSpacing(m.s3)
        head, words = QHBoxLayout(), QVBoxLayout()
        head.setSpacing(m.s3)
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._size)
        head.addWidget(IconTile(self.theme, "rows-3", side="medium"), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        head.addWidget(self.other_button, 0, Qt.AlignmentFlag.AlignTop)
        card.box.addLayout(head)
        card.box.addWidget(self.form)
        card.box.addWidget(rule())
        card.box.addWidget(label(tr("The first rows as they stand"), "strong", wrap=True))
        self._lines.setSpacing(m.s1)
        card.box.addLayout(self._lines)
        card.box.addWidget(self._remarks)
        card.box.addStretch(1)
        return card

    def _show(self, found: Found) -> None:
        formats, plan = self.session.formats, found.plan
        self._name.setText(found.wish.path.name)
        rows = tr_n("{n} row", "{n} rows", plan.rows).format(n=formats.number(plan.rows))
        count = len(plan.columns)
        columns = tr_n("{n} column", "{n} columns", count).format(n=formats.number(count))
        self._size.setText(f"{rows} · {columns}")
        self.form.show_found(found)
        empty(self._lines)
        from_heading = [row for row in found.first if row.number >= found.heading]
        for row in from_heading[:LINES]:
            line = ElidedLabel(f"{formats.number(row.number)}   {shown_cells(row)}")
            self._lines.addWidget(line)
        said = [remark_text(each, formats) for each in plan.found if each.place < 0]
        self._remarks.setText("\n".join(said))
        self._remarks.setVisible(bool(said))

    def _want(self, wish: Wish) -> None:
        self._wish = wish
        self.wished.emit(wish)

    # --- slots

    def _on_choose_pressed(self) -> None:
        chosen = self.ask_which(self)
        if chosen:
            self.take(Path(chosen))

    def _on_corrected(self, changes: dict[str, str | int | None]) -> None:
        if self._wish is not None:
            self._want(replace(self._wish, **changes))
