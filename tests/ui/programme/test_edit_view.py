"""The form of a rule is checked as one types, at the field that is wrong, and says the rule in plain words."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt

from loyaltydesk.model.products import Product
from tests.ui.person import Person
from ui.programme.edit_view import EditView, Subject
from ui.programme.page import ProgrammePage


@pytest.fixture
def edit(page: ProgrammePage) -> Callable[[str, int | None, dict], EditView]:
    def begun(kind: str, number: int | None, rule: dict) -> EditView:
        page._edit(Subject(kind, number, rule))
        return page.edit

    return begun


BASE = {"id": "base", "points": 1, "per": "1.00"}


def _type_into(person: Person, entry, text: str) -> None:
    entry.start()
    entry.field.selectAll()
    person.type(text)


def test_what_is_wrong_is_said_at_its_field_and_taken_back(edit, person: Person):
    view = edit("earn", 0, BASE)
    amount = view.form.at(("per",))
    _type_into(person, amount, "1.005")
    assert "This is no amount of money in this currency." in person.reads()
    assert view.words.text() == "…"
    _type_into(person, amount, "2.50")
    assert "This is no amount" not in person.reads()
    assert view.words.text() == "1 point for each full €2.50"


def test_done_leads_to_the_field_that_is_wrong(edit, page: ProgrammePage, person: Person):
    view = edit("earn", 0, BASE)
    _type_into(person, view.form.at(("per",)), "0")
    view.finish.setFocus()
    person.tap(view.finish)
    assert page.view is view
    assert person.focus == "Amount"
    assert "This must be more than nothing." in person.reads()


@pytest.mark.parametrize(
    ("kind", "rule", "path", "typed", "said"),
    [
        ("multiply", {"id": "a", "by": 2}, ("by",), "x", "This is no number that fits here."),
        (
            "reward",
            {"id": "a", "name": "A", "cost": 1, "gives": {"percent": 10}},
            ("gives", "percent"),
            "140",
            "no number",
        ),
        ("tier", {"name": "X", "from": "1.00"}, ("from",), "100", "“100” is there already."),
        ("tier", {"name": "X", "from": "1.00"}, ("name",), "Gold", "“Gold” is there already."),
        ("programme", {"name": "A", "currency": "EUR"}, ("currency",), "EURO", "This is no currency."),
        ("earn", {**BASE, "id": "b", "when": {"from": "16:00"}}, ("when", "from"), "25:00", "This is no time of day."),
        ("redeem", {"points": 100, "worth": "1.00"}, ("worth",), "", "Please fill this in."),
    ],
)
def test_each_fault_has_its_sentence(edit, person: Person, kind: str, rule: dict, path: tuple, typed: str, said: str):
    view = edit(kind, None, rule)
    entry = view.form.at(path)
    assert entry is not None
    entry.start()
    entry.field.selectAll()
    person.press(Qt.Key.Key_Delete)
    person.type(typed)
    assert said in person.reads()


def test_days_that_contradict_each_other_are_said(edit, person: Person):
    view = edit(
        "bonus", None, {"id": "a", "points": 1, "when": {"first_day": date(2026, 5, 1), "last_day": date(2026, 5, 2)}}
    )
    view.form.at(("when", "last_day")).field.setDate(date(2026, 4, 1))
    assert "The last day lies before the first." in person.reads()


def test_another_way_of_a_rule_shows_its_own_fields(edit, person: Person):
    view = edit("earn", 0, BASE)
    ways = view.form.entries[1]
    ways.field.choose("1")
    ways.field.activated.emit(1)
    assert view.form.at(("per",)) is None
    assert view.words.text() == "1 point for each piece"
    view.take()


def test_what_a_form_does_not_speak_of_stays(edit, page: ProgrammePage):
    view = edit("points", 0, page.draft.tables["points"])
    choice = view.form.at(("rounding",))
    choice.field.choose("ceil")
    choice.field.activated.emit(choice.field.currentIndex())
    view.take()
    assert page.draft.programme.points.rounding == "ceil"
    assert page.draft.programme.points.expire_after.number == 12


def test_the_end_of_points_is_a_form_of_its_own(edit, page: ProgrammePage, person: Person):
    view = edit("expire", 0, page.draft.tables["points"])
    assert view.words.text() == "Points are valid for 12 months"
    ways = view.form.entries[0]
    ways.field.choose("0")
    ways.field.activated.emit(0)
    assert view.words.text() == "Points do not end"
    view.take()
    assert page.draft.programme.points.expire == "never"


def test_conditions_count_only_while_they_are_ticked(edit, page: ProgrammePage):
    view = edit("multiply", None, {"id": "sat", "by": 2, "when": {"weekdays": ["sat"]}})
    group = view.form.entries[2]
    assert group.tick.isChecked()
    group.tick.click()
    assert view.words.text() == "Twice the points"
    view.take()
    assert page.draft.programme.multiply[0].when.weekdays == frozenset()


def test_control_and_enter_are_as_good_as_done(edit, page: ProgrammePage, qtbot):
    view = edit("multiply", None, {"id": "sat", "by": 2})
    qtbot.keyClick(view.window().windowHandle(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.view is page.rules
    assert len(page.draft.programme.multiply) == 1


def test_tab_goes_through_a_form_from_top_to_bottom(edit, person: Person):
    view = edit("earn", 0, {**BASE, "when": {"code": "HI"}})
    view.start()
    seen = []
    for _step in range(5):
        seen.append(person.focus)
        person.press(Qt.Key.Key_Tab)
    assert seen[:3] == ["Points", "What for", "Amount"]
    assert [view.form.entries[2].tick.text(), view.form.entries[3].tick.text()] == [
        "Only for some goods",
        "Only at some times, or for some customers",
    ]
    assert person.focus == "Mon"


def test_a_product_is_scanned_into_its_field(edit, page: ProgrammePage, person: Person):
    page.session.ask(lambda desk: desk.products.save(Product("TEA", "Cup of tea", barcode="4006381333931")))
    view = edit("bonus", None, {"id": "a", "points": 5, "of": {"sku": ["CAKE"]}})
    view.form.at(("of", "sku")).start()
    person.scan("4006381333931")
    assert view.form.at(("of", "sku")).value() == ["CAKE", "TEA"]
    assert "Cup of tea" in person.reads()


def test_a_card_that_is_scanned_meanwhile_is_the_tills(edit, window, person: Person):
    view = edit("bonus", None, {"id": "a", "points": 5, "of": {"sku": ["CAKE"]}})
    view.form.at(("of", "sku")).start()
    person.scan("2600000000014")
    assert window.key == "till"
