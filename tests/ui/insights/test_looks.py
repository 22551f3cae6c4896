"""Every word of the Insights page has its room in every size and language, and every control its name."""

import pytest
from PySide6.QtWidgets import QApplication

from loyaltydesk import words
from loyaltydesk.model.insights import Group
from loyaltydesk.words.catalogue import _Active
from tests.ui.fitting import Long, cut, nameless, small
from tests.ui.insights.conftest import SPECS
from ui.theme.tokens import density_for

SIZES = [(1280, 720), (1366, 768), (1920, 1080)]


@pytest.fixture
def build(busy, theme, open_window):
    def built(size, percent=100):
        theme.set(text_percent=percent, density=density_for(size[1], percent))
        window = open_window(SPECS, size=size)
        theme.set(density=density_for(size[1], percent))
        window.go("insights")
        QApplication.processEvents()
        assert (window.width(), window.height()) == size
        return window

    return built


def judge(window, what=""):
    QApplication.processEvents()  # words that wrap get their height a moment later
    page = window.shown
    assert (what, cut(page), small(page), nameless(page)) == (what, [], [], [])
    overview = page.view
    assert overview.scrolling.widget().width() <= overview.scrolling.viewport().width()


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_everything_fits_in_every_language(build, language):
    words.use(language)
    judge(build((1280, 720)))


@pytest.mark.parametrize("size", SIZES)
def test_everything_fits_with_words_that_are_longer(build, monkeypatch, size):
    monkeypatch.setattr(_Active, "words", Long())
    judge(build(size))


@pytest.mark.parametrize("percent", [125, 150])
def test_everything_fits_with_larger_text(build, percent):
    judge(build((1280, 720), percent))


def test_everything_fits_with_larger_and_longer_words(build, monkeypatch):
    monkeypatch.setattr(_Active, "words", Long())
    judge(build((1366, 768), 150))


def test_the_words_of_every_group_fit(build):
    window = build((1280, 720))
    for group in Group:
        window.shown.view.groups.chart.chosen.emit(group.value)
        judge(window, group)


def test_panels_stand_below_each_other_and_none_over_another(build):
    overview = build((1366, 768)).shown.view
    parts = [part.geometry() for part in overview.parts]
    assert not any(one.intersects(other) for one in parts for other in parts if one is not other)


def test_with_large_text_groups_stand_below_the_members(build):
    overview = build((1366, 768), 150).shown.view
    assert overview.groups.x() == overview.members.x()
    assert overview.groups.width() == overview.members.width()


def test_an_empty_shop_fits(desk, open_window):
    window = open_window(SPECS, size=(1280, 720))
    window.go("insights")
    judge(window)
