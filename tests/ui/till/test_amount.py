"""The field for an amount takes money and nothing else."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from loyaltydesk.model.money import currency
from ui.seams.formats import QtFormats
from ui.till.amount import AmountField


@pytest.fixture
def field(theme, qtbot):
    def made(code: str = "EUR", language: str = "en") -> AmountField:
        field = AmountField(theme, "Purchase amount", QtFormats(language, currency(code)))
        qtbot.addWidget(field)
        field.show()
        return field

    return made


@pytest.mark.parametrize(
    ("code", "typed", "minor"),
    [
        ("EUR", "14.50", 1450),
        ("EUR", "14,50", 1450),
        ("EUR", "14", 1400),
        ("EUR", "14.", 1400),
        ("EUR", "14,,50", 1450),
        ("EUR", "1 234,56", 123_456),
        ("EUR", ".5", 50),
        ("EUR", "007", 700),
        ("EUR", "10.001", 1000),
        ("EUR", "1e400", 140_000),
        ("EUR", "-5", 500),
        ("EUR", "1,234.56", 123),
        ("EUR", "12345678901", 12_345_678_900),
        ("EUR", "abc", None),
        ("EUR", ".", None),
        ("JPY", "1450", 1450),
        ("JPY", "14.50", 1450),
        ("KWD", "1.2345", 1234),
    ],
)
def test_a_key_that_makes_no_money_does_nothing(field, qtbot, code, typed, minor):
    amount = field(code)
    qtbot.keyClicks(amount, typed)
    assert amount.minor == minor


def test_the_languages_own_sign_is_shown_whichever_key_was_hit(field, qtbot):
    amount = field("EUR", "lv")
    qtbot.keyClicks(amount, "14.50")
    assert (amount.text(), amount.placeholderText()) == ("14,50", "0,00")


@pytest.mark.parametrize(
    ("pasted", "minor"),
    [
        ("1,234.56", 123_456),
        ("1.234.567,89 EUR", 123_456_789),
        ("1\N{NO-BREAK SPACE}234,56\N{NO-BREAK SPACE}€", 123_456),
        ("1'234.5", 123_450),
        (" €5\n", 500),
    ],
)
def test_a_sum_can_be_pasted_as_people_write_it(field, pasted, minor):
    amount = field()
    QGuiApplication.clipboard().setText(pasted)
    amount.paste()
    assert (amount.minor, amount.is_doubtful) == (minor, False)
    assert amount.cursorPosition() == len(amount.text())


@pytest.mark.parametrize("typed", ["1,234.56", "-5", "1e4", "10.001", "5q", "12345678901", "1.2.3"])
def test_an_amount_of_which_something_was_left_out_is_doubtful_until_it_is_trusted_or_emptied(field, qtbot, typed):
    amount = field()
    qtbot.keyClicks(amount, typed)
    assert amount.is_doubtful
    amount.trust()
    assert not amount.is_doubtful
    qtbot.keyClicks(amount, "x")
    amount.clear()
    qtbot.keyClicks(amount, "5")
    assert not amount.is_doubtful


@pytest.mark.parametrize("pasted", ["-5", "five", "1.2.3", "1,234", "1,23,456.00", "1e400", "٥"])
def test_what_is_no_amount_cannot_be_pasted(field, qtbot, pasted):
    amount = field()
    qtbot.keyClicks(amount, "7")
    QGuiApplication.clipboard().setText(pasted)
    amount.selectAll()
    amount.paste()
    assert amount.text() in ("7", "")


def test_the_keypad_types_where_the_cursor_is_and_replaces_what_is_chosen(field):
    amount = field()
    amount.show_minor(1250)
    assert amount.hasSelectedText()
    for key in "7.5":
        amount.put(key)
    assert amount.minor == 750
    amount.show_minor(None)
    assert (amount.text(), amount.minor) == ("", None)


def test_each_change_is_told_in_minor_units(field, qtbot):
    amount = field()
    told: list[int | None] = []
    amount.amount_changed.connect(told.append)
    qtbot.keyClicks(amount, "2.5")
    qtbot.keyClick(amount, Qt.Key.Key_Backspace)
    assert told == [200, 200, 250, 200]


def test_enter_is_heard_with_the_field_empty_too(field, qtbot):
    amount = field()
    with qtbot.waitSignal(amount.returnPressed):
        qtbot.keyClick(amount, Qt.Key.Key_Return)


def test_another_currency_empties_the_field(field, qtbot):
    amount = field()
    qtbot.keyClicks(amount, "5.5")
    amount.show_formats(QtFormats("en", currency("JPY")))
    qtbot.keyClicks(amount, "5.5")
    assert (amount.text(), amount.placeholderText()) == ("55", "0")
