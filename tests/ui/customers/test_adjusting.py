"""Points are changed by hand with a reason; what makes no sense is refused at its field."""

import pytest
from PySide6.QtWidgets import QPushButton

from ui.theme.forms import Field


def balance(desk, anna):
    return desk.customers.statement(anna).balance


@pytest.fixture
def fill_in(account, person):
    def write(points, reason):
        for name, text in (("How many points", points), ("Reason", reason)):
            field = person.find(Field, name)
            field.setFocus()
            field.clear()
            person.type(text)

    return write


def test_points_are_added_with_a_reason(desk, anna, account, person, fill_in):
    before = balance(desk, anna)
    fill_in("25", "Spilt coffee")
    assert f"{before} → {before + 25}" in person.reads()
    person.enter()
    assert balance(desk, anna) == before + 25
    assert f"The balance is {before + 25} now." in person.reads()
    assert [person.find(Field, name).text() for name in ("How many points", "Reason")] == ["", ""]


def test_points_are_taken_away(desk, anna, account, person, fill_in):
    before = balance(desk, anna)
    person.tap(person.find(QPushButton, "Take points away"))
    fill_in("5", "Typed twice")
    assert f"{before} → {before - 5}" in person.reads()
    person.tap(account.adjusting.button)
    assert balance(desk, anna) == before - 5


@pytest.mark.parametrize(
    ("points", "reason", "sentence", "field"),
    [
        ("", "x", "Say how many points, more or fewer than none.", "How many points"),
        ("0", "x", "Say how many points, more or fewer than none.", "How many points"),
        ("-5", "x", "Say how many points, more or fewer than none.", "How many points"),
        ("1e400", "x", "Say how many points, more or fewer than none.", "How many points"),
        ("10.5", "x", "Say how many points, more or fewer than none.", "How many points"),
        ("٥", "x", "Say how many points, more or fewer than none.", "How many points"),
        ("9" * 30, "x", "Say how many points, more or fewer than none.", "How many points"),
        ("1000000001", "x", "That is more points than can be given at once.", "How many points"),
        ("5", "", "Say why.", "Reason"),
        ("5", "   ", "Say why.", "Reason"),
    ],
)
def test_what_makes_no_sense_is_refused_at_its_field(desk, anna, person, fill_in, points, reason, sentence, field):
    before = balance(desk, anna)
    fill_in("7", "y")
    fill_in(points, reason)
    person.enter()
    assert sentence in person.reads()
    assert person.focus == field
    assert balance(desk, anna) == before


def test_more_than_there_is_cannot_be_taken(desk, anna, account, person, fill_in):
    before = balance(desk, anna)
    person.tap(person.find(QPushButton, "Take points away"))
    fill_in("9999", "x")
    person.enter()
    assert f"9,999 points are needed, and the balance is {before}." in person.reads()
    assert balance(desk, anna) == before


def test_numbers_may_be_typed_in_groups(desk, anna, account, person, fill_in):
    before = balance(desk, anna)
    fill_in("1 000", "Moved from the paper card")
    person.enter()
    assert balance(desk, anna) == before + 1000


def test_no_balance_below_nothing_is_promised(desk, anna, account, person, fill_in):
    person.tap(person.find(QPushButton, "Take points away"))
    fill_in(str(balance(desk, anna) + 1), "Too many")
    assert account.adjusting._preview.text() == ""


def test_much_needs_the_name_of_somebody_else_who_agrees(desk, anna, account, person, fill_in):
    desk.shop.load_programme(desk.shop.programme_text() + "[approval]\nadjust_above = 100\n")
    before = balance(desk, anna)
    fill_in("100", "Counted anew")
    assert not account.adjusting.second.isVisible()
    fill_in("101", "Counted anew")
    person.enter()
    assert "A change of more than 100 points needs the name of a second person who agrees." in person.reads()
    assert person.focus == "Who else agrees"
    person.type("Ewa")
    person.enter()
    assert balance(desk, anna) == before + 101
    assert not account.adjusting.second.isVisible()
