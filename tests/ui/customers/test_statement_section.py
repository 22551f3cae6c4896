"""The statement: every entry with the balance after it, fetched as one scrolls, and the reasons of the chosen one."""

import pytest
from PySide6.QtCore import Qt

from loyaltydesk.model.purchases import Asked, Basket, Line, RewardWish
from tests.shop import buy, join


@pytest.fixture
def statement(her_page):
    her_page.show_section(her_page.statement)
    return her_page.statement


def cells(section, row):
    model = section.table.rows_model
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_entries_are_shown_newest_first_with_the_running_balance(statement):
    assert cells(statement, 0) == ["17 Mar 2026", "Points for a reward", "−50", "260", "–", "–"]
    assert cells(statement, 1) == ["16 Mar 2026", "Points for a purchase", "+110", "310", "260316-001", "16 Mar 2027"]
    assert cells(statement, 2)[2:4] == ["+200", "200"]


def test_the_reasons_of_a_purchase_are_those_it_was_counted_by(statement, desk, anna, person):
    statement.table.setFocus()
    person.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert statement.reasons.splitlines() == [
        "Why these points",
        "Purchase of €100.00",
        "100 points for €100.00, 100 × €1.00",
        "100 points more with Silver (× 2)",
        "15 Mar 2026 10:05",
    ]


def test_a_change_by_hand_tells_its_reason_and_who_made_it(statement, desk, anna, session):
    desk.at_work("Marta", "1")
    session.do(lambda desk: desk.customers.adjust(anna, -5, reason="<b>Spilt</b> & cold"))
    statement.table.selectRow(0)
    assert statement.reasons.splitlines() == [
        "What happened",
        "Reason: <b>Spilt</b> & cold",
        "17 Mar 2026 10:05, by Marta",
    ]


def test_a_new_entry_comes_on_top_and_the_chosen_one_stays(statement, anna, session):
    statement.table.selectRow(2)
    session.do(lambda desk: desk.customers.adjust(anna, 5, reason="x"))
    assert cells(statement, 0)[1:4] == ["Changed by hand", "+5", "265"]
    assert cells(statement, statement.table.currentIndex().row())[2] == "+200"


def test_somebody_without_entries_is_told_how_they_come(desk, page, person):
    page.open_customer(join(desk, "Jānis")[0])
    page.customer.show_section(page.customer.statement)
    assert "No entries yet" in person.reads()
    assert not page.customer.statement._reasons.isVisible()


def test_a_long_statement_is_fetched_as_one_scrolls(desk, page):
    customer, card = join(desk, "Jānis")
    for _number in range(300):
        buy(desk, card, 100)
    page.open_customer(customer)
    section = page.customer.statement
    page.customer.show_section(section)
    assert len(section.table.rows_model.rows) == 128
    while section.table.rows_model.canFetchMore():
        section.table.rows_model.fetchMore()
    rows = section.table.rows_model.rows
    assert rows == desk.customers.statement(customer, 300).entries
    assert len({row.fact for row in rows}) == 300


def test_another_customer_begins_with_their_own_first_page(desk, anna, page):
    customer, card = join(desk, "Jānis")
    for _number in range(200):
        buy(desk, card, 100)
    page.open_customer(customer)
    rows = page.customer.statement.table.rows_model
    rows.fetchMore()
    page.open_customer(anna)
    assert len(rows.rows) == 3


# --- what is behind each kind of entry


def reasons(statement, row=0):
    statement.table.selectRow(row)
    return statement.reasons


def test_points_used_as_money_and_for_rewards_are_told_apart(statement, anna, desk, session):
    basket = Basket((Line(2000),), customer=anna, redeem_points=100, rewards=(RewardWish("coffee"),))
    session.do(lambda desk: desk.till.record(basket))
    kinds = {cells(statement, row)[1]: reasons(statement, row) for row in range(3)}
    assert "€1.00 were paid with points" in kinds["Points used as money"]
    assert "Free coffee × 1: 50 points" in kinds["Points for a reward"]
    assert "for €19.00" in kinds["Points for a purchase"]


def test_a_return_tells_what_came_back_and_what_was_paid_out(statement, anna, desk, session):
    bought = desk.customers.purchases(anna)[0]
    session.do(lambda desk: desk.till.bring_back(bought, Asked(amount=2000)))
    assert "Goods for €20.00 were brought back.\n€20.00 were paid out." in reasons(statement)
    session.do(lambda desk: desk.till.bring_back(desk.till.purchase(bought.id), Asked(voids=True)))
    assert "The purchase was taken back." in reasons(statement)


def test_a_forgotten_card_is_told(statement, anna, desk, session):
    desk.till.record(Basket((Line(1000),)))
    session.do(lambda desk: desk.till.attach(desk.till.newest(1)[0], customer=anna))
    assert "The card was forgotten at the till" in reasons(statement)


def test_a_voucher_tells_its_code_and_that_it_was_cancelled(statement, anna, desk, session):
    voucher = desk.customers.vouchers(anna)[0]
    assert "Free coffee" in reasons(statement)
    session.do(lambda desk: desk.rewards.cancel(voucher.code))
    assert "A voucher was cancelled, and its points came back." in reasons(statement)


def test_points_that_ended_say_so(statement, desk, clock, session):
    clock.to("2027-06-01T09:00:00")
    session.do(lambda desk: desk.upkeep.day())
    assert cells(statement, 0)[1] == "Points that ended"
    assert "The last day on which these points could be spent is over." in reasons(statement)


def test_an_approved_change_names_who_approved_it(statement, anna, session):
    session.do(lambda desk: desk.customers.adjust(anna, 5, reason="x", approved_by="Ilze"))
    assert "Approved by Ilze" in reasons(statement)
