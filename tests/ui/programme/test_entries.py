"""Entries say in a table what is filled in, and show what it says; whatever is written so reads as it was."""

from datetime import date

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QApplication

from loyaltydesk.model.money import currency
from loyaltydesk.model.programme import Programme
from loyaltydesk.rules.programme_writing import tables_of
from tests.loyaltydesk.rules.programmes import programmes
from ui.programme.entries import CountEntry, DayEntry, FigureEntry, SpanEntry, TextEntry, TickEntry, TimeEntry
from ui.programme.entries_several import Group, NamesEntry, SomeEntry, Way, Ways
from ui.programme.entry import clear
from ui.programme.forms_promises import FORMS
from ui.programme.kit import Kit
from ui.seams.formats import QtFormats

EURO = currency("EUR")


def _kit(theme, programme: Programme) -> Kit:
    return Kit(theme, QtFormats("pl", programme.currency), programme, date(2026, 3, 14), {}, {})


@settings(max_examples=15, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(programme=programmes())
def test_a_form_that_is_only_looked_at_changes_nothing(theme, programme: Programme):
    """Every rule of every programme comes out of its form as it went in."""
    kit = _kit(theme, programme)
    for table, rules in tables_of(programme).items():
        for rule in rules if isinstance(rules, list) else [rules]:
            form = Group(theme, FORMS[table](kit))
            form.fill(rule)
            again = {key: dict(value) if isinstance(value, dict) else value for key, value in rule.items()}
            clear(again, form.paths())
            form.put(again)
            assert again == rule
            form.deleteLater()


def _said(entry, filled: dict | None = None) -> dict:
    if filled is not None:
        entry.fill(filled)
    table: dict = {}
    entry.put(table)
    return table


@pytest.mark.parametrize(("typed", "written"), [("12,50", "12.50"), ("1 000", "1000"), ("", None), ("abc", "abc")])
def test_money_is_typed_as_the_language_writes_it(theme, typed: str, written: str | None):
    entry = FigureEntry(theme, "per", text="Amount", formats=QtFormats("pl", EURO))
    entry.field.setText(typed)
    assert entry.value() == written


def test_money_is_shown_as_the_language_writes_it(theme):
    entry = FigureEntry(theme, "per", text="Amount", formats=QtFormats("ru", EURO))
    entry.fill({"per": "12.50"})
    assert entry.field.text() == "12,50"


@pytest.mark.parametrize(("typed", "written"), [("2", 2), ("1,5", "1.5"), ("1.5", "1.5")])
def test_a_whole_number_is_written_as_one(theme, typed: str, written: object):
    entry = FigureEntry(theme, "by", text="By", formats=QtFormats("lv", EURO), money=False)
    entry.field.setText(typed)
    assert entry.value() == written


@pytest.mark.parametrize(
    ("typed", "written"), [("16:00", "16:00"), ("9.30", "09:30"), ("7", "07:00"), ("26:00", "26:00")]
)
def test_a_time_is_typed_as_people_do(theme, typed: str, written: str):
    entry = TimeEntry(theme, "when.from", text="From")
    entry.field.setText(typed)
    assert _said(entry) == {"when": {"from": written}}


def test_a_count_can_be_left_out(theme):
    entry = CountEntry(theme, "valid_days", text="Days", most=(1, 100), none="without end")
    assert _said(entry, {}) == {}
    assert entry.field.text() == "without end"
    assert _said(entry, {"valid_days": 30}) == {"valid_days": 30}


def test_a_day_counts_only_when_it_is_ticked(theme):
    entry = DayEntry(theme, "when.first_day", text="First day", today=date(2026, 3, 14))
    assert _said(entry, {}) == {}
    entry.tick.setChecked(True)
    entry.field.setDate(QDate(2026, 5, 1))
    assert _said(entry) == {"when": {"first_day": date(2026, 5, 1)}}


def test_a_tick_writes_what_it_stands_for(theme):
    entry = TickEntry(theme, "tax", text="Without the tax", value="net")
    assert _said(entry, {}) == {}
    assert _said(entry, {"tax": "net"}) == {"tax": "net"}


@pytest.mark.parametrize("span", ["12 months", "1 days", "2 years"])
def test_a_length_of_time_is_a_number_and_a_unit(theme, span: str):
    assert _said(SpanEntry(theme, "expire_after", text="How long"), {"expire_after": span}) == {"expire_after": span}


def test_names_stand_side_by_side_and_one_with_a_comma_in_quotes(theme):
    entry = NamesEntry(theme, "of.sku", text="Products", known={})
    assert _said(entry, {"of": {"sku": ["A", "B,C"]}}) == {"of": {"sku": ["A", "B,C"]}}
    entry.field.setText(" TEA ,, CAKE,")
    assert entry.value() == ["TEA", "CAKE"]


def test_a_name_is_completed_from_the_list_and_the_others_stay(theme, qtbot):
    entry = NamesEntry(theme, "of.sku", text="Products", known={"COFFEE": "Cup of coffee", "TEA": "Tea"})
    qtbot.addWidget(entry)
    entry.show()
    edited: list[bool] = []
    entry.edited.connect(lambda: edited.append(True))
    entry.field.setText("CAKE, cup")
    entry.field.textEdited.emit("CAKE, cup")
    completer = entry.field._completer
    assert completer.currentCompletion() == "COFFEE · Cup of coffee"
    completer.activated.emit(completer.currentCompletion())
    QApplication.processEvents()
    assert entry.value() == ["CAKE", "COFFEE"]
    assert edited


def test_some_of_a_few_are_pressed(theme):
    entry = SomeEntry(theme, "when.weekdays", text="Days", options=[("mon", "Mon"), ("tue", "Tue")])
    assert _said(entry, {"when": {"weekdays": ["tue"]}}) == {"when": {"weekdays": ["tue"]}}
    entry.buttons["mon"].click()
    assert entry.value() == ["mon", "tue"]


def test_a_part_that_is_not_ticked_counts_for_nothing(theme):
    group = Group(theme, [TextEntry(theme, "when.code", text="Code")], text="Only sometimes")
    assert _said(group, {"when": {"code": "HI"}}) == {"when": {"code": "HI"}}
    group.tick.setChecked(False)
    assert _said(group) == {}
    assert list(group.fields()) == []


def test_one_way_of_several_writes_only_its_own(theme):
    amount = TextEntry(theme, "per", text="Amount")
    ways = Ways(theme, [Way("money", [amount]), Way("pieces", always={"each": "unit"})], text="What for")
    assert _said(ways, {"per": "1.00"}) == {"per": "1.00"}
    assert _said(ways, {"each": "unit"}) == {"each": "unit"}
    ways.field.choose("0")
    amount.field.setText("2.00")
    assert _said(ways) == {"per": "2.00"}
