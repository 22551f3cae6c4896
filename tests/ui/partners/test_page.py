"""The Partners page leads from view to view, and a scan goes to whoever waits for it."""

from loyaltydesk.model.customers import Profile
from ui.customers.page import CustomersPage
from ui.till.page import TillPage


def test_a_view_and_what_stands_in_it_are_opened_by_name(page, ice, roast):
    page.open(f"suppliers:{roast.id}")
    assert page.view.list.lines.key == roast.id
    page.open(f"companies:{ice}")
    assert page.view.list.company == ice
    page.open("suppliers:due")
    assert page.view.list.sieve.current() == "due"
    page.open("no such view")
    page.open("companies:no such id")
    assert "There is no such customer." in page.view.notice.accessibleName()


def test_a_companys_card_leads_to_the_company(person, page, sounds):
    page.go("suppliers")
    person.scan("ICE-0002")
    assert page.switch.current() == "companies"
    assert sounds.heard == ["found"]


def test_a_card_that_nobody_has_is_one_more_of_the_company(person, page, ice):
    page.open(f"companies:{ice}")
    person.scan("NEW-0001")
    assert page.view.panel.cards.number.text() == "NEW-0001"
    assert person.focus == "Who carries the new one"


def test_among_suppliers_a_card_that_nobody_has_is_the_tills(person, page):
    page.go("suppliers")
    person.scan("NEW-0001")
    assert isinstance(person.window.shown, TillPage)


def test_a_private_card_is_the_tills(person, page, desk):
    desk.cards.link("ANNA-001", desk.customers.register(Profile("Anna Bērziņa"))[0])
    person.scan("ANNA-001")
    assert isinstance(person.window.shown, TillPage)


def test_the_customer_of_a_company_is_a_press_away(person, page, ice):
    page.open(f"companies:{ice}")
    person.tap(page.view.panel.customer_button)
    shown = person.window.shown
    assert isinstance(shown, CustomersPage)
    assert shown.customer.customer == ice
    assert "Jānis" in shown.customer.cards.table.model().index(1, 0).data()


def test_the_till_says_the_company_and_who_carries_the_card(person, page):
    person.window.go("till")
    person.scan("ICE-0001")
    assert "SIA Baltais Ledus · Jānis" in person.reads()
    person.scan("ICE-0002")
    assert "Anna Kalniņa · SIA Baltais Ledus" in person.reads()
