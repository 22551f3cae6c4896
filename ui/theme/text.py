"""Words on the screen: labels and chips that show what a person typed literally, never as markup.

A customer called `<b>x` or `Salt & Pepper` must appear exactly so. Qt guesses rich text in labels and tool tips and
takes "&" for a mnemonic in buttons and tabs; `label`, `chip`, `ElidedLabel`, `literal` and `set_tip` keep it from it.

To be used as:
    label(tr("Last visits"), "title")
    label(note, "muted", wrap=True)
    chip(tier, "gold")
"""

import re

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme.sheet import Tone, Type

ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})  # the html module would cost 2 ms of the start


def label(text: str = "", type_: Type = "", *, tone: Tone = "", wrap: bool = False) -> QLabel:
    """A label that shows `text` as plain text, as large as its type says and in the colour of its tone."""
    made = QLabel()
    dress(made, type_, tone=tone)
    made.setWordWrap(wrap)
    made.setText(text)
    return made


def breakable(text: str) -> str:
    """`text` with places to break within the long names of files, which are one word to a label that wraps."""
    return re.sub(r"(?<=\S)[/\\](?=\S)", "\\g<0>\N{ZERO WIDTH SPACE}", text)


def dress(made: QLabel, type_: Type = "", *, tone: Tone = "") -> None:
    """Makes any QLabel a plain-text one of this type and tone, before it is first shown."""
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("type", type_)
    made.setProperty("tone", tone)
    if type_ in ("hero", "amount"):
        made.setFont(_proportional())


def _proportional() -> QFont:
    """Only the wish for proportional figures: in large type the tabular 1 stands in a hole of its own."""
    font = QFont()
    font.setFeature(QFont.Tag("tnum"), 0)
    return font


def chip(text: str, tone: Tone = "") -> QLabel:
    """A small pill for a state in a word or two: a tier, "blocked", "saved". Grey without a tone."""
    made = label(text, tone=tone)
    made.setProperty("chip", "true")
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


class ElidedLabel(QLabel):
    """One line of plain text that ends in "…" where room ends, and then tells the whole as its tool tip."""

    def __init__(self, text: str = "", type_: Type = "", *, tone: Tone = "") -> None:
        super().__init__()
        dress(self, type_, tone=tone)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Shows `text` on one line; line breaks in it become spaces."""
        super().setText(" ".join(text.splitlines()))

    def shown_text(self) -> str:
        """What there is room for."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())

    def minimumSizeHint(self) -> QSize:
        """A handful of letters: a long name gives way before its neighbours do."""
        whole = self.sizeHint()
        return QSize(min(self.fontMetrics().averageCharWidth() * 6, whole.width()), whole.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            # the sheet has put the colour of this type, tone and state into the palette
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(self.contentsRect(), self.alignment(), self.shown_text())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            set_tip(self, self.text() if self.shown_text() != self.text() else "")
        return super().event(event)


def set_tip(widget: QWidget, text: str) -> None:
    """Gives `widget` a tool tip that shows `text` literally; "" takes it away."""
    widget.setToolTip(f"<span>{text.translate(ESCAPES)}</span>" if text else "")


def literal(text: str) -> str:
    """`text` for a button, a tab or a menu, where a single "&" would be swallowed as a mnemonic."""
    return text.replace("&", "&&")
