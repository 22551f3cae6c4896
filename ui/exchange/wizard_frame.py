"""The frame of the wizard: a bar with the way back and the way on, the steps one at a time, and what is under way."""

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QStackedWidget, QVBoxLayout, QWidget

from loyaltydesk.words import tr
from ui.exchange.progress_view import ProgressView
from ui.exchange.step import Step
from ui.seams.formats import QtFormats
from ui.theme.buttons import Button
from ui.theme.frames import Panel
from ui.theme.text import ElidedLabel, label
from ui.theme.theme import Theme

ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def pause() -> int:
    """How soon (ms) another Enter is the same one, of a hand that presses everything twice."""
    return QApplication.doubleClickInterval()


class WizardFrame(QWidget):
    """Enter goes on; a subclass says what that means, and what going back does."""

    def __init__(self, theme: Theme, title: str, steps: Sequence[tuple[str, Step]]) -> None:
        """`steps` are their names and their views."""
        super().__init__()
        self.theme = theme
        self.number = 0
        self._entered = QElapsedTimer()
        self._names, self.steps = [name for name, _step in steps], [step for _name, step in steps]
        self.progress = ProgressView(theme)
        self.back_button = Button(theme, tr("Back"), kind="ghost", icon="arrow-left")
        self.next_button = Button(theme, tr("Next"), kind="action")
        self._title, self._place = ElidedLabel(title, "name"), label(type_="caption")
        self._stack = QStackedWidget()
        self._lay_out()
        for step in self.steps:
            step.answered.connect(self.show_next)
        self.next_button.clicked.connect(self.go_on)
        self.back_button.clicked.connect(self.go_back)
        for button in (self.next_button, self.back_button):
            button.installEventFilter(self)

    # --- for a subclass

    @property
    def is_busy(self) -> bool:
        """Whether something is under way, so that nobody can go on."""
        raise NotImplementedError

    def go_on(self) -> None:
        """Goes on from the step that is shown."""
        raise NotImplementedError

    def go_back(self) -> bool:
        """Goes back from the step that is shown."""
        raise NotImplementedError

    # --- what is seen

    def start(self) -> None:
        """Puts the focus where work goes on."""
        if self.is_busy:
            self.progress.stop_button.setFocus()
        elif self.next_button.isEnabled():
            self.next_button.setFocus()
        else:
            self.steps[self.number].start()

    def show_step(self, number: int) -> None:
        """Shows a step with the focus where it begins."""
        self.number = number
        self._stack.setCurrentWidget(self.steps[number])
        place = tr("Step {number} of {count}: {name}")
        self._place.setText(place.format(number=number + 1, count=len(self.steps), name=self._names[number]))
        self.setAccessibleName(self._place.text())
        self.show_next()
        self.start()

    def show_progress(self, title: str, hint: str, *, formats: QtFormats) -> None:
        """Shows that something is under way, until a step is shown again."""
        self._stack.setCurrentWidget(self.progress)
        self.progress.begin(title, hint, formats=formats)
        self.next_button.setEnabled(False)

    def show_next(self) -> None:
        """Shows whether one can go on, and what that means."""
        step = self.steps[self.number]
        self.next_button.setText(step.next_words())
        self.next_button.setEnabled(step.is_ready and not self.is_busy)
        self.back_button.setVisible(self.number < len(self.steps) - 1)

    def _lay_out(self) -> None:
        bar = Panel(self.theme, surface="bar", across=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._place)
        words.addStretch(1)
        bar.box.addWidget(self.back_button)
        bar.box.addLayout(words, 1)
        bar.box.addWidget(self.next_button)
        for view in (*self.steps, self.progress):
            self._stack.addWidget(view)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar)
        whole.addWidget(self._stack, 1)

    def _is_echo(self, event: QEvent) -> bool:
        """Whether an Enter came of one that has been heard: else it would write before anybody saw what."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress or event.key() not in ENTERS:
            return False
        soon = self._entered.isValid() and self._entered.elapsed() < pause()
        self._entered.start()
        return soon or event.isAutoRepeat()

    # --- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # the second half of a double click would press what the next step has in the same place
        twice = event.type() is QEvent.Type.MouseButtonDblClick or self._is_echo(event)
        return twice or super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = self.focusWidget()
        if event.key() not in ENTERS:
            super().keyPressEvent(event)
        elif self._is_echo(event):
            return
        elif isinstance(focus, QAbstractButton) and not focus.isCheckable() and self.isAncestorOf(focus):
            focus.click()
        else:
            self.go_on()
