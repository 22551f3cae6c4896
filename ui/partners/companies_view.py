"""Companies as customers: the list, one company with its cards, and the form for a new one."""

from PySide6.QtWidgets import QStackedWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import Refused
from loyaltydesk.words import tr
from ui.partners.company_form import CompanyForm
from ui.partners.company_list import CompanyList
from ui.partners.company_panel import CompanyPanel, ToldCompany
from ui.partners.view import View
from ui.seams.list_panel import lay_out_beside
from ui.seams.notice import Notice
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.blocks import EmptyState
from ui.theme.buttons import Button
from ui.theme.frames import Panel
from ui.theme.theme import Theme

COMPANY, FORM, NOTHING = range(3)  # what stands on the right


class CompaniesView(View):
    """What leads from the list to a company, and from there to its customer."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session, tools)
        self.list = CompanyList(theme, session)
        self.panel, self.form = CompanyPanel(theme, session), CompanyForm(theme, session)
        self.notice = Notice(theme)
        self.new_here = Button(theme, tr("New company"), icon="plus")
        self._nothing = EmptyState(theme, "building-2", title="", action=self.new_here)
        self._stack = QStackedWidget()
        self.new_button = Button(theme, tr("New company"), kind="action", icon="plus")
        self.in_bar = (self.new_button,)
        self._lay_out()
        for button in (self.new_button, self.new_here):
            button.clicked.connect(lambda: self.ask_for_new())
        self.list.chosen.connect(lambda _company: self._show_company())
        self.panel.customer_wanted.connect(self._on_customer_wanted)
        self.panel.cards.said.connect(self.notice.tell)
        self.panel.cards.refused.connect(lambda sentence: self.notice.tell(sentence, tone="danger"))
        self.form.left.connect(self.go_back)
        self.form.registered.connect(self._on_registered)
        self.reload()

    # --- from outside

    def entered(self) -> None:
        if self._stack.currentIndex() == FORM:
            self.form.fields["company"].setFocus()
        else:
            self.list.search.setFocus()

    def open(self, what: str) -> None:
        try:
            self.list.choose(what)
        except Refused as refused:
            self.notice.tell(self.session.sentence(refused), tone="warning")
            return
        self._show_company()
        self.list.table.setFocus()

    def take_card(self, number: str) -> bool:
        if self._stack.currentIndex() == FORM:
            self.form.take_card(number)
        elif self._stack.currentIndex() == COMPANY:
            self.panel.cards.take_card(number)
        else:
            return False
        return True

    def go_back(self) -> bool:
        if self._stack.currentIndex() == FORM:
            self._show_company()
            self.list.table.setFocus()
            return True
        return self.panel.cards.go_back() or self.list.go_back()

    def reload(self) -> None:
        at_form = self._stack.currentIndex() == FORM
        self.list.reload()
        if at_form:
            self._stack.setCurrentIndex(FORM)
        else:
            self._show_company()

    def ask_for_new(self) -> None:
        """Opens the form for a new one, named as what was looked for and not found."""
        text = self.list.search.text()
        self.form.begin("" if self.list.company else text)
        self.notice.hide()
        self._stack.setCurrentIndex(FORM)
        self.form.fields["company"].setFocus()

    # --- inside

    def _lay_out(self) -> None:
        empty = Panel(self.theme)
        empty.box.addWidget(self._nothing, 1)
        for widget in (self.panel, self.form, empty):
            self._stack.addWidget(widget)
        self._stack.setCurrentIndex(NOTHING)
        lay_out_beside(self, self.list, right=self._stack, above=self.notice)

    def _show_company(self) -> None:
        company = self.list.company
        try:
            told = self.session.ask(lambda desk: _told(desk, company)) if company else None
        except Refused:  # forgotten a moment ago
            told = None
        if told:
            self.panel.show_company(told)
        else:
            hint = tr("A company is a customer with one account and a card for each who buys for it.")
            self._nothing.say("building-2", tr("No company is chosen"), hint=hint)
        self._stack.setCurrentIndex(COMPANY if told else NOTHING)

    # --- slots

    def _on_registered(self, customer: str) -> None:
        self._stack.setCurrentIndex(NOTHING)
        self.list.search.clear()
        self.reload()
        self.open(customer)
        self.notice.tell(tr("Registered"))

    def _on_customer_wanted(self) -> None:
        if self.list.company:
            self.wanted.emit("customers", self.list.company)


def _told(desk: Desk, customer: str) -> ToldCompany:
    company = desk.companies.get(customer)
    balance = desk.customers.see(customer).balance
    return ToldCompany(company, balance, desk.companies.doubt(company.customer.profile.tax_id))
