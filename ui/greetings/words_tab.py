"""What cards of one kind say in one language: heading and text with their fields, how people are addressed, a gift."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QVBoxLayout, QWidget

from loyaltydesk.model.greetings import GreetingText, Register
from loyaltydesk.words import tr
from ui.theme.buttons import Button
from ui.theme.forms import Choice, Field, FormRow
from ui.theme.text import literal
from ui.theme.theme import Theme

LONGEST = 200  # letters of a heading
LINES = 6  # of the text that are seen
FEWEST = 12  # letters of a choice that are always seen
NO_GIFT = ""


class Wording(Struct, frozen=True):
    """What the form shows: one way of wording, whether there are others, and what can lie inside the card.

    `kept` says that the owner's own words are in the shop's file, in place of the ready ones; what lies inside is not
    to be chosen where it was `given` already.
    """

    text: GreetingText
    register: Register
    rewards: Sequence[tuple[str, str]]  # keys and names
    reward: str = NO_GIFT
    has_others: bool = True
    kept: bool = False
    given: bool = False


class WordsTab(QWidget):
    """The form. `edited` comes with the wording that was typed, the others with what somebody chose."""

    edited = Signal(object)  # GreetingText
    other_wanted = Signal()
    ready_wanted = Signal()
    register_chosen = Signal(str)
    reward_chosen = Signal(str)

    def __init__(self, theme: Theme, fields: Mapping[str, str]) -> None:
        """`fields` are what may be filled in, by what stands in the text for it, each with its name."""
        super().__init__()
        self._text = GreetingText("", "")
        self.heading = Field(theme, tr("Heading"))
        self.heading.setMaxLength(LONGEST)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("Text"))
        self.text.setTabChangesFocus(True)
        self._last: Field | QPlainTextEdit = self.text  # where a field goes that is chosen from the menu
        self.other_button = Button(theme, tr("Other words"), kind="small", icon="refresh-cw")
        self.ready_button = Button(theme, tr("Ready words"), kind="small", icon="undo-2")
        self.insert_button = Button(theme, tr("Insert…"), kind="small", icon="plus")
        self.insert_button.setMenu(self._menu(fields))
        registers = [(Register.FORMAL.value, tr("Formal")), (Register.FAMILIAR.value, tr("Familiar"))]
        self.register = _choice(tr("How people are addressed"), registers)
        self.reward = _choice(tr("Voucher inside"), [])
        self._reward_row = FormRow(theme, self.reward, text=tr("Voucher inside"))
        self._lay_out(theme)
        self._connect()
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_wording(self, wording: Wording) -> None:
        """Shows a wording; what is being typed stays as it is, and so does the cursor in it."""
        self._text = wording.text
        if self.heading.text() != wording.text.heading:
            self.heading.setText(wording.text.heading)
            self.heading.setCursorPosition(0)
        if self.text.toPlainText() != wording.text.text:
            self.text.blockSignals(True)  # nobody typed it
            self.text.setPlainText(wording.text.text)
            self.text.blockSignals(False)
        self.other_button.setEnabled(wording.has_others)
        self.ready_button.setVisible(wording.kept)
        self.register.choose(wording.register.value)
        self.reward.clear()
        for key, name in ((NO_GIFT, tr("No voucher")), *wording.rewards):
            self.reward.addItem(name, key)
        self.reward.choose(wording.reward)
        self._reward_row.setVisible(not wording.given)

    # --- inside

    def _menu(self, fields: Mapping[str, str]) -> QMenu:
        menu = QMenu(self)
        for field, name in fields.items():
            action = QAction(literal(name), menu)
            action.triggered.connect(lambda _on=False, field=field: self._insert(field))
            menu.addAction(action)
        return menu

    def _insert(self, field: str) -> None:
        if isinstance(self._last, QPlainTextEdit):
            self._last.insertPlainText(field)
        else:
            self._last.insert(field)
            self._on_edited()
        self._last.setFocus()

    def _lay_out(self, theme: Theme) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, theme.m.s2, 0)
        box.setSpacing(theme.m.s2)
        box.addWidget(FormRow(theme, self.heading, text=tr("Heading")))
        hint = tr("A sentence whose field is not known of somebody is left out.")
        box.addWidget(FormRow(theme, self.text, text=tr("Text"), hint=hint))
        for button in (self.other_button, self.ready_button, self.insert_button):
            box.addWidget(button)
        box.addWidget(FormRow(theme, self.register, text=tr("How people are addressed")))
        box.addWidget(self._reward_row)
        box.addStretch(1)

    def _connect(self) -> None:
        self.heading.textEdited.connect(self._on_edited)
        self.text.textChanged.connect(self._on_edited)
        for field in (self.heading, self.text):
            field.installEventFilter(self)
        self.other_button.clicked.connect(self.other_wanted)
        self.ready_button.clicked.connect(self.ready_wanted)
        self.register.chosen.connect(self.register_chosen)
        self.reward.chosen.connect(self.reward_chosen)

    def _on_edited(self) -> None:
        self._text = replace(self._text, heading=self.heading.text(), text=self.text.toPlainText())
        self.edited.emit(self._text)

    def _on_theme_changed(self) -> None:
        self.text.setFixedHeight(LINES * self.text.fontMetrics().lineSpacing() + 24)

    # --- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, Field | QPlainTextEdit):
            self._last = watched
        return super().eventFilter(watched, event)


def _choice(name: str, options: list[tuple[str, str]]) -> Choice:
    choice = Choice(name, options)
    choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.setMinimumContentsLength(FEWEST)  # a long name must not widen the column
    return choice
