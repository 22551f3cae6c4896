"""The panel of the customer in hand says quietly whom the points are shared with."""

from tests.shop import PROGRAMME
from tests.ui.till.cards import ANNA, JANIS

GIVES = 'gives = { product = "COFFEE" }'


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


def test_stamps_are_shown_with_what_the_purchase_in_hand_brings(till, person, desk, anna):
    person.scan(ANNA)
    assert "Cups" not in person.reads()
    desk.shop.load_programme(f'{PROGRAMME}\n[[stamp_card]]\nid = "cups"\nname = "Cups"\nevery = 10\n{GIVES}\n')
    person.scan(JANIS)
    person.scan(ANNA)
    assert "Cups: 0 of 10" in person.reads().splitlines()
    person.type("5")
    assert "Cups: 0 of 10 (+1)" in person.reads().splitlines()
    person.enter()
    person.scan(ANNA)
    assert "Cups: 1 of 10" in person.reads().splitlines()
