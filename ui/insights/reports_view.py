"""The reports for the desk drawer: three cards side by side, each with its choice, its first page and its buttons."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyaltydesk.words import tr
from ui.insights.folding import Folding, Place
from ui.insights.reading import Reading
from ui.insights.report_card import ReportCard
from ui.insights.report_cards import BalancesCard, DayCard, MonthCard
from ui.insights.view import View
from ui.seams.notice import Notice
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.scrolling import Scroll
from ui.theme.sheet import Tone
from ui.theme.theme import Theme

LEAST = 330  # px of a card, in text of 100 %


class ReportsView(View):
    """Scrolls where there is no room; each card is read anew when another report is chosen or the shop changed."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session, tools)
        self._read_on: date | None = None
        self._reading = Reading(session, tools, self)
        self.day, self.month = DayCard(theme, session, tools), MonthCard(theme, session, tools)
        self.balances = BalancesCard(theme, session, tools)
        self.cards: tuple[DayCard | MonthCard | BalancesCard, ...] = (self.day, self.month, self.balances)
        self.notice = Notice(theme)
        self._lay_out()
        for card in self.cards:
            card.told.connect(self._tell)
            card.failed.connect(lambda sentence: self._tell(sentence, tone="danger"))
            card.chosen.connect(self._read)

    # --- what the page asks

    @property
    def subtitle(self) -> str:
        return tr("For the desk drawer: to be printed and put away")

    def entered(self) -> None:
        self.day.day.setFocus()
        if self._read_on != self._today():
            self.reload()

    def reload(self) -> None:
        """Reads everything again."""
        today = self._today()
        if self._read_on != today:
            self._read_on = today
            for card in self.cards:
                card.show_today(today)
        self._read()

    def open(self, what: str) -> None:
        """Leads to a card: "balances", "month/2026-03", "day/2026-03-14"."""
        key, _slash, when = what.partition("/")
        found: dict[str, ReportCard] = {"day": self.day, "month": self.month, "balances": self.balances}
        if key not in found:
            return
        try:
            if key == "day" and when:
                self.day.choose(date.fromisoformat(when))
            elif key == "month" and when:
                self.month.choose(date.fromisoformat(f"{when}-01"))
        except ValueError:  # no day: the card shows what it showed
            pass
        found[key].print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> bool:
        if any(card.under_way.give_up() for card in self.cards):
            return True
        seen = self.notice.isVisible()
        self.notice.hide()
        return seen

    # --- inside

    def _today(self) -> date:
        return self.session.ask(lambda desk: desk.now().date())

    def _read(self) -> None:
        self._reading.begin([card.question() for card in self.cards])

    def _lay_out(self) -> None:
        inside = QWidget()
        self._rows = Folding(self.theme)
        self._rows.add_row([Place(card, 1, LEAST) for card in self.cards], growing=1)
        inside.setLayout(self._rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._above = QVBoxLayout()
        self._above.addWidget(self.notice)
        column.addLayout(self._above)
        column.addWidget(Scroll(inside))
        self.theme.changed.connect(self._space)
        self._space()

    def _space(self) -> None:
        m = self.theme.m
        self._above.setContentsMargins(m.s5, 0, m.s5, 0)
        self._rows.setContentsMargins(m.s5, m.s4, m.s5, m.s4)
        self._rows.setSpacing(m.s4)

    def _tell(self, sentence: str, tone: Tone = "accent") -> None:
        self.notice.tell(sentence, tone=tone, offer=(tr("Close"), self.notice.hide))
