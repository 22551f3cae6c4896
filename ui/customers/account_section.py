"""The section for what is seldom done to an account: points changed by hand, a tier given, blocked, merged, erased."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.words import tr
from ui.customers.adjusting import AdjustForm
from ui.customers.dossier import Dossier
from ui.customers.erasing import ErasePanel
from ui.customers.merging import MergePanel
from ui.customers.section import Section
from ui.seams.session import Session
from ui.theme.buttons import Button
from ui.theme.forms import Choice
from ui.theme.frames import rule
from ui.theme.scrolling import Scroll
from ui.theme.text import label
from ui.theme.theme import Theme

NO_FLOOR = ""


class AccountSection(Section):
    """Five things, each with a sentence on what it means; `erased` says that there is nobody to show any more."""

    erased = Signal()

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme, session)
        self.adjusting = AdjustForm(theme, session)
        self.floor = Choice(tr("Never below this tier"), [(NO_FLOOR, tr("No tier by hand"))])
        self.floor_button = Button(theme, tr("Set the tier"))
        self.block_button = Button(theme, tr("Block the customer"), icon="ban")
        self._block_words = label(type_="muted", wrap=True)
        self.merging = MergePanel(theme, session)
        self.erasing = ErasePanel(theme, session)
        self._tiers, self._blocks = QWidget(), QWidget()
        self._lay_out()
        self._connect()

    def fill(self, dossier: Dossier) -> None:
        names = [tier.name for tier in dossier.programme.tiers]
        self._tiers.setVisible(bool(names))
        self.floor.clear()
        for key, text in ((NO_FLOOR, tr("No tier by hand")), *((name, name) for name in names)):
            self.floor.addItem(text, key)
        floor = dossier.customer.floor
        self.floor.choose(floor if floor in names and floor else NO_FLOOR)
        self._on_floor_chosen()
        blocked = dossier.customer.blocked
        self.block_button.setText(tr("Let the customer in again") if blocked else tr("Block the customer"))
        self._block_words.setText(
            tr("The customer is blocked: the cards can neither collect nor spend, and nothing is lost.")
            if blocked
            else tr("A blocked customer can neither collect nor spend. Nothing is lost, and it can be undone.")
        )
        self.adjusting.show_dossier(dossier)
        self.merging.show_dossier(dossier)
        self.erasing.show_dossier(dossier)

    def forget(self) -> None:
        super().forget()
        self.adjusting.clear()
        self.merging.close_question()
        self.erasing.close_question()

    def start(self) -> None:
        self.adjusting.start()

    def go_back(self) -> bool:
        return self.erasing.close_question() or self.merging.close_question() or super().go_back()

    def take_person(self, customer: str) -> bool:
        """Somebody whose card is scanned while the other record is looked for is that one."""
        if self.merging.is_open and customer != self.customer:
            self.merging.take_person(customer)
            return True
        return False

    # --- inside

    def _lay_out(self) -> None:
        m = self.theme.m
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(2, 0, m.s3, m.s2)
        box.setSpacing(m.s3)
        box.addWidget(self.adjusting)
        box.addWidget(rule())
        two = QHBoxLayout()
        two.setSpacing(m.s6)
        two.addWidget(self._blocks, 1)
        two.addWidget(self._tiers, 1)
        _stack_up(self._blocks, m.s2, label(tr("Block"), "title"), self._block_words, self.block_button)
        words = label(tr("The customer never falls below this tier, whatever they spend."), "muted", wrap=True)
        _stack_up(self._tiers, m.s2, label(tr("Tier by hand"), "title"), words, self.floor, self.floor_button)
        box.addLayout(two)
        box.addWidget(rule())
        box.addWidget(self.merging)
        box.addWidget(rule())
        box.addWidget(self.erasing)
        box.addStretch(1)
        self._scroll = Scroll(inside)
        self.column.addWidget(self._scroll, 1)
        self.end_column()

    def _connect(self) -> None:
        self.floor.chosen.connect(self._on_floor_chosen)
        self.floor_button.clicked.connect(self._on_floor_set)
        self.block_button.clicked.connect(self._on_block_clicked)
        self.adjusting.done.connect(self.done)
        self.adjusting.refused.connect(self.refused)
        self.merging.confirmed.connect(self._on_merging_confirmed)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._on_grown)
        self.erasing.question.asked.connect(self._on_erasing_asked)
        self.erasing.confirmed.connect(self._on_erasing_confirmed)

    def _chosen_floor(self) -> str | None:
        return self.floor.current() or None

    # --- slots

    def _on_floor_chosen(self) -> None:
        self.floor_button.setEnabled(self._chosen_floor() != self.dossier.customer.floor)

    def _on_floor_set(self) -> None:
        floor = self._chosen_floor()
        self.do(lambda desk: desk.upkeep.set_floor(self.customer, floor), said=tr("The tier is set."))

    def _on_block_clicked(self) -> None:
        blocked = not self.dossier.customer.blocked

        def block(desk: Desk) -> object:
            return desk.customers.block(self.customer, blocked=blocked)

        self.do(block, said=tr("The customer is blocked.") if blocked else tr("The customer is let in again."))

    def _on_grown(self) -> None:
        if self.merging.is_open:  # whoever was found stands below the field
            self._scroll.ensureWidgetVisible(self.merging)

    def _on_merging_confirmed(self, drop: str) -> None:
        customer = self.customer

        def merge(desk: Desk) -> object:
            return desk.accounts.merge(keep=customer, drop=drop)

        if self.do(merge, said=tr("The two records are one now.")):
            self.merging.close_question()

    def _on_erasing_asked(self, asked: bool) -> None:
        if asked:  # it has no place yet
            QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self.erasing.question))

    def _on_erasing_confirmed(self) -> None:
        customer = self.customer
        if self.do(lambda desk: desk.customers.erase(customer)):
            self.erased.emit()


def _stack_up(column: QWidget, spacing: int, *widgets: QWidget) -> None:
    box = QVBoxLayout(column)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(spacing)
    for widget in widgets:
        # a button is as wide as its words, words take the whole line
        box.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if isinstance(widget, Button) else Qt.AlignmentFlag(0))
    box.addStretch(1)
