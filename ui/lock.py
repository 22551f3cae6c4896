"""The lock: hides everything behind it and asks who is at the till; whoever it is, the till goes on where it was.

Where the shop has a list of its staff, only they can be chosen; without one, whoever types a name.
"""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from loyaltydesk.words import tr
from ui.seams.preferences import Preferences
from ui.seams.session import Session
from ui.theme.buttons import Button
from ui.theme.forms import Field, FormRow
from ui.theme.frames import Panel
from ui.theme.marks import IconTile
from ui.theme.text import label
from ui.theme.theme import Theme

CASHIER = "cashier"  # the kind under which the shop keeps their names
LONGEST = 40
WIDE = 460  # px of the panel
SEEN = 5  # names at once


class Lock(Panel):
    """Who is here? A name used before, or a new one; Enter unlocks."""

    unlocked = Signal()

    def __init__(self, theme: Theme, session: Session, preferences: Preferences) -> None:
        super().__init__(theme, surface="page")
        self._session, self._preferences = session, preferences
        self._names: list[Button] = []
        self._field = Field(theme, tr("Name"))
        self._field.setMaxLength(LONGEST)
        self._row = FormRow(theme, self._field, text=tr("Somebody else"))
        self._unlock = Button(theme, tr("Unlock"), kind="primary", key="⏎")
        self._list, self._scroll = QVBoxLayout(), QScrollArea()
        self._lay_out_parts()
        self._field.textEdited.connect(self._row.accept)
        self._field.returnPressed.connect(self._on_confirmed)
        self._unlock.clicked.connect(self._on_confirmed)

    def ask(self) -> None:
        """Lists who has been at this shop's tills; the focus is on whoever was here last."""
        for button in self._names:
            button.hide()
            button.deleteLater()
        last, listed = self._preferences.cashier, self._session.ask(lambda desk: desk.staff.at_till())
        names = listed or self._session.ask(lambda desk: (*desk.shop.names(CASHIER), *([last] if last else [])))
        for part in (self._row, self._unlock):
            part.setVisible(not listed)
        ordered = sorted(set(names), key=lambda name: (name != last, name.casefold()))
        self._names = [self._name_button(name) for name in ordered]
        for before, after in pairwise((*self._names, self._field)):
            QWidget.setTabOrder(before, after)
        self._scroll.setFixedHeight(min(len(ordered), SEEN) * (self.theme.m.touch + self.theme.m.s2))
        self._field.clear()
        self._row.accept()
        (self._names[0] if self._names else self._field).setFocus()

    def _lay_out_parts(self) -> None:
        m = self.theme.m
        card, middle = Panel(self.theme), QHBoxLayout()
        card.setFixedWidth(WIDE)
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(tr("Locked"), "name"))
        words.addWidget(label(tr("Who is at the till now?"), "muted"))
        head.setSpacing(m.s4)
        head.addWidget(IconTile(self.theme, "lock", side="medium"))
        head.addLayout(words, 1)
        inside, scroll = QWidget(), self._scroll
        inside.setLayout(self._list)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(m.s2)
        self._list.addStretch(1)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        card.box.addLayout(head)
        card.box.addSpacing(m.s2)
        card.box.addWidget(scroll)
        card.box.addWidget(self._row)
        card.box.addWidget(self._unlock)
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        self.box.addStretch(2)
        self.box.addLayout(middle)
        self.box.addStretch(3)

    def _name_button(self, name: str) -> Button:
        button = Button(self.theme, name, icon="user")
        button.clicked.connect(lambda: self._let_in(name))
        self._list.insertWidget(self._list.count() - 1, button)
        return button

    def _on_confirmed(self) -> None:
        name = " ".join(self._field.text().split())
        if name:
            self._let_in(name)
        else:
            self._row.refuse(tr("Type your name, or choose it above."))
            self._field.setFocus()

    def _let_in(self, name: str) -> None:
        known = self._session.ask(lambda desk: (*desk.shop.names(CASHIER), *desk.staff.at_till()))
        if name not in known:
            self._session.do(
                lambda desk: desk.shop.save(CASHIER, name, fields={"name": name}), refused=self._row.refuse
            )
        self._preferences.cashier = name
        self._session.ask(lambda desk: desk.at_work(name, self._preferences.till))
        self.unlocked.emit()
