"""The page leads from view to view, and its figures are those of the shop as it is now."""

import pytest

from tests.shop import buy, join
from tests.ui.insights.conftest import SPECS
from ui.insights import page as page_module
from ui.insights.overview import Overview
from ui.insights.view import View
from ui.seams.views import ViewSpec


class Reports(View):
    """A second view."""

    def __init__(self, theme, session, tools) -> None:
        super().__init__(theme, session, tools)
        self.opened, self.reloads = [], 0

    @property
    def subtitle(self) -> str:
        return "For the drawer"

    def open(self, what: str) -> None:
        self.opened.append(what)

    def reload(self) -> None:
        self.reloads += 1


@pytest.fixture
def with_reports(monkeypatch, busy, open_window):
    views = [ViewSpec("overview", "Overview", Overview), ViewSpec("reports", "Reports", Reports)]
    monkeypatch.setattr(page_module, "view_specs", lambda: views)
    window = open_window(SPECS)
    window.go("insights")
    return window


def test_with_one_view_there_are_no_tabs(monkeypatch, busy, open_window):
    monkeypatch.setattr(page_module, "view_specs", lambda: [ViewSpec("overview", "Overview", Overview)])
    window = open_window(SPECS)
    window.go("insights")
    assert not window.shown.switch.isVisible()


def test_a_second_view_stands_beside_the_first_and_has_the_bar_for_itself(with_reports):
    page = with_reports.shown
    overview = page.view
    assert page.switch.isVisible()
    assert overview.period.isVisible()
    assert isinstance(page.go("reports"), Reports)
    assert not overview.period.isVisible()


def test_another_page_may_want_a_view_and_something_in_it(with_reports):
    with_reports.shown.wanted.emit("insights", "reports/day")
    assert with_reports.shown.view.opened == ["day"]


def test_what_a_page_may_not_want_changes_nothing(opened):
    opened.shown.open("no-such-view/thing")
    assert isinstance(opened.shown.view, Overview)


def test_a_view_that_is_not_seen_reloads_when_it_is(with_reports, session):
    page = with_reports.shown
    reports = page.go("reports")
    page.go("overview")
    session.changed.emit()
    assert reports.reloads == 0
    page.go("reports")
    assert reports.reloads == 1


def test_a_purchase_shows_while_the_page_is_seen(opened, overview, session, busy):
    def sell(desk):
        buy(desk, join(desk, "Somebody New")[1], 500)

    assert overview.tiles.active.figure.text() == "8"
    session.do(sell)
    assert overview.tiles.active.figure.text() == "9"


def test_a_purchase_while_another_page_is_seen_shows_when_the_page_is(opened, overview, session):
    opened.go("till")
    session.do(lambda desk: buy(desk, join(desk, "Somebody New")[1], 500))
    assert overview.tiles.active.figure.text() == "8"
    opened.go("insights")
    assert overview.tiles.active.figure.text() == "9"


def test_on_another_day_the_figures_are_read_again(opened, overview, clock):
    opened.go("till")
    clock.to("2026-11-20T10:00:00")
    opened.go("insights")
    assert overview.tiles.active.figure.text() == "4"  # the other four were here more than a year ago
