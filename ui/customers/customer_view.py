"""A customer's own page: who it is on top, the figures on the left, and the sections one at a time."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from loyaltydesk.words import tr
from ui.customers.account_section import AccountSection
from ui.customers.cards_section import CardsSection
from ui.customers.chips import blocked_chip, tier_chip
from ui.customers.dossier import Dossier, read_dossier
from ui.customers.figures import Figures
from ui.customers.household_section import HouseholdSection
from ui.customers.paper import Press
from ui.customers.pledges_section import PledgesSection
from ui.customers.profile_section import ProfileSection
from ui.customers.section import Section
from ui.customers.statement_section import StatementSection
from ui.customers.tabs import Tabs
from ui.customers.voices_section import VoicesSection
from ui.customers.vouchers_section import VouchersSection
from ui.seams.people import grouped, household_text, shown_name
from ui.seams.session import Session
from ui.seams.tables import Chip
from ui.seams.tools import Tools
from ui.theme.buttons import Button, IconButton
from ui.theme.frames import Panel
from ui.theme.marks import Avatar
from ui.theme.sheet import restyle
from ui.theme.text import ElidedLabel, chip
from ui.theme.theme import Theme


class CustomerView(QWidget):
    """The page of one customer; `left` leads back to the list, with a sentence to be said there or without."""

    left = Signal(str)
    greeting_wanted = Signal(str)  # the id of a customer whose greeting card somebody wants to see

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__()
        self.theme = theme
        self._session = session
        self.customer = ""
        self.press = Press(theme, session, tools, page=self)
        self.back_button = Button(theme, tr("Customers"), kind="ghost", icon="arrow-left")
        self.greeting_button = IconButton(theme, "cake", name=tr("Greeting card"))
        self.dossier_button = IconButton(theme, "file-text", name=tr("Everything that is kept, on paper"))
        self._avatar = Avatar(theme)
        self._name, self._told = ElidedLabel(type_="name"), ElidedLabel(type_="caption")
        self._tier, self._blocked = chip(""), chip("", "danger")
        self._said = ElidedLabel(tone="accent")
        self._figures = Figures(theme, session)
        self.profile = ProfileSection(theme, session)
        self.cards = CardsSection(theme, session, self.press)
        self.statement = StatementSection(theme, session)
        self.vouchers = VouchersSection(theme, session, self.press)
        self.voices = VoicesSection(theme, session)
        self.pledges = PledgesSection(theme, session)
        self.household = HouseholdSection(theme, session)
        self.account = AccountSection(theme, session)
        self.tabs, self._stack = Tabs(theme), QStackedWidget()
        self._lay_out()
        self._connect()

    # --- from outside

    def open(self, customer: str) -> None:
        """Shows a customer, another one from the first section on. Raises UnknownCustomer."""
        dossier = self._session.ask(lambda desk: read_dossier(desk, customer))
        if self.customer != customer:
            self.show_section(self.profile)
        self._show(dossier)
        self._said.clear()

    def reload(self) -> None:
        """Shows the same customer as they are now. Raises UnknownCustomer."""
        if self.customer:
            self._show(self._session.ask(lambda desk: read_dossier(desk, self.customer)))

    def start(self) -> None:
        """Puts the focus where work begins in the section that is shown."""
        self.shown.start()

    def leave(self, then: Callable[[], object]) -> None:
        """Does `then` when nothing unsaved is lost by it, or else asks first."""
        if self.profile.is_changed:
            self.show_section(self.profile)
        self.profile.ask_before(then)

    def go_back(self) -> None:
        """Takes back the last step here, or leads back to the list."""
        if not self.shown.go_back():
            self.leave(lambda: self.left.emit(""))

    def show_section(self, section: Section) -> None:
        """Shows one of the sections."""
        self.tabs.setCurrentIndex(self._stack.indexOf(section))

    @property
    def shown(self) -> Section:
        """The section that is shown."""
        section = self._stack.currentWidget()
        assert isinstance(section, Section)
        return section

    def say(self, sentence: str) -> None:
        """Says in the bar what was done."""
        self._said.setText(sentence)

    # --- inside

    def _sections(self) -> list[tuple[Section, str]]:
        return [
            (self.profile, tr("Profile")),
            (self.cards, tr("Cards")),
            (self.statement, tr("Statement")),
            (self.vouchers, tr("Vouchers")),
            (self.voices, tr("Suggestions")),
            (self.pledges, tr("Promises")),
            (self.household, tr("Family")),
            (self.account, tr("Account")),
        ]

    def _lay_out(self) -> None:
        m = self.theme.m
        self.tabs.setAccessibleName(tr("Sections"))
        icons: dict[Section, str] = {self.voices: "message-square-text", self.pledges: "calendar"}
        icons |= {self.vouchers: "ticket", self.household: "users"}
        for section, name in self._sections():
            self.tabs.add(name, icons.get(section, ""))
            self._stack.addWidget(section)
        right = Panel(self.theme)
        right.box.setContentsMargins(m.s5, m.s2, m.s5, m.s4)
        right.box.addWidget(self.tabs)
        right.box.addWidget(self._stack, 1)
        across = QHBoxLayout()
        across.setContentsMargins(m.s5, m.s4, m.s5, m.s4)
        across.setSpacing(m.s4)
        across.addWidget(self._figures)
        across.addWidget(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._bar())
        whole.addLayout(across, 1)

    def _bar(self) -> Panel:
        bar = Panel(self.theme, surface="bar", across=True)
        who, chips = QVBoxLayout(), QHBoxLayout()
        who.setSpacing(0)
        who.addStretch(1)
        who.addWidget(self._name)
        who.addWidget(self._told)
        who.addStretch(1)
        chips.setSpacing(self.theme.m.s2)
        for mark in (self._tier, self._blocked):
            chips.addWidget(mark)
        bar.box.addWidget(self.back_button)
        bar.box.addWidget(self._avatar)
        bar.box.addLayout(who)
        bar.box.addLayout(chips)
        bar.box.addStretch(1)
        bar.box.addWidget(self._said)
        bar.box.addWidget(self.greeting_button)
        bar.box.addWidget(self.dossier_button)
        return bar

    def _connect(self) -> None:
        self.back_button.clicked.connect(self._on_back_clicked)
        self.greeting_button.clicked.connect(lambda: self.greeting_wanted.emit(self.customer))
        self.dossier_button.clicked.connect(lambda: self.press.dossier(self.customer))
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self.account.erased.connect(self._on_erased)
        for section, _name in self._sections():
            section.done.connect(self.say)
            section.refused.connect(self._said.clear)
        for key, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self._turn(step))

    def _show(self, dossier: Dossier) -> None:
        self.customer = dossier.customer.id
        self._show_head(dossier)
        self._figures.show_dossier(dossier)
        for section, _name in self._sections():
            section.show_dossier(dossier)

    def _show_head(self, dossier: Dossier) -> None:
        customer = dossier.customer
        self._avatar.show_name(customer.profile.called)
        self._name.setText(shown_name(customer))
        self._told.setText(_told(dossier))
        self._told.setVisible(bool(self._told.text()))
        _put(self._tier, tier_chip(dossier.programme, dossier.seen.tier))
        _put(self._blocked, blocked_chip(customer))

    def _turn(self, step: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())

    # --- slots

    def _on_back_clicked(self) -> None:
        self.leave(lambda: self.left.emit(""))

    def _on_tab_changed(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self._said.clear()
        if not self.tabs.hasFocus():
            self.start()

    def _on_erased(self) -> None:
        self.customer = ""
        self.left.emit(tr("The customer is erased. The books are kept."))


def _told(dossier: Dossier) -> str:
    """What tells two people of one name apart."""
    customer, household = dossier.customer, dossier.household
    profile = customer.profile
    company = profile.company if profile.name else ""
    shared = household_text(household) if household else ""
    return " · ".join(words for words in (company, profile.phone, grouped(customer.card), shared) if words)


def _put(mark: QLabel, state: Chip | None) -> None:
    mark.setVisible(state is not None)
    if state:
        mark.setText(state.words)
        restyle(mark, tone=state.tone)
