"""The section about the program: its release, what is new in it, and whose work it stands on."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QGridLayout, QPlainTextEdit, QVBoxLayout

from loyaltydesk import __version__
from loyaltydesk.words import active, mark, tr
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.settings.section import Section
from ui.theme.buttons import Button
from ui.theme.frames import rule
from ui.theme.text import label
from ui.theme.theme import Theme

ROOT = Path(__file__).parents[2]
RESOURCES = ROOT / "resources"
TEXTS = (
    ROOT / "LICENSE",
    RESOURCES / "fonts" / "OFL-Inter.txt",
    RESOURCES / "fonts" / "PTSans-OFL.txt",
    RESOURCES / "fonts" / "OFL-Caveat.txt",
    RESOURCES / "fonts" / "OFL-GreatVibes.txt",
    RESOURCES / "fonts" / "OFL-MarckScript.txt",
    RESOURCES / "fonts" / "OFL-BadScript.txt",
    RESOURCES / "icons" / "LICENSE",
)
LGPL = "LGPL 3"
WORKS = (
    ("Loyalty Desk", "MIT"),
    ("Qt {qt}, PySide6", LGPL),
    (mark("Inter, the letters of the window"), "SIL OFL 1.1"),
    (mark("PT Sans, the letters on paper"), "SIL OFL 1.1"),
    (mark("Caveat, Great Vibes, Marck Script, Bad Script, the hands of greetings"), "SIL OFL 1.1"),
    (mark("Lucide, the icons"), "ISC"),
    ("SQLite", mark("public domain")),
    ("sqlite-utils, phonenumberslite, zxing-cpp", "Apache 2.0"),
    ("click, msgspec, Babel, ReportLab, segno, pyserial, pyusb, XlsxWriter", "BSD"),
    ("Pillow", "MIT-CMU"),
    ("python-barcode, python-escpos, python-calamine, charset-normalizer, platformdirs, filelock", "MIT"),
    ("python-stdnum", "LGPL 2.1"),
    ("pysqlite3", "zlib"),
)
Kind = Literal["heading", "item", "text"]


class AboutSection(Section):
    """Nothing here can be changed."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session, tools)
        self.licences = Button(theme, tr("Read the licences"), icon="file-text")
        self.box.addWidget(label(tr("Loyalty Desk {release}").format(release=__version__), "name"))
        self.add_note(tr("The loyalty programme of a small shop, on its own computer, without the internet."))
        self.box.addWidget(rule())
        self.box.addWidget(label(tr("What is new"), "title"))
        self._tell_news()
        self.box.addWidget(rule())
        self.box.addWidget(label(tr("It stands on the work of others"), "title"))
        self._list_works()
        words = tr(
            "Qt and python-stdnum are used under the LGPL: their files lie beside the program and may be replaced."
        )
        self.add_note(words)
        self.add_buttons(self.licences)
        self.box.addStretch(1)
        self.licences.clicked.connect(self._on_licences_pressed)

    @staticmethod
    def title() -> str:
        return tr("About")

    def _tell_news(self) -> None:
        grid = self._grid()
        for place, (kind, text) in enumerate(lines(whats_new(active().language))):
            words = label(text, "strong" if kind == "heading" else "", wrap=True)
            if kind == "item":
                grid.addWidget(label("•"), place, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(words, place, 1)
            else:
                grid.addWidget(words, place, 0, 1, 2)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(self.theme.m.s3)
        grid.setVerticalSpacing(self.theme.m.s2)
        self.box.addLayout(grid)
        return grid

    def _list_works(self) -> None:
        grid = self._grid()
        grid.setColumnStretch(0, 1)
        for place, (work, licence) in enumerate(WORKS):
            grid.addWidget(label(tr(work).format(qt=qVersion()), wrap=True), place, 0)
            grid.addWidget(label(tr(licence), "muted", wrap=True), place, 1)

    def _on_licences_pressed(self) -> None:
        dialog = LicenceDialog(self.theme, self)
        dialog.exec()
        dialog.deleteLater()


class LicenceDialog(QDialog):
    """The texts of the licences that lie with the program."""

    def __init__(self, theme: Theme, parent: Section) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Licences"))
        self.text = QPlainTextEdit(licence_texts())
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("Licences"))
        close = Button(theme, tr("Close"), kind="action")
        close.clicked.connect(self.accept)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.m.s5, theme.m.s4, theme.m.s5, theme.m.s4)
        box.addWidget(self.text, 1)
        box.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(960, 640)  # the texts have lines of their own, the longest of them in capitals


def licence_texts() -> str:
    """Every licence text that lies with the program, one after the other."""
    found = (path.read_text(encoding="utf-8-sig").strip() for path in TEXTS if path.exists())
    return ("\n\n" + "-" * 60 + "\n\n").join(found)


def whats_new(language: str) -> str:
    """What is new, in a language; in English where it was not translated."""
    own = RESOURCES / f"whats-new.{language}.md"
    return (own if own.exists() else RESOURCES / "whats-new.md").read_text(encoding="utf-8")


def lines(markdown: str) -> Iterator[tuple[Kind, str]]:
    """The lines of a simple Markdown text: headings, items and plain ones."""
    for line in markdown.splitlines():
        if line.startswith("#"):
            yield "heading", line.lstrip("# ")
        elif line.startswith("- "):
            yield "item", line[2:]
        elif line.strip():
            yield "text", line.strip()
