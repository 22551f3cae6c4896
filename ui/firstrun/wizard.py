"""The window of the first run: three questions one after the other, and at the end a shop."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.model.money import currency
from loyaltydesk.model.refusals import Refused
from loyaltydesk.words import active, tr
from loyaltydesk.words.refusals import sentence
from ui.firstrun.answers import guessed, make_shop
from ui.firstrun.language_step import LanguageStep
from ui.firstrun.programme_step import ProgrammeStep
from ui.firstrun.shop_step import ShopStep
from ui.firstrun.step import Step
from ui.seams.formats import QtFormats
from ui.theme.blocks import Banner
from ui.theme.buttons import Button
from ui.theme.frames import Panel
from ui.theme.marks import Avatar
from ui.theme.progress import ProgressBar
from ui.theme.scrolling import Scroll
from ui.theme.text import label
from ui.theme.theme import Theme

WIDEST = 900
COUNT = 3


class FirstRun(QWidget):
    """Asks for language, shop and programme; Enter goes on, Esc leaves and nothing has happened."""

    made = Signal()  # the shop is there
    demo_wished = Signal()

    def __init__(
        self, theme: Theme, path: Path, now: Callable[[], datetime], *, speak: Callable[[str], None], locale: QLocale
    ) -> None:
        """`path` is where the shop will be; `speak` makes the whole program speak another language."""
        super().__init__()
        self.theme = theme
        self._path = path
        self._now = now
        self._speak = speak
        self._locale = locale
        self.answers = guessed(active().language, locale)
        self.number = 0
        self.step: Step | None = None
        self._content: QWidget | None = None
        self.setObjectName("page")
        self.setWindowTitle(tr("Loyalty Desk"))
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self.resize(self._widest() + 100, 660)
        self._show_step()

    def _widest(self) -> int:
        """px; longer lines are hard to read."""
        return WIDEST * self.theme.text_percent // 100

    # --- going on and back

    def go_on(self) -> None:
        """To the next question, or after the last one to the shop."""
        assert self.step is not None
        answers = self.step.answered(self.answers)
        if answers is None:
            return
        self.answers = answers
        if self.number < COUNT - 1:
            self._go(self.number + 1)
        else:
            self._make()

    def go_back(self) -> None:
        """To the question before; what was answered stays."""
        assert self.step is not None
        self.answers = self.step.answered(self.answers) or self.answers
        self._go(self.number - 1)

    def _go(self, number: int) -> None:
        self.number = number
        self._show_step()

    def _make(self) -> None:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            make_shop(self._path, self.answers, self._now)
        except Refused as refused:
            formats = QtFormats(active().language, currency(self.answers.currency))
            self.banner.say(sentence(refused, formats), tone="danger")
            self.banner.show()
        else:
            self.made.emit()
        finally:
            QApplication.restoreOverrideCursor()

    def _on_language_chosen(self, language: str) -> None:
        if language != self.answers.language:
            self.answers = self.answers.in_language(language, self._locale)
            self._speak(language)
            self._show_step()

    # --- what is seen

    def _show_step(self) -> None:
        """Makes the page anew: it may speak another language now, or count in another currency."""
        old, self._content = self._content, QWidget()
        self.step = self._made_step()
        self._whole.addWidget(self._content)
        self._lay_out(self._content, self.step)
        self.setAccessibleName(self.step.title)
        if old:
            old.hide()
            old.deleteLater()
            self._content.show()  # at once: what is not seen takes no focus
        self.step.begin()

    def _made_step(self) -> Step:
        if self.number == 0:
            languages = LanguageStep(self.theme, self.answers)
            # later: the card that was pressed still has to put the focus on itself, and will be gone
            languages.chosen.connect(self._on_language_chosen, Qt.ConnectionType.QueuedConnection)
            return languages
        return (ShopStep if self.number == 1 else ProgrammeStep)(self.theme, self.answers)

    def _lay_out(self, content: QWidget, step: Step) -> None:
        m = self.theme.m
        column = QWidget()
        column.setMaximumWidth(self._widest())
        box = QVBoxLayout(column)
        box.setContentsMargins(m.s5, m.s5, m.s5, m.s5)
        box.setSpacing(m.s4)
        box.addLayout(self._head())
        card = Panel(self.theme)
        card.box.setContentsMargins(m.s6, m.s5, m.s6, m.s5)
        card.box.addWidget(Scroll(step), 1)
        box.addWidget(card, 1)
        self.banner = Banner(self.theme, "", tone="danger")
        self.banner.hide()
        box.addWidget(self.banner)
        box.addLayout(self._foot())
        across = QHBoxLayout(content)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(column, 1000)
        across.addStretch(1)

    def _head(self) -> QHBoxLayout:
        place = tr("Step {number} of {count}").format(number=self.number + 1, count=COUNT)
        bar = ProgressBar(self.theme, thin=True)
        bar.setAccessibleName(place)
        bar.show_progress(self.number + 1, goal=COUNT)
        head = QHBoxLayout()
        head.setSpacing(self.theme.m.s4)
        head.addWidget(Avatar(self.theme, "Loyalty Desk", solid=True))
        words = QVBoxLayout()
        words.setSpacing(self.theme.m.s2)
        words.addStretch(1)
        words.addWidget(label(place, "caption"))
        words.addWidget(bar)
        words.addStretch(1)
        head.addLayout(words, 1)
        return head

    def _foot(self) -> QHBoxLayout:
        last = self.number == COUNT - 1
        demo = Button(self.theme, tr("Look around in a demo shop"), kind="ghost", icon="store")
        on = Button(self.theme, tr("Open the shop") if last else tr("Next"), kind="action")
        demo.clicked.connect(self.demo_wished)
        on.clicked.connect(self.go_on)
        foot = QHBoxLayout()
        foot.setSpacing(self.theme.m.s2)
        if self.number:
            back = Button(self.theme, tr("Back"), icon="arrow-left")
            back.clicked.connect(self.go_back)
            foot.addWidget(back)
        foot.addWidget(demo)
        foot.addStretch(1)
        foot.addWidget(on)
        return foot

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(focus, QAbstractButton) and not focus.isCheckable():
            focus.click()
        else:
            self.go_on()
