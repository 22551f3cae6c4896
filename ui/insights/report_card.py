"""A report as a card: what it is, which one is wanted, how its first page looks, and what can be done with it."""

from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct
from PySide6.QtCore import QDir, QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import Refused
from loyaltydesk.printing.files import save_parts
from loyaltydesk.printing.pdf import save_pdf
from loyaltydesk.printing.scene import Document
from loyaltydesk.words import tr
from ui.insights.reading import Question
from ui.insights.report_work import ReportWork
from ui.paper.dialog import PaperDialog
from ui.paper.preview import PagePreview
from ui.seams.giving_up import Tell
from ui.seams.panel_export import ask_where
from ui.seams.panel_export_paper import file_name
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.buttons import Button
from ui.theme.flow import Flow
from ui.theme.frames import Panel, empty
from ui.theme.marks import Glyph
from ui.theme.text import ElidedLabel, label
from ui.theme.theme import Theme

PREVIEW = 210  # px of height at least, in text of 100 %
Pair = tuple[str, str]
_T = TypeVar("_T")


class Look(Struct, frozen=True):
    """What a card shows of a report: some facts, and a document of which the first page is seen."""

    facts: tuple[Pair, ...]
    document: Document
    pages: int = 1  # about so many in all


class Thumbnail(PagePreview):
    """The first page, small; the keyboard passes it by, as nothing can be done with it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._room_of = theme
        theme.changed.connect(self._make_room)
        self._make_room()

    def _make_room(self) -> None:
        self.setMinimumHeight(PREVIEW * self._room_of.text_percent // 100)

    def sizeHint(self) -> QSize:
        return QSize(150, PREVIEW)


class ReportCard(Panel):
    """One report. What is asked of a desk happens beside the window, by the choice that was made before."""

    told = Signal(str)
    failed = Signal(str)
    chosen = Signal()  # another one is wanted

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme)
        self.session, self.tools = session, tools
        self.ask_where: Callable[[QWidget, str], str] = ask_where  # may be replaced, by a test
        self.show_paper: Callable[[Document], bool] = partial(_show_first, self)
        self.print_button = Button(theme, tr("Print…"), kind="action", icon="printer")
        self.pdf_button = Button(theme, tr("PDF…"), icon="download")
        self.csv_button = Button(theme, tr("CSV…"), icon="download")
        self.facts = QGridLayout()
        self.preview = Thumbnail(theme)
        self.under_way = ReportWork(theme, session, tools)
        self.choices = QVBoxLayout()
        self.buttons = Flow(theme.m.s2)
        self._arrange()
        self.print_button.clicked.connect(self._on_print_pressed)
        self.pdf_button.clicked.connect(self._on_pdf_pressed)
        self.csv_button.clicked.connect(self._on_csv_pressed)
        self.under_way.refused.connect(self._on_refused)
        self.under_way.given_up.connect(lambda: self.told.emit(tr("Stopped. Nothing was saved.")))
        self.setAccessibleName(self._names()[0])

    # --- what a card fills in

    def _names(self) -> tuple[str, str, str]:
        """Its title, a sentence about it, and an icon."""
        raise NotImplementedError

    def wish(self) -> Any:
        """Which report is wanted, as `_look`, `_document` and `_csv` take it."""
        raise NotImplementedError

    def _look(self, desk: Desk, wish: Any) -> Look:
        """What is shown of it; touches no widget."""
        raise NotImplementedError

    def _document(self, desk: Desk, wish: Any, tell: Tell) -> Document:
        """The whole of it; touches no widget. What takes a while tells how far it is, and is given up there."""
        raise NotImplementedError

    def _csv(self, desk: Desk, wish: Any, tell: Tell) -> Iterator[str]:
        """The same as a table; touches no widget."""
        raise NotImplementedError

    def _when(self, wish: Any) -> str:
        """What tells it from the others of its kind, for the name of a file."""
        raise NotImplementedError

    def _on_paper_made(self) -> None:
        """It was printed or saved as a PDF."""

    # --- what the view asks

    def question(self) -> Question:
        """What to ask for the card."""
        wish = self.wish()
        return Question(lambda desk: self._look(desk, wish), self._on_looked, self._on_refused)

    @property
    def title(self) -> str:
        """What it is called."""
        return self._names()[0]

    # --- inside

    def _arrange(self) -> None:
        title, sentence, icon = self._names()
        head, m = QHBoxLayout(), self.theme.m
        head.setSpacing(m.s2)
        head.addWidget(Glyph(self.theme, icon))
        head.addWidget(ElidedLabel(title, "title"), 1)
        self.choices.setSpacing(m.s2)
        self.facts.setColumnStretch(0, 1)
        self.facts.setHorizontalSpacing(m.s3)
        self.facts.setVerticalSpacing(m.s1)
        for button in (self.print_button, self.pdf_button, self.csv_button):
            self.buttons.addWidget(button)
        self.box.addLayout(head)
        self.box.addWidget(label(sentence, "muted", wrap=True))
        for part in (self.choices, self.facts):
            self.box.addLayout(part)
        self.box.addWidget(self.preview, 1)
        self.box.addWidget(self.under_way)
        self.box.addLayout(self.buttons)

    def _run(self, work: Callable[[Desk, Tell], _T], done: Callable[[_T], None], button: Button) -> None:
        self.under_way.run(work, done, button=button, name=self.title)

    def _ask_file(self, kind: str) -> str:
        return self.ask_where(self, file_name((self.title, "", self._when(self.wish())), kind))

    # --- slots

    def _on_looked(self, look: Look) -> None:
        empty(self.facts)
        for place, (name, value) in enumerate(look.facts):
            self.facts.addWidget(ElidedLabel(name, "muted"), place, 0)
            self.facts.addWidget(label(value, "strong"), place, 1, Qt.AlignmentFlag.AlignRight)
        self.under_way.pages = look.pages
        self.preview.show_document(look.document)
        self.preview.setAccessibleName(self.title)

    def _on_refused(self, refused: Refused) -> None:
        self.failed.emit(self.session.sentence(refused))

    def _on_print_pressed(self) -> None:
        wish = self.wish()
        self._run(lambda desk, tell: self._document(desk, wish, tell), self._on_document_made, self.print_button)

    def _on_document_made(self, document: Document) -> None:
        if self.show_paper(document):
            self._on_paper_made()

    def _on_pdf_pressed(self) -> None:
        path, wish = self._ask_file("pdf"), self.wish()
        if path:

            def write(desk: Desk, tell: Tell) -> None:
                save_pdf(self._document(desk, wish, tell), Path(path), tell)

            self._run(write, lambda _none: self._saved(path, True), self.pdf_button)

    def _on_csv_pressed(self) -> None:
        path, wish = self._ask_file("csv"), self.wish()
        if path:

            def write(desk: Desk, tell: Tell) -> None:
                with closing(_encoded(self._csv(desk, wish, tell))) as parts:  # before its desk is, on a full disk too
                    save_parts(parts, Path(path))

            self._run(write, lambda _none: self._saved(path, False), self.csv_button)

    def _saved(self, path: str, on_paper: bool) -> None:
        self.told.emit(tr("Saved as {path}").format(path=QDir.toNativeSeparators(path)))
        if on_paper:
            self._on_paper_made()


def _encoded(text: Iterator[str]) -> Generator[bytes, None, None]:
    for piece in text:
        yield piece.encode()


def _show_first(card: ReportCard, document: Document) -> bool:
    """Shows a document before it is printed; whether it went to a printer, or into a file."""
    dialog, went = PaperDialog(card.theme, document, title=document.title, parent=card, tools=card.tools), set[int]()
    dialog.printed.connect(went.update)
    dialog.exec()
    return bool(went)
