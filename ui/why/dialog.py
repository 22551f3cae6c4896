"""The window that says why a purchase brought its points; it can be copied, printed, and leads to the rules of then.

To be used as:
    tell_why(page, purchase)
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.model.purchases import Purchase, Why
from loyaltydesk.words import tr
from ui.seams.page import Page
from ui.theme.buttons import Button
from ui.theme.frames import Panel, rule
from ui.theme.growing import grow
from ui.theme.marks import Glyph
from ui.theme.scrolling import Scroll
from ui.theme.text import label
from ui.theme.theme import Theme
from ui.why.story import Story, story_of

if TYPE_CHECKING:  # what draws and prints waits until something is printed
    from loyaltydesk.printing.scene import Document

WIDTH = 560  # px


class WhyDialog(QDialog):
    """One purchase; Esc closes it."""

    version_wanted = Signal(int)

    def __init__(self, theme: Theme, story: Story, *, shop: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.story = story
        self._theme, self._shop = theme, shop
        self.show_paper: Callable[[Document], object] = self._show_paper  # may be replaced, by a test or by the tour
        self.setWindowTitle(tr("Why these points"))
        self.version = Button(theme, tr("The rules of then"), kind="ghost", icon="history")
        self.copy = Button(theme, tr("Copy"), icon="copy")
        self.print = Button(theme, tr("Print…"), icon="printer")
        self.close_button = Button(theme, tr("Close"), kind="action")
        self._lay_out()
        self.version.clicked.connect(self._on_version_pressed)
        self.copy.clicked.connect(self._on_copy_pressed)
        self.print.clicked.connect(self._on_print_pressed)
        self.close_button.clicked.connect(self.accept)
        self.close_button.setDefault(True)
        self.resize(WIDTH * theme.text_percent // 100, 0)
        grow(self)

    def _lay_out(self) -> None:
        m = self._theme.m
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(m.s2)
        inside.addLayout(self._bill())
        inside.addWidget(rule())
        for step in self.story.steps:
            inside.addLayout(self._step(step))
        inside.addWidget(rule())
        inside.addWidget(label(self.story.total, "gain", wrap=True))
        inside.addWidget(label(self.story.programme, "muted", wrap=True))
        inside.addStretch(1)
        panel = Panel(self._theme)
        panel.box.addWidget(Scroll(content), 1)
        foot = QGridLayout()
        foot.setSpacing(m.s2)
        for place, button in enumerate((self.version, self.copy, self.print, self.close_button)):
            foot.addWidget(button, place // 2, place % 2)
        box = QVBoxLayout(self)
        box.setContentsMargins(m.s5, m.s4, m.s5, m.s4)
        box.setSpacing(m.s3)
        box.addWidget(label(self.story.title, "name", wrap=True))
        box.addWidget(label(self.story.about, "muted", wrap=True))
        box.addWidget(panel, 1)
        box.addLayout(foot)

    def _bill(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        grid.setVerticalSpacing(self._theme.m.s1)
        for place, (name, value) in enumerate(self.story.bill):
            last = place == len(self.story.bill) - 1
            grid.addWidget(label(name, "strong" if last else "muted", wrap=True), place, 0)
            grid.addWidget(label(value, "strong" if last else ""), place, 1, Qt.AlignmentFlag.AlignRight)
        return grid

    def _step(self, step: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.m.s2)
        row.addWidget(Glyph(self._theme, "check", role="accent"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(step, wrap=True), 1)
        return row

    def _on_version_pressed(self) -> None:
        self.accept()
        self.version_wanted.emit(self.story.version)

    def _on_copy_pressed(self) -> None:
        QGuiApplication.clipboard().setText(self.story.text())
        self.copy.setText(tr("Copied"))

    def _on_print_pressed(self) -> None:
        from loyaltydesk.printing.why_slip import why_scene

        self.show_paper(why_scene(self.story.face(self._shop)))

    def _show_paper(self, document: "Document") -> None:
        from ui.paper.dialog import PaperDialog

        dialog = PaperDialog(self._theme, document, title=tr("Why these points"), parent=self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def tell_why(page: Page, purchase: Purchase, *, steps: Sequence[Why] = ()) -> WhyDialog:
    """Opens the window on a page; it leads from there to the version the purchase was made under."""
    formats = page.session.formats
    story = page.session.ask(lambda desk: story_of(desk, purchase, formats, steps=steps))
    shop = page.session.ask(lambda desk: desk.shop.settings().name)
    dialog = WhyDialog(page.theme, story, shop=shop, parent=page)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.version_wanted.connect(lambda version: page.wanted.emit("programme", str(version)))
    dialog.finished.connect(page.window().activateWindow)  # or the next scan would be nobody's
    dialog.finished.connect(page.entered)  # and what is typed goes where it went before
    dialog.open()
    return dialog
