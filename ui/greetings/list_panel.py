"""The panel on the left: who is greeted, what of it is shown, and how many are left out and why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from loyaltydesk.words import tr, tr_n
from ui.greetings.roll import Sieve
from ui.greetings.wording import sieves
from ui.seams.line_list import LineList
from ui.seams.lines import Line
from ui.theme.blocks import Banner
from ui.theme.buttons import Button, IconButton
from ui.theme.forms import Choice
from ui.theme.frames import Panel
from ui.theme.text import ElidedLabel
from ui.theme.theme import Theme


class ListPanel(Panel):
    """The list with its head and foot."""

    sieve_chosen = Signal(str)
    left_out_wanted = Signal()
    rules_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._count = ElidedLabel(type_="title")
        self.rules_button = IconButton(theme, "settings", name=tr("Whom to greet"))
        self.sieve = Choice(tr("Shown"), sieves())
        self.list = LineList(theme, name=tr("Greetings"))
        self.show_button = Button(theme, tr("Show them"), kind="small")
        self.left_out = Banner(theme, "", tone="warning")
        self._build()
        self.sieve.chosen.connect(self.sieve_chosen)
        self.show_button.clicked.connect(self.left_out_wanted)
        self.rules_button.clicked.connect(self.rules_wanted)

    def show_lines(self, lines: list[Line], *, sieve: Sieve, count: int, number: str) -> None:
        """Shows these lines; `count` greetings, written as `number`, hide behind holidays, too."""
        self.sieve.choose(sieve.value)
        words = {
            Sieve.TO_DO: tr_n("{n} to send", "{n} to send", count),
            Sieve.PRINTED: tr_n("{n} printed", "{n} printed", count),
            Sieve.SENT: tr_n("{n} sent", "{n} sent", count),
            Sieve.SKIPPED: tr_n("{n} left out", "{n} left out", count),
            Sieve.ALL: tr_n("{n} greeting", "{n} greetings", count),
        }[sieve]
        self._count.setText(words.format(n=number))
        self.list.show_lines(lines)

    def tell_left_out(self, sentence: str, *, shown: bool) -> None:
        """Says how many are left out and why; they may be `shown` already. Nothing where nobody is."""
        self.left_out.setVisible(bool(sentence))
        self.left_out.say(sentence, tone="warning")
        self.show_button.setVisible(bool(sentence) and not shown)

    def _build(self) -> None:
        m = self.theme.m
        self.box.setContentsMargins(m.s3, m.s2, m.s3, m.s3)
        head = QHBoxLayout()
        head.addWidget(self._count, 1)
        head.addWidget(self.rules_button)
        self.box.addLayout(head)
        self.box.addWidget(self.sieve)
        self.box.addWidget(self.list, 1)
        self.box.addWidget(self.left_out)
        self.box.addWidget(self.show_button)
        self.left_out.hide()
        self.show_button.hide()
