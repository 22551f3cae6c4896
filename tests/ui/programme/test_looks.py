"""Every word of the Programme page has its room in every size and language, and every control its name."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from loyaltydesk import words
from loyaltydesk.words.catalogue import _Active
from tests.ui.fitting import Long, cut, nameless, small
from tests.ui.programme.conftest import SPECS
from ui.programme.forms_promises import FORMS
from ui.programme.page import ProgrammePage
from ui.programme.sections import NAMES, SECTIONS
from ui.theme.theme import Theme
from ui.theme.tokens import density_for
from ui.window import Window

SIZES = [(1280, 720), (1366, 768), (1920, 1080)]


@pytest.fixture
def opened(theme: Theme, open_window: Callable[..., Window]) -> Callable[..., Window]:
    def build(size: tuple[int, int], percent: int = 100) -> Window:
        theme.set(text_percent=percent, density=density_for(size[1], percent))
        window = open_window(SPECS, size=size)
        window.go("programme")
        return window

    return build


def _look_over(window: Window) -> None:
    page = window.shown
    assert isinstance(page, ProgrammePage)
    size = window.size()
    page.draft.put({**page.draft.tables, "multiply": [{"id": "sat", "by": 2, "when": {"weekdays": ["sat"]}}]})
    for view in (page.save, page.history, page.ready):
        page.open_view(view)
        _see(window, view)
    for card in page.rules.cards:
        if card.add.isVisibleTo(page.rules):
            page._on_add_wanted(card.section)
            _see(window, page.add)
            page.add.cards[-1].click()
            _see(window, page.edit)
    assert window.size() == size


def _see(window: Window, view) -> None:
    for _round in range(4):  # each layout tells the one around it
        QApplication.processEvents()
    found = (view.title.text(), cut(view), small(view), nameless(view))
    assert found == (view.title.text(), [], [], [])


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_everything_fits_in_every_language(opened, language: str) -> None:
    words.use(language)
    _look_over(opened((1366, 768)))


@pytest.mark.parametrize("size", SIZES)
def test_everything_fits_with_words_that_are_longer(
    opened, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setattr(_Active, "words", Long())
    _look_over(opened(size))


@pytest.mark.parametrize("percent", [125, 150])
def test_everything_fits_with_larger_text(opened, percent: int) -> None:
    _look_over(opened((1280, 720), percent))


def test_the_page_shows_in_the_dark(opened, theme: Theme, colour_at: Callable[..., str]) -> None:
    window = opened((1366, 768))
    light = colour_at(window, 0.5, 0.99)
    theme.set(mode="dark")
    assert colour_at(window, 0.5, 0.99) != light


def test_there_is_a_form_for_every_kind_of_rule() -> None:
    shown = {table for section in SECTIONS for table in (*section.rules, *section.settings)}
    assert shown == set(FORMS) == set(NAMES)
