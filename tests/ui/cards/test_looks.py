"""Every word of the Cards page has its room in every size and language, and every control its name."""

from collections.abc import Callable
from io import BytesIO

import pytest
from msgspec.structs import replace
from PIL import Image
from PySide6.QtWidgets import QApplication

from loyaltydesk import words
from loyaltydesk.desk import Desk
from loyaltydesk.model.numbers import NumberKind
from loyaltydesk.words.catalogue import _Active
from tests.shop import join
from tests.ui.cards.conftest import SPECS
from tests.ui.fitting import Long, cut, nameless, small
from ui.cards.choosing import Way
from ui.cards.design_view import DesignView
from ui.cards.shown import Who
from ui.theme.theme import Theme
from ui.theme.tokens import density_for
from ui.window import Window

SIZES = [(1280, 720), (1366, 768), (1920, 1080)]


@pytest.fixture
def opened(shop: Desk, theme: Theme, open_window: Callable[..., Window]) -> Callable[..., Window]:
    def build(size: tuple[int, int], percent: int = 100) -> Window:
        shop.cards.make(3)
        theme.set(text_percent=percent, density=density_for(size[1], percent))
        window = open_window(SPECS, size=size)
        window.go("cards")
        assert (window.width(), window.height()) == size
        return window

    return build


def _open_everything(design: DesignView) -> None:
    """Own words in each row, an own colour being mixed, a logo, a customer who is looked for, and faint words."""
    file = BytesIO()
    Image.new("RGB", (60, 20), "red").save(file, "PNG")
    words = dict.fromkeys(("above_name", "heading", "rules", "footer"), "Welcome, {name}")
    design._change(replace(design.draft, logo=file.getvalue()).with_design(ink="#123456", **words))
    design.details.colours.accent.own.click()
    design.shown.who.choose(Who.CUSTOMER)
    design.shown.search.setText("Nobody")
    for _ in range(2):  # a column that is higher now has its bar first, and then its room
        QApplication.processEvents()
    assert design.sides.mend_button.isVisible()


def _look_over(window: Window) -> None:
    page, wide = window.shown, window.width()
    design = page.go("design")
    assert ("design", cut(page), small(page), nameless(page)) == ("design", [], [], [])
    _open_everything(design)
    assert ("all of it", cut(page), small(page), nameless(page)) == ("all of it", [], [], [])
    printing = page.go("print")
    for way in Way:
        printing.choosing.go(way)
        assert (way, cut(page), small(page), nameless(page)) == (way, [], [], [])
    numbering = page.go("numbers")
    for kind in NumberKind:
        numbering.form.kind.choose(kind)
        numbering.form.kind.chosen.emit(kind)
        QApplication.processEvents()
        assert (kind, cut(page), small(page), nameless(page)) == (kind, [], [], [])
    assert window.width() == wide  # no view makes the window wider than the screen


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


def test_a_long_name_gives_way(opened, shop: Desk) -> None:
    customer, _card = join(shop, "Wolfeschlegelsteinhausenbergerdorff " * 3)
    window = opened((1280, 720))
    window.shown.open(customer)
    assert window.width() == 1280
    assert cut(window.shown) == []


def test_the_page_shows_in_the_dark(opened, theme: Theme, colour_at: Callable[..., str]) -> None:
    window = opened((1366, 768))
    light = colour_at(window, 0.5, 0.98)
    theme.set(mode="dark")
    assert colour_at(window, 0.5, 0.98) != light
    _look_over(window)
