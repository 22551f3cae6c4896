"""The panel on the right: how cards look, what they say and who signs; saved for all of a kind, or for one card."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QWidget

from loyaltydesk.words import tr
from ui.greetings.look_tab import LookTab
from ui.greetings.signature_tab import SignatureTab
from ui.greetings.words_tab import WordsTab
from ui.theme.buttons import Button
from ui.theme.flow import Flow
from ui.theme.frames import Panel
from ui.theme.scrolling import Scroll
from ui.theme.sheet import restyle
from ui.theme.text import chip, label
from ui.theme.theme import Theme


class Designer(Panel):
    """Three tabs, and below them what is to become of the changes."""

    save_wanted = Signal()
    own_wanted = Signal()
    drop_wanted = Signal()

    def __init__(self, theme: Theme, fields: Mapping[str, str]) -> None:
        """`fields` are what may be filled into the words."""
        super().__init__(theme)
        self.look, self.words, self.signature = LookTab(theme), WordsTab(theme, fields), SignatureTab(theme)
        self.tabs, self._stack = QTabBar(), QStackedWidget()
        self._state = chip("")
        self._told = label(type_="muted", wrap=True)
        self.save_button = Button(theme, "", kind="action", icon="check")
        self.own_button = Button(theme, tr("Only for this card"), kind="small")
        self.drop_button = Button(theme, tr("Undo"), kind="small", icon="undo-2")
        self._foot = QWidget()
        self._build()
        for widget in (self._state, self.save_button, self._foot):  # until there is a card
            widget.hide()
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.save_button.clicked.connect(self.save_wanted)
        self.own_button.clicked.connect(self.own_wanted)
        self.drop_button.clicked.connect(self.drop_wanted)

    def show_state(self, kind: str, *, changed: bool, own: bool) -> None:
        """Says whether something is not saved, and for which cards it counts; `kind` is what they are for."""
        self._told.setText(tr("For this card alone") if own else tr("For all: {occasion}").format(occasion=kind))
        self._state.setText(tr("Own") if own else tr("Not saved yet") if changed else tr("Saved"))
        self._state.show()
        restyle(self._state, tone="info" if own else "warning" if changed else "accent")
        self.save_button.setText(tr("Save for all"))
        self.save_button.setVisible(changed)
        self.own_button.setVisible(changed and not own)
        self.drop_button.setText(tr("As all others") if own else tr("Undo"))
        self.drop_button.setVisible(changed or own)
        self._foot.setVisible(changed or own)
        self.words.reward.setEnabled(not own)

    # --- inside

    def _build(self) -> None:
        m = self.theme.m
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.setAccessibleName(tr("Parts of the design"))
        pages = ((self.look, tr("Design")), (self.words, tr("Words")), (self.signature, tr("Signature")))
        for page, name in pages:
            self.tabs.addTab(name)
            self._stack.addWidget(Scroll(page))
        head = QHBoxLayout()
        head.addWidget(self._told, 1)
        head.addWidget(self._state)
        self.box.setContentsMargins(m.s4, m.s2, m.s3, m.s3)
        self.box.addWidget(self.tabs)
        self.box.addLayout(head)
        self.box.addWidget(self._stack, 1)
        foot = Flow(m.s2)
        for button in (self.own_button, self.drop_button):
            foot.addWidget(button)
        self._foot.setLayout(foot)
        for widget in (self.save_button, self._foot):
            self.box.addWidget(widget)
