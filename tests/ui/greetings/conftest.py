"""The Greetings page in the program's window, behind a till that only notes what is scanned."""

from collections.abc import Callable

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.shop import ShopSettings
from loyaltydesk.printing.scene import Document
from tests.shop import Clock, join
from tests.ui.person import Person
from ui.greetings.page import GreetingsPage
from ui.seams.page import Page
from ui.window import PageSpec, Window

AGREED = "2025-01-02: Agrees to the programme rules"


class Scans(Page):
    """What is scanned and wanted by no other page comes here."""

    def __init__(self, theme, session, _tools) -> None:
        super().__init__(theme, session)
        self.codes: list[str] = []

    def take_scan(self, code: str) -> bool:
        self.codes.append(code)
        return True


SPECS = [PageSpec("till", "scan-barcode", "Till", Scans), PageSpec("greetings", "cake", "Greetings", GreetingsPage)]


class People:
    """Who is in the shop: ids and cards by name."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.ids: dict[str, str] = {}
        self.cards: dict[str, str] = {}

    def join(self, name: str, **told: str) -> str:
        self.ids[name], self.cards[name] = join(self._desk, name, **{"consent": AGREED, **told})
        return self.ids[name]


@pytest.fixture
def people(desk: Desk, clock: Clock) -> People:
    """Saturday, 14 March 2026: Anna today, Łucja on Friday, Jānis has a name day tomorrow, Olga did not agree."""
    desk.shop.save_settings(ShopSettings(name="Kafejnīca Rīts", address="Brīvības iela 12", region="LV"))
    clock.to("2025-01-02T10:00:00")
    people = People(desk)
    people.join(
        "Anna Bērziņa", birth_date="1984-03-14", language="lv", phone="+37120001111", email="anna@example.org",
        address="Ūdens iela 3, Rīga, LV-1007",
    )  # fmt: skip
    people.join("Łucja Żółkiewska", birth_date="1991-03-20", language="pl")
    people.join("Jānis Kalniņš", name_day="Jānis", name_day_on="03-15", language="lv")
    people.join("Ольга Петрова", birth_date="--03-16", language="ru", consent="")
    people.join("Next Month", birth_date="1990-04-09")
    clock.to("2026-03-14T10:05:00")
    return people


@pytest.fixture
def shop(desk: Desk, people: People) -> Desk:
    return desk


@pytest.fixture
def window(shop: Desk, open_window: Callable[..., Window]) -> Window:
    window = open_window(SPECS)
    window.go("greetings")
    return window


@pytest.fixture
def person(window: Window) -> Person:
    return Person(window)


@pytest.fixture
def page(window: Window) -> GreetingsPage:
    page = window.page("greetings")
    assert isinstance(page, GreetingsPage)
    return page


@pytest.fixture
def printed(page: GreetingsPage) -> list[Document]:
    """The documents that were shown for printing, and printed."""
    printed: list[Document] = []

    def show(document: Document, _title: str) -> bool:
        printed.append(document)
        return True

    page.cards.press.show_paper = show
    return printed


def listed(page: GreetingsPage) -> list[str]:
    """The names in the list of cards."""
    return [line.name for line in page.cards.list.list.lines]
