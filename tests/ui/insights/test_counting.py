"""The page stands at once; its figures come later, and those that nobody wants any more do not."""

import pytest
from shiboken6 import delete

from loyaltydesk.model.insights import Preset
from loyaltydesk.model.refusals import FileBroken
from ui.insights.page import InsightsPage


@pytest.fixture
def page(theme, session, slow_tools, busy, qtbot):
    made = InsightsPage(theme, session, slow_tools)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    made.entered()
    return made


def finish_all(slow):
    while slow.jobs:
        slow.finish()


def test_it_stands_before_anything_is_counted(page, slow):
    assert len(slow.jobs) == 1
    assert page.view.tiles.active.line == "counting…"
    assert not any(part.has_figures or part.is_empty for part in page.view.parts)


def test_the_top_comes_first_and_each_panel_by_itself(page, slow):
    slow.finish()
    assert page.view.tiles.active.figure.text() == "8"
    assert not page.view.members.has_figures
    slow.finish()
    assert page.view.members.has_figures
    assert not page.view.groups.has_figures


def test_figures_of_a_period_that_nobody_wants_any_more_are_dropped(page, slow):
    page.view.period.choose(Preset.DAYS_30)
    slow.finish()  # the twelve months that were wanted first
    assert page.view.tiles.active.figure.text() == "…"
    finish_all(slow)
    assert page.view.tiles.active.figure.text() == "4"
    assert page.view.members.paper().period == "13 Feb 2026 to 14 Mar 2026"


def test_what_cannot_be_read_is_said_in_its_panel_and_the_others_are_counted(page, slow, monkeypatch, busy):
    def torn(_period):
        raise FileBroken("shop.db", "torn")

    monkeypatch.setattr(busy.insights, "hours", torn)
    finish_all(slow)
    assert page.view.hours.is_empty
    assert page.view.points.has_figures


def test_a_group_that_is_chosen_in_between_keeps_its_own_answer(page, slow):
    finish_all(slow)
    groups = page.view.groups
    groups.chart.chosen.emit("lost")
    groups.chart.chosen.emit("not_yet")
    finish_all(slow)
    assert groups.buttons.vouchers.text().startswith("Send 3 ")


def test_a_page_that_is_gone_takes_no_answer(theme, session, slow_tools, busy, slow):
    page = InsightsPage(theme, session, slow_tools)
    page.view.reload()
    delete(page)
    finish_all(slow)
    assert slow.jobs == []
