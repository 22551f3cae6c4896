"""What a customer was promised: written down by keyboard, kept or not, on the customer's own page."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from loyaltydesk.model.pledges import NewPledge, PledgeKind, PledgeState
from ui.theme.buttons import Button


@pytest.fixture
def pledges(desk, her_page):
    desk.at_work("Marta", "Till 1")
    her_page.show_section(her_page.pledges)
    return her_page.pledges


@pytest.fixture
def hers(desk, anna):
    return lambda: desk.pledges.of(anna)


def row(pledges):
    """The words of the first row."""
    model = pledges.table.rows_model
    return [model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in range(4)]


def test_nothing_is_promised_yet_and_the_keyboard_begins_with_promising(pledges, person, hers):
    pledges.start()
    assert "Nothing promised yet" in person.reads()
    assert person.focus == "Promise something"
    assert not pledges.kept_button.isVisible()


def test_a_promise_is_written_down_by_keyboard_for_a_week(pledges, person, hers):
    person.tap(person.find(Button, "Promise something"))
    assert person.focus == "What is promised"
    person.type("A <b>rye</b> loaf\r")
    (kept,) = hers()
    assert (kept.text, kept.kind, kept.until) == ("A <b>rye</b> loaf", PledgeKind.PROMISE, date(2026, 3, 24))
    assert row(pledges) == ["A <b>rye</b> loaf", "Promise", "To be kept", "24 Mar 2026"]
    assert "It is written down." in person.reads()


def test_what_is_refused_is_said_in_place_and_asked_again(pledges, person, hers):
    person.tap(person.find(Button, "Promise something"))
    person.type("  \r")
    assert hers() == []
    assert pledges.question.is_asked
    assert "what was promised" in person.reads()


def test_a_warranty_is_closed_and_never_broken(desk, anna, her_page, pledges, person, hers):
    desk.pledges.give(anna, NewPledge(PledgeKind.WARRANTY, "Grinder", date(2026, 4, 1)))
    her_page.reload()
    assert not pledges.broken_button.isVisible()
    person.tap(person.find(Button, "Close it"))
    assert hers()[0].state is PledgeState.KEPT


def test_an_overdue_promise_stands_out_and_is_kept_or_not(desk, anna, her_page, pledges, person, hers):
    desk.pledges.give(anna, NewPledge(PledgeKind.PROMISE, "Cake", date(2026, 3, 1)))
    her_page.reload()
    assert row(pledges) == ["Cake", "Promise", "Overdue", "1 Mar 2026"]
    person.tap(person.find(Button, "Not kept"))
    assert hers()[0].state is PledgeState.BROKEN
    assert not pledges.kept_button.isVisible()
