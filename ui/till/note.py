"""What the customer in hand says, written down in one line: Enter keeps it as a suggestion, or one says what it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from loyaltydesk.model.voices import AT_THE_TILL, VoiceKind
from loyaltydesk.words import tr
from loyaltydesk.words.voices import KINDS
from ui.theme.buttons import Button
from ui.theme.frames import Panel
from ui.theme.sheet import restyle
from ui.theme.text import ElidedLabel
from ui.theme.theme import Theme
from ui.till.entry import EntryField

ICONS = {VoiceKind.SUGGESTION: "message-square-text", VoiceKind.COMPLAINT: "circle-alert", VoiceKind.PRAISE: "heart"}


class NotePanel(Panel):
    """One line and three buttons; what was typed of somebody is still there when it is opened for them again."""

    kept = Signal(VoiceKind)
    left = Signal()  # back to the amount

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.customer = ""  # whose words they are
        self._drafts: dict[str, str] = {}  # what was typed of others and is not kept yet
        self._question = ""
        self._title = ElidedLabel(type_="title")
        self.field = EntryField(theme, tr("What they said"))
        self.field.setPlaceholderText(tr("in a few words, for the owner to answer"))
        buttons = QHBoxLayout()
        for kind in AT_THE_TILL:
            key = "⏎" if kind is VoiceKind.SUGGESTION else ""
            button = Button(theme, tr(KINDS[kind]), icon=ICONS[kind], key=key)
            button.clicked.connect(lambda _on=False, kind=kind: self.kept.emit(kind))
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.box.addWidget(self._title)
        self.box.addWidget(self.field)
        self.box.addLayout(buttons)
        self.box.addStretch(1)
        self.field.entered.connect(lambda: self.kept.emit(VoiceKind.SUGGESTION))
        self.field.left.connect(self.left)
        self.field.textEdited.connect(self._ask)

    def ask(self, customer: str, name: str) -> None:
        """Opens for a customer who goes by this name."""
        if customer != self.customer:
            if self.field.text():
                self._drafts[self.customer] = self.field.text()
            self.field.setText(self._drafts.pop(customer, ""))
        self.customer = customer
        self._question = tr("What does {name} say?").format(name=name)
        self._ask()
        self.field.setFocus()

    def refuse(self, sentence: str) -> None:
        """Says in place why it was not kept."""
        self._say(sentence, wrong=True)
        self.field.setFocus()

    def _ask(self) -> None:
        self._say(self._question, wrong=False)

    def _say(self, words: str, *, wrong: bool) -> None:
        self._title.setText(words)
        self.field.setAccessibleDescription(words)
        restyle(self._title, tone="danger" if wrong else "")
        restyle(self.field, state="error" if wrong else "")
