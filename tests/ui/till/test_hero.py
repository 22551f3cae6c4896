"""The panel of the customer in hand says quietly whom the points are shared with."""

from tests.ui.till.cards import ANNA, JANIS


def test_a_household_is_a_quiet_line(till, person, desk, anna, janis):
    person.scan(ANNA)
    assert "Household" not in person.reads()
    desk.accounts.form_household([anna, janis], "Bērziņš")
    person.scan(JANIS)
    assert "Household Bērziņš · 2 members" in person.reads()
    desk.accounts.form_household([anna, janis])
    person.scan(ANNA)
    assert "Household · 2 members" in person.reads()
    assert "\n210\n" in person.reads()
