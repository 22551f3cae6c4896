"""The first question: which language; a press is the answer, and from then on everything speaks it."""

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout

from loyaltydesk.words import LANGUAGES, tr
from ui.firstrun.answers import Answers
from ui.firstrun.step import Step
from ui.theme.choice_card import ChoiceCard
from ui.theme.text import label
from ui.theme.theme import Theme


class LanguageStep(Step):
    """A large card for each language, under the name it gives itself; `chosen` carries its code."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, answers: Answers) -> None:
        super().__init__(
            theme,
            title=tr("Welcome to Loyalty Desk"),
            hint=tr("Which language shall the till speak? You can change it later."),
        )
        self._group = QButtonGroup(self)
        grid = QGridLayout()
        grid.setSpacing(theme.m.s3)
        for number, (code, name) in enumerate(LANGUAGES.items()):
            card = ChoiceCard(theme, name=name)
            word = label(name, "title")
            word.setAlignment(Qt.AlignmentFlag.AlignCenter)
            card.box.addWidget(word)
            card.setMinimumHeight(theme.m.touch_l + theme.m.s6)
            card.setChecked(code == answers.language)
            card.clicked.connect(lambda _on=True, code=code: self.chosen.emit(code))
            self._group.addButton(card, number)
            grid.addWidget(card, number // 2, number % 2)
        self.box.addLayout(grid)
        self.box.addStretch(1)

    def begin(self) -> None:
        """The focus is on the language in use: arrows go to another, Enter goes on."""
        self._group.button(self._group.checkedId()).setFocus()

    def answered(self, answers: Answers) -> Answers:
        """The language of the card that is on."""
        return replace(answers, language=list(LANGUAGES)[self._group.checkedId()])
