"""One call: whom, the number large, what to say and what to send; and a button for each thing that may come of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from loyaltydesk.model.greetings import Call, Outcome
from loyaltydesk.words import mark, tr
from loyaltydesk.words.greetings import OUTCOMES
from ui.greetings.mail import WITH_CARDS
from ui.theme.blocks import EmptyState
from ui.theme.buttons import Button
from ui.theme.frames import Panel
from ui.theme.scrolling import Scroll
from ui.theme.text import ElidedLabel, label
from ui.theme.theme import Theme

ICONS = {
    Outcome.REACHED: "check",
    Outcome.NO_ANSWER: "phone",
    Outcome.LATER: "clock",
    Outcome.WRONG_NUMBER: "x",
    Outcome.NEVER: "ban",
}
COLUMNS = 3  # of the buttons
COPIED = mark("Copied.")


class CallPanel(Panel):
    """What somebody presses is told; the call, its view knows."""

    outcome_chosen = Signal(object)  # Outcome
    mail_wanted = Signal(bool)  # to be opened at once; else it is saved
    copied = Signal(str)  # a sentence

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._call: Call | None = None
        self._name, self._why = ElidedLabel(type_="name"), label(type_="muted", wrap=True)
        self._phone = ElidedLabel(type_="amount")
        self._spoken, self._message = label(type_="title", wrap=True), label(wrap=True)
        self.copy_phone = Button(theme, tr("Copy the number"), kind="small", icon="copy")
        self.copy_message = Button(theme, tr("Copy"), kind="small", icon="copy")
        self.open_mail = Button(theme, tr("Open as e-mail"), kind="small", icon="mail")
        self.save_mail = Button(theme, tr("Save the e-mail…"), kind="small", icon="download")
        self.with_card = QCheckBox(tr("With the card as a PDF"))
        self.outcomes = {outcome: Button(theme, tr(words), icon=ICONS[outcome]) for outcome, words in OUTCOMES.items()}
        self._nothing = EmptyState(theme, "phone", title="")
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    def show_call(self, call: Call, *, name: str, why: str) -> None:
        """Shows a call."""
        self._call = call
        self._name.setText(name)
        self._why.setText(why)
        self._phone.setText(call.phone or tr("No number"))
        self._spoken.setText(call.spoken)
        self._message.setText(call.message)
        self.copy_phone.setVisible(bool(call.phone))
        for widget in (self.open_mail, self.save_mail, self.with_card):
            widget.setVisible(bool(call.customer.profile.email))
        self.with_card.setVisible(bool(call.customer.profile.email) and call.kind in WITH_CARDS)
        self._stack.setCurrentIndex(0)

    def show_nothing(self, title: str, hint: str) -> None:
        """Says that there is nobody to call."""
        self._nothing.say("phone", title, hint=hint)
        self._stack.setCurrentIndex(1)

    # --- inside

    def _build(self) -> None:
        m = self.theme.m
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, m.s2, 0)
        column.setSpacing(m.s3)
        number = QHBoxLayout()
        number.addWidget(self._phone, 1)
        number.addWidget(self.copy_phone)
        column.addWidget(self._name)
        column.addWidget(self._why)
        column.addLayout(number)
        column.addWidget(self._words(tr("To say"), self._spoken, []))
        mail: list[QWidget] = [self.copy_message, self.open_mail, self.save_mail, self.with_card]
        column.addWidget(self._words(tr("To send"), self._message, mail))
        column.addStretch(1)
        call = QWidget()
        whole = QVBoxLayout(call)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(inside), 1)
        whole.addWidget(label(tr("What came of it?"), "strong"))
        whole.addLayout(self._answers())
        for widget in (call, self._nothing):
            self._stack.addWidget(widget)
        self.box.addWidget(self._stack, 1)

    def _words(self, title: str, words: QWidget, buttons: list[QWidget]) -> Panel:
        """Words on a ground of their own, with what can be done with them."""
        part = Panel(self.theme, surface="inset")
        part.box.addWidget(label(title, "caption"))
        part.box.addWidget(words)
        if buttons:
            grid = QGridLayout()
            for number, button in enumerate(buttons):
                grid.addWidget(button, number // 2, number % 2, Qt.AlignmentFlag.AlignLeft)
            grid.setColumnStretch(1, 1)
            part.box.addLayout(grid)
        return part

    def _answers(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(self.theme.m.s2)
        for number, button in enumerate(self.outcomes.values()):
            grid.addWidget(button, number // COLUMNS, number % COLUMNS)
        return grid

    def _connect(self) -> None:
        self.copy_phone.clicked.connect(lambda: self._copy(self._call.phone if self._call else ""))
        self.copy_message.clicked.connect(lambda: self._copy(self._call.message if self._call else ""))
        self.open_mail.clicked.connect(lambda: self.mail_wanted.emit(True))
        self.save_mail.clicked.connect(lambda: self.mail_wanted.emit(False))
        for outcome, button in self.outcomes.items():
            button.clicked.connect(lambda _on=False, outcome=outcome: self.outcome_chosen.emit(outcome))

    def _copy(self, words: str) -> None:
        QGuiApplication.clipboard().setText(words)
        self.copied.emit(tr(COPIED))
