"""The statement: every entry with the balance after it, fetched as one scrolls, and the reasons of the chosen one."""

from PySide6.QtCore import Qt

from tests.shop import buy, join


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
