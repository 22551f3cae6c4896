"""A ready programme on a card that can be chosen: its name, whom it is for, and what it promises."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from loyaltydesk.model.money import Currency
from loyaltydesk.rules.programme_file import read_programme
from loyaltydesk.rules.ready import ready_programme
from loyaltydesk.words import mark, tr
from loyaltydesk.words.programmes import promises
from ui.seams.formats import QtFormats
from ui.theme.choice_card import ChoiceCard
from ui.theme.marks import Glyph, IconTile
from ui.theme.text import label
from ui.theme.theme import Theme

# icon, and whom it is for
FACES = {
    "cafe": ("coffee", mark("For cafés, bakeries and kiosks")),
    "shop": ("crown", mark("For shops with many regulars")),
    "visits": ("ticket", mark("For hairdressers, car washes and the like")),
}


def ready_card(theme: Theme, name: str, *, language: str, currency: Currency) -> ChoiceCard:
    """The card of a ready programme, in a language and with amounts in a currency."""
    programme = read_programme(ready_programme(name, language, currency=currency))
    icon, whom = FACES[name]
    lines = promises(programme, QtFormats(language, currency))
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
