"""The days that the figures are of: three periods at one click, or two days somebody picks."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest

from loyaltydesk.model.insights import Period
from ui.insights.period_choice import FREE, PeriodChoice
from ui.theme.buttons import Button

TODAY = date(2026, 3, 14)


@pytest.fixture
def choice(theme, session, qtbot):
    made = PeriodChoice(theme, TODAY, session.formats)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def decided(choice):
    heard = []
    choice.decided.connect(lambda: heard.append(choice.period(TODAY)))
    return heard


def press(choice, name):
    button = next(each for each in choice.findChildren(Button) if each.accessibleName() == name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def pick(choice, first, last):
    for row, day in ((choice.dates.first, first), (choice.dates.last, last)):
        row.field.setDate(QDate(day.year, day.month, day.day))
    QTest.mouseClick(choice.dates.button, Qt.MouseButton.LeftButton)


def test_it_begins_with_the_last_twelve_months(choice, session):
    assert choice.period(TODAY) == Period(date(2025, 3, 15), TODAY)
    assert choice.described(TODAY, session.formats).endswith("compared with the 12 months before")


def test_one_click_chooses_another_period(choice, decided, session):
    press(choice, "30 days")
    assert decided == [Period(date(2026, 2, 13), TODAY)]
    assert choice.described(TODAY, session.formats).endswith("compared with the 30 days before")


def test_two_days_are_picked_and_named(choice, decided, session):
    press(choice, "Dates…")
    assert choice.dates.isVisible()
    pick(choice, date(2026, 1, 1), date(2026, 1, 10))
    assert decided == [Period(date(2026, 1, 1), date(2026, 1, 10))]
    assert not choice.dates.isVisible()
    assert choice.current() == FREE
    line = choice.described(TODAY, session.formats)
    assert line == "1 Jan 2026 to 10 Jan 2026, compared with the 10 days before"


def test_one_day_is_compared_with_the_day_before(choice, session):
    press(choice, "Dates…")
    pick(choice, TODAY, TODAY)
    assert choice.described(TODAY, session.formats).endswith("compared with the day before")


def test_days_in_the_wrong_order_are_refused_in_place(choice, decided):
    press(choice, "Dates…")
    pick(choice, date(2026, 2, 2), date(2026, 2, 1))
    assert decided == []
    assert choice.dates.isVisible()
    assert choice.dates.first.field.property("state") == "error"
    choice.dates.hide()


def test_a_day_to_come_cannot_be_picked(choice):
    assert choice.dates.last.field.maximumDate() == QDate(2026, 3, 14)


def test_escape_leaves_the_period_as_it_was(choice, decided):
    press(choice, "90 days")
    press(choice, "Dates…")
    QTest.keyClick(choice.dates, Qt.Key.Key_Escape)
    assert not choice.dates.isVisible()
    assert choice.current() == "90_days"
    assert len(decided) == 1


def test_other_days_are_picked_after_some_were_already(choice, decided):
    press(choice, "Dates…")
    pick(choice, date(2026, 1, 1), date(2026, 1, 10))
    press(choice, "Dates…")
    assert choice.dates.isVisible()
    pick(choice, date(2026, 1, 2), date(2026, 1, 10))
    assert [period.first.day for period in decided] == [1, 2]
