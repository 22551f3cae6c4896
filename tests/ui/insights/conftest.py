"""The Insights page in the program's window, among pages that only remember what they were asked for."""

from collections.abc import Callable

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import Refused
from tests.shop import Clock, buy, join
from tests.ui.person import Person
from ui.insights.overview import Overview
from ui.insights.page import InsightsPage
from ui.seams.page import Page
from ui.seams.tools import Tools
from ui.window import PageSpec, Window

AGREED = "2025-01-02: Agrees to the programme rules"


class Listening(Page):
    """A page that remembers what it was asked for."""

    def __init__(self, theme, session, _tools) -> None:
        super().__init__(theme, session)
        self.opened: list[str] = []

    def open(self, what: str) -> None:
        self.opened.append(what)


class Slow:
    """A runner that does its jobs when it is told to."""

    def __init__(self) -> None:
        self.jobs = []

    def __call__(self, job, *, done, refused) -> None:
        self.jobs.append((job, done, refused))

    def finish(self) -> None:
        """Does the oldest job."""
        job, done, refused = self.jobs.pop(0)
        try:
            answer = job()
        except Refused as refusal:
            refused(refusal)
        else:
            done(answer)


SPECS = [
    *(PageSpec(key, "users", key, Listening) for key in ("till", "customers", "greetings", "voices", "programme")),
    PageSpec("insights", "chart-column", "Insights", InsightsPage),
]


@pytest.fixture
def slow() -> Slow:
    """What does long work when a test says so."""
    return Slow()


@pytest.fixture
def slow_tools(tools: Tools, slow: Slow) -> Tools:
    """The tools, but long work takes its time."""
    return Tools(slow, tools.sounds, tools.scanner, tools.preferences)


@pytest.fixture
def busy(desk: Desk, clock: Clock) -> Desk:
    """A shop of twelve customers since October: four of them come each month, four stopped, four bought nothing yet."""
    cards = []
    for number in range(12):
        clock.to(f"2025-10-{number + 1:02}T10:00:00")
        cards.append(join(desk, f"Customer {number}", consent=AGREED if number % 4 else "")[1])
    for month in ("2025-10-20", "2025-11-10", "2025-12-10", "2026-01-10", "2026-02-10", "2026-03-10"):
        for number in range(8 if month < "2025-12" else 4):
            clock.to(f"{month}T{9 + number:02}:00:00")
            buy(desk, cards[number], 1000 + 100 * number)
    clock.to("2026-03-14T10:05:00")
    return desk


@pytest.fixture
def opened(busy: Desk, open_window: Callable[..., Window]) -> Window:
    """The window on the Insights page of the busy shop."""
    window = open_window(SPECS)
    window.go("insights")
    return window


@pytest.fixture
def overview(opened: Window) -> Overview:
    """What the page shows first."""
    view = opened.shown.view
    assert isinstance(view, Overview)
    return view


@pytest.fixture
def person(opened: Window) -> Person:
    """Somebody at that window."""
    return Person(opened)
