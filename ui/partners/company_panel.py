"""One company: who it is, how its account stands, and its cards."""

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from loyaltydesk.model.companies import Company
from loyaltydesk.model.tax_numbers import TaxDoubt
from loyaltydesk.words import LANGUAGES, tr, tr_n
from loyaltydesk.words.partners import doubt_text
from ui.partners.company_cards import CompanyCards
from ui.seams.session import Session
from ui.theme.buttons import Button
from ui.theme.frames import Panel
from ui.theme.head import Head
from ui.theme.text import label
from ui.theme.theme import Theme


class ToldCompany(Struct, frozen=True):
    """A company with what is told beside it: points that can be spent now, and what looks wrong with its number."""

    company: Company
    balance: int
    doubt: TaxDoubt | None = None


class CompanyPanel(Panel):
    """What somebody presses about the customer is told; the cards see to themselves."""

    customer_wanted = Signal()

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme)
        self._session = session
        self._contact, self._reach = label(wrap=True), label(wrap=True)
        self._address, self._doubt = label(type_="muted", wrap=True), label(wrap=True, tone="warning")
        self._account = label(type_="strong", wrap=True)
        self.customer_button = Button(theme, tr("Customer"), kind="small", icon="user")
        self._head = Head(theme, "building-2", buttons=[self.customer_button])
        self.cards = CompanyCards(theme, session)
        self._lay_out_company()
        self.customer_button.clicked.connect(self.customer_wanted)

    def show_company(self, told: ToldCompany) -> None:
        """Shows a company; what is typed of its cards stays while it is the same one."""
        company, formats = told.company, self._session.formats
        profile = company.customer.profile
        self._head.name.setText(profile.company)
        self._head.what.setText(tr("Tax number {number}").format(number=profile.tax_id) if profile.tax_id else "")
        self._head.what.setVisible(bool(profile.tax_id))
        self._doubt.setText(doubt_text(told.doubt) if told.doubt else "")
        language = LANGUAGES.get(profile.language, "")
        self._contact.setText(" · ".join(words for words in (profile.name, language) if words))
        self._reach.setText(" · ".join(words for words in (profile.phone, profile.email) if words))
        self._address.setText(profile.address)
        points = tr_n("{n} point", "{n} points", told.balance).format(n=formats.number(told.balance))
        often = tr_n("{n} purchase in 12 months", "{n} purchases in 12 months", company.purchases)
        bought = often.format(n=formats.number(company.purchases))
        self._account.setText(" · ".join((points, bought, formats.money(company.spent))))
        for words in (self._doubt, self._contact, self._reach, self._address):
            words.setVisible(bool(words.text()))
        self.cards.show_company(company)

    # --- inside

    def _lay_out_company(self) -> None:
        m = self.theme.m
        facts = Panel(self.theme, surface="inset")
        grid = QGridLayout()
        grid.setHorizontalSpacing(m.s4)
        grid.setVerticalSpacing(m.s1)
        grid.addWidget(self._contact, 0, 0)
        grid.addWidget(self._reach, 0, 1)
        grid.addWidget(self._address, 1, 0, 1, 2)
        grid.addWidget(self._account, 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        facts.box.addLayout(grid)
        self.box.addLayout(self._head)
        self.box.addWidget(self._doubt)
        self.box.addWidget(facts)
        self.box.addWidget(self.cards, 1)
