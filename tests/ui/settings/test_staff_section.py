"""The staff in the settings: people, goals, bonuses, and what looks unusual."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QCheckBox, QPushButton

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import DiskFull
from loyaltydesk.model.staff import Deed, Goal, Role
from tests.shop import buy, join
from ui.paper.dialog import PaperDialog
from ui.settings.staff_section import StaffSection

MARCH = date(2026, 3, 1)


@pytest.fixture
def section(page, desk: Desk) -> StaffSection:
    """The section of a shop in which Marta and Ilze were at the till; Ilze is a customer with the card A-1111."""
    join(desk, "Ilze Ozola", card="A-1111")
    for name in ("Marta", "Ilze"):
        desk.at_work(name, "")
        buy(desk, "", 1000)
    page.open("staff")
    return page.section("staff")


def test_names_of_the_past_are_taken_onto_the_list(section, person, desk: Desk):
    assert "whoever types a name can be at the till" in person.reads()
    person.tap(person.find(QPushButton, "Marta · 1 purchase"))
    assert desk.staff.at_till() == ("Marta",)
    assert person.find(QPushButton, "Marta · Cashier")
    assert section.saved.isVisible()


def test_somebody_new_is_written_down_with_a_scanned_card(section, person, desk: Desk):
    person.tap(section.people.add)
    person.type("Ilze")
    person.scan("A-1111")
    section.people.form.payroll.setFocus()
    person.type("007\r")
    (ilze,) = desk.staff.members()
    assert (ilze.name, ilze.payroll, ilze.role, ilze.is_active) == ("Ilze", "007", Role.CASHIER, True)
    assert ilze.customer == desk.cards.owner("A-1111").id
    person.tap(person.find(QPushButton, "Ilze · Cashier"))
    assert section.people.form.card.text() == "A-1111"
    assert "Ilze Ozola." in person.reads()


def test_who_has_no_card_that_can_be_used_is_still_the_customer_they_are(section, person, desk: Desk):
    ilze = desk.staff.save(replace(desk.staff.add("Ilze"), customer="A-1111"))
    desk.cards.block("A-1111")
    section.reload()
    person.tap(person.find(QPushButton, "Ilze · Cashier"))
    section.people.form.payroll.setFocus()
    person.type("7\r")
    assert desk.staff.members() == (replace(ilze, payroll="7"),)
    person.tap(person.find(QPushButton, "Ilze · Cashier"))
    section.people.form.card.clear()
    person.tap(section.people.form.save)
    assert desk.staff.member(ilze.id).customer is None


def test_who_left_stays_on_the_list_and_not_at_the_till(section, person, desk: Desk):
    desk.staff.add("Ilze")
    section.reload()
    person.tap(person.find(QPushButton, "Ilze · Cashier"))
    person.tap(person.find(QCheckBox, "Still works here"))
    person.tap(section.people.form.save)
    assert desk.staff.at_till() == ()
    assert person.find(QPushButton, "Ilze · Has left")


def test_what_is_wrong_is_said_at_its_field_and_nothing_is_kept(section, person, desk: Desk):
    person.tap(section.people.add)
    person.type("\r")
    assert "Type the name of the person." in person.reads()
    person.type("Zane")
    section.people.form.card.setFocus()
    person.type("A-9999\r")
    assert "Nobody has card A-9999." in person.reads()
    assert person.focus == "Own card"
    assert desk.staff.members() == ()
    assert section.go_back()
    assert not section.go_back()


def test_a_card_is_taken_by_the_form_alone(section):
    assert not section.take_scan("A-1111")


def test_goals_are_kept_for_their_month(section, person, desk: Desk):
    section.show_view(1)
    for field, text in zip(section.goals._aims[Deed.CARD], ("10", "30", "0,50"), strict=True):
        field.setFocus()
        person.type(text)
    section.goals.team.setFocus()
    person.type("100")
    person.tap(section.goals.save)
    goals = desk.staff.goals(MARCH)
    assert (goals.goal(Deed.CARD), goals.team, goals.reaching) == (Goal(10, 30, 50), 10000, 0)
    assert not desk.staff.goals(date(2026, 2, 1)).is_set
    person.tap(section.goals.month.earlier)
    assert section.goals._aims[Deed.CARD][0].text() == ""
    person.tap(section.goals.month.later)
    assert section.goals._aims[Deed.CARD][2].text() == "0.50"


def test_the_till_can_be_told_to_keep_quiet(section, person, desk: Desk):
    section.show_view(1)
    assert section.goals.shown.isChecked()
    person.tap(section.goals.shown)
    assert not desk.staff.shows_goals


def test_a_refusal_is_said_above(section, person, desk: Desk, monkeypatch):
    def full(*_args: object, **_named: object) -> None:
        raise DiskFull("x")

    section.show_view(1)
    monkeypatch.setattr(desk.staff, "save_goals", full)
    person.tap(section.goals.save)
    assert "The disk is full" in person.reads()


def test_the_bonus_list_goes_to_paper_and_to_a_table(section, person, desk: Desk, tmp_path: Path, window):
    section.show_view(2)
    assert not section.bonuses.show_paper.isEnabled()
    desk.staff.take_in(["Ilze", "Marta"])
    section.reload()
    assert "1 day at the till" in person.reads()
    section.bonuses.ask_where = lambda _parent, name: str(tmp_path / name)
    person.tap(section.bonuses.save_table)
    assert "Ilze" in (tmp_path / "bonus-2026-03.csv").read_text(encoding="utf-8-sig")
    section.bonuses.ask_where = lambda _parent, name: str(tmp_path / "nowhere" / name)
    person.tap(section.bonuses.save_table)
    assert section.notice.isVisible()
    section.bonuses.ask_where = lambda _parent, _name: ""
    person.tap(section.bonuses.save_table)
    person.tap(section.bonuses.show_paper)
    dialog = window.findChild(PaperDialog)
    assert dialog.windowTitle() == "Bonus list, March 2026"
    dialog.close()


def test_what_is_unusual_is_told_with_its_rule(section, person, desk: Desk):
    section.show_view(3)
    assert "Nothing unusual in this time." in person.reads()
    _anna, card = join(desk, "Anna")
    for _ in range(5):
        buy(desk, card, 100)
    section.reload()
    assert "5 purchases of one customer on 14 Mar 2026" in person.reads()
    assert "Anna; recorded by Ilze." in person.reads()
