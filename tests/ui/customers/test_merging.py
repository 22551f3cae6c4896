"""Two records of one person: the other is found or scanned, both stand side by side, and they are made one."""

import pytest
from PySide6.QtCore import Qt

from tests.shop import buy, join
from ui.customers.merging import Comparison
from ui.theme.buttons import Button


@pytest.fixture
def twin(desk):
    """Anna once more, with 45 points and another e-mail address."""
    customer, card = join(desk, "A. Kowalska", email="a@kowalska.pl", card="TWIN-1")
    buy(desk, card, 4500)
    return customer


@pytest.fixture
def merging(account, twin):
    return account.merging


def test_the_other_record_is_found_and_both_are_seen(merging, person, anna, desk):
    person.tap(person.find(Button, "Merge with another record…"))
    assert person.focus == "Name, phone or card of the other record"
    person.type("kowalska a")
    person.enter()
    reads = person.reads()
    assert "Are these two one person?" in reads
    table = merging.findChild(Comparison)
    told = dict(line.split(": ", 1) for line in table.accessibleDescription().split("; "))
    assert told["E-mail"] == "anna@example.com, a@kowalska.pl, anna@example.com"
    assert (told["Points"], told["Phone"].split(", ")[1]) == ("260, 45, 305", "–")
    assert (told["Cards"], told["Open vouchers"]) == ("1, 1, 2", "1, 0, 1")
    assert desk.customers.count() == 2


def test_they_are_one_after_the_answer(merging, person, anna, twin, desk):
    person.tap(person.find(Button, "Merge with another record…"))
    merging.take_person(twin)
    person.enter()
    assert "The two records are one now." in person.reads()
    assert (desk.customers.count(), desk.customers.get(twin).id) == (1, anna)
    assert not merging.is_open


def test_a_scanned_card_is_the_other_record_while_it_is_looked_for(merging, person, page, anna, twin):
    person.tap(person.find(Button, "Merge with another record…"))
    person.scan("TWIN-1")
    assert page.customer.customer == anna
    assert merging.question.is_asked
    person.press(Qt.Key.Key_Escape)
    assert not merging.is_open
    person.scan("TWIN-1")
    assert page.customer.customer == twin


def test_members_of_two_households_are_refused_in_place(merging, desk, person, anna, twin):
    desk.accounts.form_household([anna, join(desk, "Jan")[0]])
    desk.accounts.form_household([twin, join(desk, "Olga")[0]])
    person.tap(person.find(Button, "Merge with another record…"))
    merging.take_person(twin)
    assert "They belong to two households." in person.reads()
    assert not merging.question.is_asked
