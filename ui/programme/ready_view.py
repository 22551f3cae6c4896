"""The first step of a new start: one of the ready programmes, to be changed as one likes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from loyaltydesk.rules.ready import READY, ready_programme
from loyaltydesk.words import LANGUAGES, active, tr
from ui.firstrun.ready_card import ready_card
from ui.programme.draft import Draft
from ui.programme.view import View
from ui.seams.session import Session
from ui.theme.blocks import Banner
from ui.theme.buttons import Button
from ui.theme.frames import empty
from ui.theme.scrolling import Scroll
from ui.theme.theme import Theme


class ReadyView(View):
    """Three cards; the chosen one becomes the draft."""

    left = Signal()
    done = Signal()

    def __init__(self, theme: Theme, session: Session, draft: Draft) -> None:
        super().__init__(theme, session)
        self._draft = draft
        self._group = QButtonGroup(self)
        self.warning = Banner(theme, tr("This takes the place of your draft."), tone="warning")
        self.add_back().clicked.connect(self.left)
        self.on = Button(theme, tr("Next"), kind="action")
        self.on.clicked.connect(self._on_next_pressed)
        self.bar.box.addWidget(self.on)
        content = QWidget()
        self._row = QHBoxLayout(content)
        self._row.setContentsMargins(0, 0, theme.m.s2, 0)
        self._row.setSpacing(theme.m.s3)
        self.column.addWidget(self.warning)
        self.column.addWidget(Scroll(content), 1)

    def begin(self) -> None:
        """Shows them in the language and the currency of the shop."""
        step = tr("Step {number} of {count}").format(number=1, count=4)
        self.say_title(tr("Ready programmes"), step)
        self.warning.setVisible(self._draft.is_changed)
        for button in self._group.buttons():
            self._group.removeButton(button)
        empty(self._row)
        for number, name in enumerate(READY):
            card = ready_card(self.theme, name, language=self._language, currency=self._draft.base.currency)
            card.setChecked(number == 0)
            self._group.addButton(card, number)
            self._row.addWidget(card, 1)
            card.show()

    def start(self) -> None:
        self._group.button(self._group.checkedId()).setFocus()

    @property
    def _language(self) -> str:
        language = self.session.ask(lambda desk: desk.shop.settings()).language
        return language if language in LANGUAGES else active().language

    def _on_next_pressed(self) -> None:
        name = READY[self._group.checkedId()]
        self._draft.begin(ready_programme(name, self._language, currency=self._draft.base.currency), new_start=True)
        self.done.emit()
