"""A household: who shares the balance, by which card, who comes and who leaves."""

import pytest
from PySide6.QtCore import Qt

from loyaltydesk.model.cards import CardRole
from tests.shop import buy, join
from ui.customers.behind import behind
from ui.theme.buttons import Button


@pytest.fixture
def jan(desk):
    customer, card = join(desk, "Jan Kowalski", card="JAN-0001")
    buy(desk, card, 3000)
    return customer


@pytest.fixture
def section(her_page, jan):
    her_page.show_section(her_page.household)
    return her_page.household


@pytest.fixture
def shared(desk, section, anna, jan, page):
    """Anna's household with Jan."""
    desk.accounts.form_household([anna, jan], "Kowalski")
    page.reload()
    return section


def cells(section):
    model = section.table.rows_model
    return [
        [model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in range(4)]
        for row in range(model.rowCount())
    ]


def test_a_member_is_found_and_asked_about(section, person, desk, anna, jan):
    assert not section.table.isVisible()
    assert person.focus == "Name, phone or card of a further member"
    person.type("jan")
    person.enter()
    assert "Does Jan Kowalski belong to this household?" in person.reads()
    section.name.setText("Kowalski")
    person.tap(person.find(Button, "Add to the household"))
    household = desk.accounts.household(jan)
    assert (household.name, [member.id for member in household.members]) == ("Kowalski", [anna, jan])
    assert "They share one balance now." in person.reads()
    assert "Household Kowalski · 2 members" in person.reads()
    assert section.table.hasFocus()


def test_every_member_is_shown_with_each_card_and_its_role(shared, desk, page, jan):
    desk.cards.give_role("JAN-0001", CardRole.EARN_ONLY)
    desk.cards.link("JAN-0002", jan)
    page.reload()
    assert [[row[0], *row[2:]] for row in cells(shared)] == [
        ["Anna Kowalska", "In use", "Collects and spends"],
        ["Jan Kowalski", "In use", "Collects and spends"],
        ["Jan Kowalski", "In use", "Only collects"],
    ]


def test_the_chosen_member_leaves(shared, person, desk, anna, jan):
    shared.table.choose(desk.customers.cards(jan)[0].id)
    person.tap(person.find(Button, "Leaves the household"))
    assert "The points stay with the others; Jan Kowalski begins with none." in person.reads()
    person.enter()
    assert (desk.accounts.household(anna), desk.customers.see(jan).balance) == (None, 0)
    assert "The points stayed with the household." in person.reads()
    assert not shared.table.isVisible()


def test_the_name_can_be_another(shared, person, desk, anna):
    assert not shared.name_button.isEnabled()
    shared.name.setFocus()
    shared.name.selectAll()
    person.type("Kowalscy")
    person.enter()
    assert desk.accounts.household(anna).name == "Kowalscy"
    assert not shared.name_button.isEnabled()


def test_a_scanned_card_is_a_further_member(shared, person, desk, page, anna):
    olga, _card = join(desk, "Olga", card="OLGA-1")
    person.scan("OLGA-1")
    assert "Does Olga belong to this household?" in person.reads()
    person.press(Qt.Key.Key_Return)
    assert olga in [member.id for member in desk.accounts.household(anna).members]
    person.scan("JAN-0001")  # who belongs to it already
    assert page.customer.customer != anna


def test_the_member_of_another_household_is_refused_in_place(shared, person, desk):
    olga, _card = join(desk, "Olga")
    desk.accounts.form_household([olga, join(desk, "Piotr")[0]])
    shared.ask_to_add(olga)
    person.enter()
    assert "They belong to two households." in person.reads()


def test_the_statement_says_where_the_points_came_from(shared, desk, session, anna, jan):
    newest = desk.customers.statement(anna).entries[0]
    told = session.ask(lambda desk: behind(desk, newest, session.formats))
    assert (newest.points, told.lines) == (30, ("The points of a household came together.",))
    desk.accounts.leave_household(anna)
    left = desk.customers.statement(anna).entries[0]
    told = session.ask(lambda desk: behind(desk, left, session.formats))
    assert (left.points, told.lines) == (-290, ("Somebody left the household; the points stayed with it.",))
