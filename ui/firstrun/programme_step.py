"""The third question: which of the ready programmes the shop begins with."""

from msgspec.structs import replace
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout

from loyaltydesk.model.money import currency
from loyaltydesk.rules.ready import READY
from loyaltydesk.words import tr
from ui.firstrun.answers import Answers
from ui.firstrun.ready_card import ready_card
from ui.firstrun.step import Step
from ui.theme.theme import Theme


class ProgrammeStep(Step):
    """Three cards, one of them on."""

    def __init__(self, theme: Theme, answers: Answers) -> None:
        super().__init__(
            theme,
            title=tr("The programme"),
            hint=tr("What shall customers get? Every number can be changed later."),
        )
        self._group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(theme.m.s3)
        for number, name in enumerate(READY):
            card = ready_card(theme, name, language=answers.language, currency=currency(answers.currency))
            card.setChecked(name == answers.programme)
            self._group.addButton(card, number)
            row.addWidget(card, 1)
        self.box.addLayout(row)
        self.box.addStretch(1)

    def begin(self) -> None:
        """The focus is on the card that is on: arrows go to another, Enter makes the shop."""
        self._group.button(self._group.checkedId()).setFocus()

    def answered(self, answers: Answers) -> Answers:
        """The programme of the card that is on."""
        return replace(answers, programme=READY[self._group.checkedId()])
