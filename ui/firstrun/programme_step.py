"""The third question: which of the ready programmes the shop begins with."""

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout

from loyaltydesk.model.money import currency
from loyaltydesk.rules.programme_file import read_programme
from loyaltydesk.rules.ready import READY, ready_programme
from loyaltydesk.words import mark, tr
from loyaltydesk.words.programmes import promises
from ui.firstrun.answers import Answers
from ui.firstrun.choice_card import ChoiceCard
from ui.firstrun.step import Step
from ui.seams.formats import QtFormats
from ui.theme.marks import Glyph, IconTile
from ui.theme.text import label
from ui.theme.theme import Theme

# icon, and whom it is for
FACES = {
    "cafe": ("coffee", mark("For cafés, bakeries and kiosks")),
    "shop": ("crown", mark("For shops with many regulars")),
    "visits": ("ticket", mark("For hairdressers, car washes and the like")),
}


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
            card = _card(theme, name, answers)
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


def _card(theme: Theme, name: str, answers: Answers) -> ChoiceCard:
    money = currency(answers.currency)
    programme = read_programme(ready_programme(name, answers.language, currency=money))
    icon, whom = FACES[name]
    lines = promises(programme, QtFormats(answers.language, money))
    card = ChoiceCard(theme, name=programme.name, description=". ".join((tr(whom), *lines)))
    head = QHBoxLayout()
    head.setSpacing(theme.m.s3)
    head.addWidget(IconTile(theme, icon))
    head.addWidget(label(programme.name, "title", wrap=True), 1)
    card.box.addLayout(head)
    card.box.addWidget(label(tr(whom), "muted", wrap=True))
    card.box.addSpacing(theme.m.s1)
    for line in lines:
        card.box.addLayout(_promise(theme, line))
    card.box.addStretch(1)
    return card


def _promise(theme: Theme, words: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(theme.m.s2)
    line.addWidget(Glyph(theme, "check", role="accent"), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label(words, wrap=True), 1)
    return line
