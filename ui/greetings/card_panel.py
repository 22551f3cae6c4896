"""The card in the middle as it will be held, side by side to be turned, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from loyaltydesk.model.greetings import Greeting, State, Why
from loyaltydesk.printing.greetings import Side, View
from loyaltydesk.printing.scene import Document
from loyaltydesk.words import tr, trc
from ui.greetings.aside_form import AsideForm
from ui.greetings.hints import Hint
from ui.paper.preview import PagePreview
from ui.theme.blocks import EmptyState
from ui.theme.buttons import Button, SegmentedControl
from ui.theme.flow import Flow
from ui.theme.frames import Panel, empty
from ui.theme.text import ElidedLabel
from ui.theme.theme import Theme


class WholeLabel(ElidedLabel):
    """One line of text that is shown whole or not at all, and then as its tool tip alone."""

    def shown_text(self) -> str:
        """What there is room for."""
        return self.text() if super().shown_text() == self.text() else ""


class CardPanel(Panel):
    """One card. What somebody presses is told; who it is about, the page knows."""

    state_wanted = Signal(object, str)  # State, and why a card is set aside

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.preview = PagePreview(theme)
        self._whose, self._size = ElidedLabel(type_="title"), WholeLabel(type_="muted")
        self._sides: SegmentedControl | None = None
        self._shown: tuple[Side, ...] = ()
        self.sent_button = Button(theme, tr("Mark as sent"), kind="small")
        self.aside_button = Button(theme, tr("Set aside…"), kind="small")
        self.back_button = Button(theme, tr("Take back"), kind="small", icon="undo-2")
        self.aside = AsideForm(theme)
        self._nothing = EmptyState(theme, "cake", title="")
        self._stack = QStackedWidget()
        self._turning, self._actions = QWidget(), QWidget()
        self._side_box = QHBoxLayout(self._turning)
        self._side_box.setContentsMargins(0, 0, 0, 0)
        self._build()
        self._connect()

    # --- from outside

    def show_card(self, greeting: Greeting, views: Sequence[View], *, whose: str, size: str) -> None:
        """Shows a card from the side that was seen before, as far as this one has it."""
        self._whose.setText(whose)
        self._size.setText(size)
        self._show_sides(tuple(view.side for view in views))
        self.preview.show_document(Document(tuple(view.page for view in views), whose))
        self._show_what_applies(greeting)
        self._stack.setCurrentIndex(0)

    def show_nothing(self, hint: Hint) -> None:
        """Says why there is no card to be seen."""
        self._nothing.say(hint.icon, hint.title, hint=hint.words)
        self._stack.setCurrentIndex(1)

    def turn_to(self, side: int) -> None:
        """Turns the card to a side, counted from 0."""
        self.preview.turn_to(side)

    def go_back(self) -> bool:
        """Takes back the question why a card is set aside; False where it is not asked."""
        if not self.aside.isVisible():
            return False
        self._end_question()
        return True

    # --- inside

    def _build(self) -> None:
        self._size.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._size.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # what the title leaves
        self._stack.addWidget(self._card())
        self._stack.addWidget(self._nothing)
        self.box.addWidget(self._stack, 1)

    def _card(self) -> QWidget:
        head, foot = QHBoxLayout(), Flow(self.theme.m.s2)
        self._actions.setLayout(foot)
        head.setSpacing(self.theme.m.s3)
        head.addWidget(self._whose)
        head.addWidget(self._size, 1)
        foot.addWidget(self._turning)
        foot.addWidget(self._marking())
        card = QWidget()
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.m.s2)
        column.addLayout(head)
        column.addWidget(self.preview, 1)
        column.addWidget(self._actions)
        column.addWidget(self.aside)
        self.aside.hide()
        return card

    def _marking(self) -> QWidget:
        """What can be said of the card, together in one row wherever that finds room."""
        together = QWidget()
        row = QHBoxLayout(together)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.theme.m.s2)
        for button in (self.sent_button, self.aside_button, self.back_button):
            row.addWidget(button)
        return together

    def _connect(self) -> None:
        self.preview.page_turned.connect(self._on_page_turned)
        self.sent_button.clicked.connect(lambda: self.state_wanted.emit(State.SENT, ""))
        self.back_button.clicked.connect(lambda: self.state_wanted.emit(State.TO_DO, ""))
        self.aside_button.clicked.connect(self._on_aside_pressed)
        self.aside.left.connect(self._end_question)
        self.aside.answered.connect(self._on_aside_answered)

    def _show_sides(self, sides: tuple[Side, ...]) -> None:
        """A segment for each side, made anew for a card that has others."""
        if sides == self._shown:
            return
        self._shown = sides
        empty(self._side_box)
        self._sides = SegmentedControl(self.theme, [(str(n), _side(side)) for n, side in enumerate(sides)])
        self._sides.setAccessibleName(tr("Side of the card"))
        self._turning.setVisible(len(sides) > 1)
        self._sides.chosen.connect(lambda key: self.preview.turn_to(int(key)))
        self._side_box.addWidget(self._sides)
        before: QWidget = self.preview
        for button in self._sides.findChildren(Button):  # made last, they would come last for Tab, too
            QWidget.setTabOrder(before, button)
            before = button

    def _show_what_applies(self, greeting: Greeting) -> None:
        state = greeting.state
        by_rule = state is State.SKIPPED and greeting.why is not Why.BY_HAND
        self.sent_button.setVisible(state in (State.TO_DO, State.PRINTED))
        self.aside_button.setVisible(state is State.TO_DO)
        self.back_button.setVisible(state is not State.TO_DO and not by_rule)
        self._end_question()

    def _end_question(self) -> None:
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.aside.isAncestorOf(focus)
        self.aside.hide()
        self._actions.show()
        if had_focus:
            self.aside_button.setFocus()

    # --- slots

    def _on_page_turned(self, number: int) -> None:
        if self._sides and number < len(self._shown):
            self._sides.choose(str(number))
            self.preview.setAccessibleName(_side(self._shown[number]))

    def _on_aside_pressed(self) -> None:
        self._actions.hide()
        self.aside.ask()

    def _on_aside_answered(self, note: str) -> None:
        self.state_wanted.emit(State.SKIPPED, note)


def _side(side: Side) -> str:
    """A side of the card; the word for its back is also that of a button that leads back."""
    return {
        "front": trc("side of a card", "Front"),
        "inside": trc("side of a card", "Inside"),
        "back": trc("side of a card", "Back"),
    }[side]
