"""The Voices page in the program's window, with three customers, on Thursday, 19 March 2026."""

from collections.abc import Callable

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.voices import Voice, VoiceKind, VoicePlan
from tests.shop import Clock, join
from tests.ui.person import Person
from ui.seams.page import Page
from ui.voices.page import VoicesPage
from ui.window import PageSpec, Window


class Scans(Page):
    """What is wanted of another page is noted here."""

    def __init__(self, theme, session, _tools) -> None:
        super().__init__(theme, session)
        self.opened: list[str] = []

    def open(self, what: str) -> None:
        self.opened.append(what)


SPECS = [
    PageSpec("till", "scan-barcode", "Till", Scans),
    PageSpec("customers", "users", "Customers", Scans),
    PageSpec("voices", "message-square-text", "Voices", VoicesPage),
]


@pytest.fixture
def people(desk: Desk, clock: Clock) -> dict[str, tuple[str, str]]:
    """Id and card of each customer by name."""
    desk.at_work("Marta", "Till 1")
    told = {"Anna": {"email": "anna@example.org"}, "Jānis": {}, "<b>Olga</b>": {}}
    return {name: join(desk, name, **more) for name, more in told.items()}


@pytest.fixture
def say(desk: Desk, people: dict[str, tuple[str, str]]) -> Callable[..., Voice]:
    """Somebody says something, five days before today."""

    def said(name: str, text: str, kind: VoiceKind = VoiceKind.SUGGESTION, **plan: object) -> Voice:
        customer = people[name][0] if name else ""
        return desk.voices.note(customer, text, kind=kind, plan=VoicePlan(**plan))

    return said


@pytest.fixture
def shown(desk: Desk, clock: Clock, people, open_window: Callable[..., Window]) -> Callable[[], VoicesPage]:
    """Opens the window on the page, with whatever was said by then."""

    def show() -> VoicesPage:
        clock.to("2026-03-19T10:00:00")
        page = open_window(SPECS).go("voices")
        assert isinstance(page, VoicesPage)
        return page

    return show


@pytest.fixture
def at() -> Callable[[VoicesPage], Person]:
    """Somebody at the window of a page."""
    return lambda page: Person(page.window())
