"""The reports of the Insights page: three cards with their first pages, to be printed, saved, and put on a slip."""

import csv
from datetime import date

import pytest

from loyaltydesk.model.refusals import FolderMissing
from loyaltydesk.model.reports import ListedBy
from ui.insights.reports_view import ReportsView
from ui.paper.dialog import PaperDialog


@pytest.fixture
def reports(opened):
    view = opened.shown.go("reports")
    assert isinstance(view, ReportsView)
    return view


def facts(card):
    grid = card.facts
    return {
        grid.itemAtPosition(row, 0).widget().text(): grid.itemAtPosition(row, 1).widget().text()
        for row in range(grid.rowCount())
        if grid.itemAtPosition(row, 0)
    }


def test_each_card_has_facts_and_a_first_page(reports):
    assert all(card.preview.count >= 1 for card in reports.cards)
    assert facts(reports.day)["Sum of the points"] == "adds up"
    assert facts(reports.balances) == {"Customers": "12", "Pages, about": "1", "Printed last": "never"}


def test_another_day_and_another_month_are_read(reports):
    reports.day.choose(date(2026, 3, 10))
    assert facts(reports.day)["Paid"] == "€46.00"
    reports.month.earlier.click()
    assert reports.month.month == date(2026, 1, 1)
    assert facts(reports.month)["Members here"] == "4"


def test_no_time_to_come_can_be_chosen(reports):
    reports.day.choose(date(2030, 1, 1))
    reports.month.choose(date(2030, 1, 1))
    assert (reports.day.wish(), reports.month.wish()) == (date(2026, 3, 14), date(2026, 3, 1))
    assert not reports.month.later.isEnabled()


def test_the_list_may_be_by_card_and_of_those_who_were_here(reports):
    reports.balances.by.choose("card")
    reports.balances.months.choose("6")
    wish = reports.balances.wish()
    assert (wish.by, wish.months) == (ListedBy.CARD, 6)


def test_what_is_printed_is_shown_first(reports, person, monkeypatch):
    seen = []
    monkeypatch.setattr(PaperDialog, "exec", lambda dialog: seen.append(dialog.windowTitle()))
    for card in reports.cards:
        person.tap(card.print_button)
    person.tap(reports.day.slip_button)
    assert seen == [
        "Day end, 14 Mar 2026",
        "Letter about February 2026",
        "Balance list, Rīts Club",
        "Day end, 14 Mar 2026",
    ]


def test_only_a_list_that_was_printed_is_remembered(reports, person, desk):
    reports.balances.show_paper = lambda _document: False
    person.tap(reports.balances.print_button)
    assert desk.reports.last_printed() is None
    reports.balances.show_paper = lambda _document: True
    person.tap(reports.balances.print_button)
    assert facts(reports.balances)["Printed last"] == "14 Mar 2026"


def test_reports_are_saved_as_pdf_and_csv(reports, person, tmp_path):
    for card in (reports.day, reports.balances):
        card.ask_where = lambda _parent, suggested: str(tmp_path / suggested)
        person.tap(card.pdf_button)
        person.tap(card.csv_button)
    names = sorted(path.name for path in tmp_path.glob("* – *"))
    assert names == ["Balance list – 2026-03-14.csv", "Balance list – 2026-03-14.pdf", "Day end – 2026-03-14.csv",
                     "Day end – 2026-03-14.pdf"]  # fmt: skip
    rows = list(csv.reader((tmp_path / names[0]).read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == 13
    assert "Saved as" in reports.notice._text.text()
    assert reports.go_back()


def test_a_refusal_is_said_above_the_cards(reports, person, tmp_path):
    reports.day.ask_where = lambda _parent, suggested: str(tmp_path / "gone" / suggested)
    person.tap(reports.day.pdf_button)
    assert reports.session.sentence(FolderMissing(str(tmp_path / "gone"))) == reports.notice._text.text()


def test_a_slip_goes_straight_to_the_printer_where_there_is_one(reports, person, tools, monkeypatch):
    sent = []
    monkeypatch.setattr("ui.insights.report_cards.print_bytes", lambda content, _printer: sent.append(content))
    tools.preferences.write("slips/connection", "network:192.0.2.1:9100")
    person.tap(reports.day.slip_button)
    assert len(sent) == 1


@pytest.mark.parametrize(
    ("what", "day", "month"),
    [("day/2026-03-10", date(2026, 3, 10), date(2026, 2, 1)), ("month/2025-12", date(2026, 3, 14), date(2025, 12, 1)),
     ("day/nonsense", date(2026, 3, 14), date(2026, 2, 1)), ("balances", date(2026, 3, 14), date(2026, 2, 1))],
)  # fmt: skip
def test_another_page_may_want_a_report(opened, reports, what, day, month):
    opened.shown.open(f"reports/{what}")
    assert (reports.day.wish(), reports.month.wish()) == (day, month)


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_nothing_is_wider_than_the_window(opened, reports, theme, mode, percent):
    theme.set(mode=mode, text_percent=percent)
    opened.resize(1366, 768)
    for card in reports.cards:
        right = card.mapTo(opened, card.rect().topRight()).x()
        assert right <= opened.width()
        for button in (card.print_button, card.pdf_button):
            assert button.mapTo(card, button.rect().topRight()).x() <= card.width()
