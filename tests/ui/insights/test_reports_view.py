"""The reports of the Insights page: three cards with their first pages, to be printed, saved, and put on a slip."""

import csv
from dataclasses import replace
from datetime import date
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from loyaltydesk.model.refusals import DiskFull, FolderMissing
from loyaltydesk.model.reports import ListedBy
from tests.disk import fill, small_disk
from tests.shop import join
from tests.ui.person import Person
from ui.insights.page import InsightsPage
from ui.insights.reports_view import ReportsView
from ui.paper.dialog import PaperDialog
from ui.seams.giving_up import counted
from ui.seams.session import Session
from ui.seams.tasks import BackgroundRunner
from ui.window import PageSpec, Window


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


# --- a long list


@pytest.fixture
def long_list(qtbot, theme, filed, tools, monkeypatch):
    """The card of a list that takes a while, in a window on a file, with a worker of its own."""
    monkeypatch.setattr("ui.seams.giving_up.STRIDE", 1)
    monkeypatch.setattr("ui.insights.report_cards.ON_A_PAGE", 1)
    for number in range(30):
        join(filed, f"Customer {number}")
    runner = BackgroundRunner()
    specs = [PageSpec("insights", "chart-column", "Insights", InsightsPage)]
    window = Window(theme, Session(filed), replace(tools, run=runner), specs=specs)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    card = window.go("insights").go("reports").balances
    qtbot.waitUntil(lambda: bool(facts(card)))
    yield window, card
    runner.wait()
    QApplication.processEvents()


@pytest.mark.parametrize("way", ["print", "pdf", "csv"])
def test_a_long_list_can_be_given_up_and_leaves_nothing_behind(long_list, qtbot, tmp_path, monkeypatch, way):
    window, card = long_list
    pressed = Event()
    monkeypatch.setattr("ui.insights.report_cards.counted", lambda *told: pressed.wait(5) and counted(*told))
    folder = tmp_path / "lists"
    folder.mkdir()
    card.ask_where = lambda _parent, suggested: str(folder / suggested)
    card.show_paper = lambda _document: pytest.fail("it was given up")
    button = getattr(card, f"{way}_button")
    with qtbot.waitSignal(card.told) as told:
        button.click()
        button.click()  # pressed twice: it is asked for once
        assert card.under_way.stop_button.hasFocus()
        Person(window).press(Qt.Key.Key_Escape)
        pressed.set()
    assert told.args == ["Stopped. Nothing was saved."]
    assert list(folder.iterdir()) == []
    assert card.under_way.isHidden()
    assert button.hasFocus()


def test_a_long_list_shows_how_far_it_is_and_is_saved(long_list, qtbot, tmp_path):
    _window, card = long_list
    card.ask_where = lambda _parent, _suggested: str(tmp_path / "list.csv")
    with qtbot.waitSignal(card.told):
        card.csv_button.click()
        assert card.under_way.isVisible()
    assert card.under_way.bar.value() > card.under_way.bar.maximum() // 2
    assert len((tmp_path / "list.csv").read_text(encoding="utf-8").splitlines()) == 31


def test_a_full_disk_is_said_and_the_list_can_be_saved_elsewhere(long_list, qtbot, tmp_path):
    _window, card = long_list
    with small_disk(tmp_path / "small", "64k") as folder:
        fill(folder)
        card.ask_where = lambda _parent, _suggested: str(folder / "list.csv")
        with qtbot.waitSignal(card.failed) as failed:
            card.csv_button.click()
        assert failed.args == [card.session.sentence(DiskFull(str(folder / "list.csv")))]
        assert not (folder / "list.csv").exists()
    assert not card.under_way.give_up()
