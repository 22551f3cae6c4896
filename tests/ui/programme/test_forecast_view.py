"""The forecast on the screen: worked out once, live under the sliders, given up, refused, made up without history."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from loyaltydesk.desk import Desk
from loyaltydesk.words import use
from tests.shop import PROGRAMME, Clock, buy, join
from ui.programme.forecast_view import ForecastView
from ui.seams.session import Session
from ui.seams.tasks import run_now
from ui.seams.tools import Tools
from ui.theme.theme import Theme
from ui.theme.tokens import density_for

NO_TOOLS: Any = None  # it needs no sounds, no scanner and no preferences


@pytest.fixture
def shop() -> Iterator[Desk]:
    clock = Clock("2025-05-01T10:00:00")
    desk = Desk.in_memory(PROGRAMME, clock)
    cards = [join(desk, f"C{number}")[1] for number in range(4)]
    for day in range(40):
        clock.forward(days=1)
        buy(desk, cards[day % 4], 1000 + 10 * day)
    yield desk
    desk.close()


@pytest.fixture
def empty_shop() -> Iterator[Desk]:
    desk = Desk.in_memory(PROGRAMME, Clock())
    yield desk
    desk.close()


Shown = Callable[..., ForecastView]


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme) -> Shown:
    def made(desk: Desk, run: Any = run_now) -> ForecastView:
        view = ForecastView(theme, Session(desk), Tools(run, NO_TOOLS, NO_TOOLS, NO_TOOLS))
        qtbot.addWidget(view)
        view.resize(1274, 696)
        view.show()
        return view

    return made


def test_a_programme_is_worked_out_on_the_shops_own_history(qtbot: QtBot, shown: Shown, shop: Desk) -> None:
    view = shown(shop)
    with qtbot.waitSignal(view.basis_changed) as told:
        view.show_programme(PROGRAMME)
    assert told.args == ["Worked out from your own 40 purchases with a card, 2 May 2025 to 10 Jun 2025"]
    assert view.needed.figure.text().startswith("+")
    assert view.chance.figure.text().endswith("%")
    assert view.answers.rate.text().endswith("%")
    assert view.chart.accessibleDescription().startswith("Month 1: ")
    assert not view.work.isVisible()
    assert not view.answers.members.isVisible()
    assert "those in force" in view.compared.text()


def test_the_forecast_begins_with_the_margin_that_was_told_to_the_insights(shown: Shown, shop: Desk) -> None:
    shop.insights.keep_margin(45_00)
    view = shown(shop)
    view.show_programme(PROGRAMME)
    assert view.answers.assumed().margin == 45_00
    view.answers.goods.slider.setValue(30)
    view.show_programme(PROGRAMME.replace('worth = "1.00"', 'worth = "2.00"'))
    assert view.answers.assumed().margin == 70_00


def test_the_answers_follow_the_sliders_without_playing_again(shown: Shown, shop: Desk) -> None:
    asked = 0

    def counting(job: Any, **answers: Any) -> None:
        nonlocal asked
        asked += 1
        run_now(job, **answers)

    view = shown(shop, counting)
    view.show_programme(PROGRAMME)
    view.answers.uplift.slider.setValue(0)
    none = view.profit.figure.text()
    view.answers.uplift.slider.setValue(30)
    assert view.answers.uplift.figure.text() == "30%"
    assert view.profit.figure.text() != none
    view.answers.startup.setValue(1_000_000)
    assert (view.pays.figure.text(), view.chance.figure.text()) == ("not in a year", "0%")
    view.answers.goods.slider.setValue(100)
    assert view.needed.figure.text() == "–"
    view.show_programme(PROGRAMME)
    assert asked == 1
    view.show_programme(PROGRAMME.replace("points = 1\n", "points = 3\n"))
    assert asked == 2
    assert view.answers.uplift.slider.value() == 30  # what was supposed stays


def test_without_history_it_asks_and_makes_customers_up(qtbot: QtBot, shown: Shown, empty_shop: Desk) -> None:
    view = shown(empty_shop)
    with qtbot.waitSignal(view.basis_changed) as told:
        view.show_programme(PROGRAMME)
    assert "made-up customers" in told.args[0]
    assert view.answers.members.isVisible()
    assert (view.answers.basket.value(), view.answers.share.slider.value()) == (12, 45)
    before = view.profit.figure.text()
    with qtbot.waitSignal(view.basis_changed):
        view.answers.visits.setValue(30)
    assert view.profit.figure.text() != before


def test_a_text_that_cannot_be_read_is_said_in_place(shown: Shown, shop: Desk) -> None:
    view = shown(shop)
    view.show_programme("[programme")
    assert view.notice.isVisible()
    assert view.notice.accessibleName()
    view.show_programme(PROGRAMME)
    assert not view.notice.isVisible()


def test_what_is_under_way_can_be_given_up_and_begun_again(shown: Shown, shop: Desk) -> None:
    waiting: list[Callable[[], None]] = []

    def later(job: Any, **answers: Any) -> None:
        waiting.append(lambda: run_now(job, **answers))

    view = shown(shop, later)
    view.show_programme(PROGRAMME)
    assert view.work.stop_button.isVisible()
    view.work.stop_button.click()
    waiting.pop()()
    assert view.profit.figure.text() == "…"
    assert view.work.again_button.isVisible()
    view.work.again_button.click()
    waiting.pop()()
    assert view.profit.figure.text() != "…"
    assert not view.work.isVisible()


def test_an_answer_that_comes_too_late_is_not_shown(shown: Shown, shop: Desk) -> None:
    waiting: list[Callable[[], None]] = []

    def later(job: Any, **answers: Any) -> None:
        waiting.append(lambda: run_now(job, **answers))

    view = shown(shop, later)
    view.show_programme(PROGRAMME)
    view.show_programme(PROGRAMME.replace("points = 1\n", "points = 3\n"))
    first, second = waiting
    second()
    figure = view.needed.figure.text()
    first()
    assert view.needed.figure.text() == figure
    view.give_up()
    assert not view.work.isVisible()


def test_the_note_puts_a_test_group_into_the_draft_and_then_tells_what_it_shows(
    qtbot: QtBot, shown: Shown, shop: Desk
) -> None:
    view = shown(shop)
    view.show_programme(PROGRAMME)
    with qtbot.waitSignal(view.test_group_wanted) as wanted:
        view.note.button.click()
    assert wanted.args == [10]
    grouped = PROGRAMME + "[test_group]\nevery = 2\n"
    shop.shop.load_programme(grouped)
    view.show_programme(grouped)
    assert not view.note.button.isVisible()


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("language", "percent"), [("en", 100), ("ru", 100), ("en", 150)])
def test_it_is_painted_in_every_look(
    shown: Shown, shop: Desk, theme: Theme, *, mode: Any, language: str, percent: int
) -> None:
    use(language)
    theme.set(mode=mode, density=density_for(768), text_percent=percent)
    view = shown(shop)
    view.show_programme(PROGRAMME)
    assert view.minimumSizeHint().width() <= 1274
    assert view.chart.height() >= 200
    view.grab()
