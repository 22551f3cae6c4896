"""The Cards page in the program's window, behind a till that only notes what is scanned."""

from collections.abc import Callable

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.shop import ShopSettings
from loyaltydesk.printing.scene import Document
from tests.ui.person import Person
from ui.cards.design_view import DesignView
from ui.cards.numbers_view import NumbersView
from ui.cards.page import CardsPage
from ui.cards.print_view import PrintView
from ui.seams.page import Page
from ui.window import PageSpec, Window


class Scans(Page):
    """What is scanned and wanted by no other page comes here."""

    def __init__(self, theme, session, _tools) -> None:
        super().__init__(theme, session)
        self.codes: list[str] = []

    def take_scan(self, code: str) -> bool:
        self.codes.append(code)
        return True


SPECS = [PageSpec("till", "scan-barcode", "Till", Scans), PageSpec("cards", "credit-card", "Cards", CardsPage)]


@pytest.fixture
def shop(desk: Desk) -> Desk:
    desk.shop.save_settings(ShopSettings(name="Kafejnīca Rīts", line="Coffee", address="Brīvības iela 12", region="LV"))
    return desk


@pytest.fixture
def window(shop: Desk, open_window: Callable[..., Window]) -> Window:
    window = open_window(SPECS)
    window.go("cards")
    return window


@pytest.fixture
def person(window: Window) -> Person:
    return Person(window)


@pytest.fixture
def page(window: Window) -> CardsPage:
    page = window.page("cards")
    assert isinstance(page, CardsPage)
    return page


@pytest.fixture
def printing(page: CardsPage) -> PrintView:
    """Where cards are printed, shown."""
    view = page.go("print")
    assert isinstance(view, PrintView)
    view.entered()
    return view


@pytest.fixture
def numbering(page: CardsPage) -> NumbersView:
    """Where the shop says how its cards are numbered, shown."""
    view = page.go("numbers")
    assert isinstance(view, NumbersView)
    view.entered()
    return view


@pytest.fixture
def designing(page: CardsPage) -> DesignView:
    """Where the card is designed, shown."""
    view = page.go("design")
    assert isinstance(view, DesignView)
    return view


@pytest.fixture
def printed(page: CardsPage) -> list[Document]:
    """The documents that were shown for printing."""
    printed: list[Document] = []
    for key in ("design", "print"):
        view = page.view_of(key)
        assert isinstance(view, DesignView | PrintView)
        view.press.show = printed.append
    return printed
