"""Every word of the Greetings page has its room in every size and language, and every control its name."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from loyaltydesk import words
from loyaltydesk.desk import Desk
from loyaltydesk.words.catalogue import _Active
from tests.ui.fitting import Long, cut, nameless, small
from tests.ui.greetings.conftest import SPECS, People
from ui.greetings.page import CALLS, CARDS
from ui.theme.theme import Theme
from ui.theme.tokens import density_for
from ui.window import Window

SIZES = [(1280, 720), (1366, 768), (1920, 1080)]


@pytest.fixture
def opened(shop: Desk, theme: Theme, open_window: Callable[..., Window]) -> Callable[..., Window]:
    def build(size: tuple[int, int], percent: int = 100) -> Window:
        theme.set(text_percent=percent, density=density_for(size[1], percent))
        window = open_window(SPECS, size=size)
        window.go("greetings")
        assert (window.width(), window.height()) == size
        return window

    return build


def _judge(window: Window, what: object) -> None:
    QApplication.processEvents()  # words that wrap get their height a moment later
    page = window.shown
    assert (what, cut(page), small(page), nameless(page)) == (what, [], [], [])


def _look_over(window: Window) -> None:
    page = window.shown
    for tab in range(3):
        page.switch.choose(CARDS)
        page.cards.designer.tabs.setCurrentIndex(tab)
        _judge(window, tab)
    page.cards.designer.look.by_hand.click()
    _judge(window, "a change")
    page.cards.designer.look.by_hand.click()
    page.cards.card.aside_button.click()
    _judge(window, "a question")
    page.cards.card.go_back()
    page.switch.choose(CALLS)
    _judge(window, CALLS)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", words.LANGUAGES)
def test_everything_fits_in_every_language(opened, language: str, size: tuple[int, int]) -> None:
    words.use(language)
    _look_over(opened(size))


@pytest.mark.parametrize("size", SIZES)
def test_everything_fits_with_words_that_are_longer(
    opened, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setattr(_Active, "words", Long())
    _look_over(opened(size))


@pytest.mark.parametrize("percent", [115, 130, 150])
def test_everything_fits_with_larger_text(opened, percent: int) -> None:
    _look_over(opened((1280, 720), percent))


def test_a_long_name_gives_way(opened, people: People) -> None:
    people.join("Wolfeschlegelsteinhausenbergerdorff " * 3, birth_date="--03-14", phone="+37120003333")
    window = opened((1280, 720))
    assert window.width() == 1280
    _look_over(window)


def test_the_page_shows_in_the_dark(opened, theme: Theme, colour_at: Callable[..., str]) -> None:
    window = opened((1366, 768))
    light = colour_at(window, 0.5, 0.99)
    theme.set(mode="dark")
    assert colour_at(window, 0.5, 0.99) != light
    _look_over(window)
