"""The Programme page in the program's window, on a shop with a little of everything."""

from collections.abc import Callable

import pytest

from loyaltydesk.desk import Desk
from tests.ui.cards.conftest import Scans
from tests.ui.person import Person
from ui.programme.page import ProgrammePage
from ui.programme.rule_card import RuleCard
from ui.programme.sections import section_of
from ui.window import PageSpec, Window

SPECS = [
    PageSpec("till", "scan-barcode", "Till", Scans),
    PageSpec("programme", "gift", "Programme", ProgrammePage),
]


@pytest.fixture
def window(open_window: Callable[..., Window]) -> Window:
    window = open_window(SPECS)
    window.go("programme")
    return window


@pytest.fixture
def person(window: Window) -> Person:
    return Person(window)


@pytest.fixture
def page(window: Window) -> ProgrammePage:
    page = window.page("programme")
    assert isinstance(page, ProgrammePage)
    return page


@pytest.fixture
def card(page: ProgrammePage) -> Callable[[str], RuleCard]:
    """The card on which a table is shown."""

    def found(table: str) -> RuleCard:
        return next(each for each in page.rules.cards if each.section is section_of(table))

    return found


@pytest.fixture
def versions(desk: Desk) -> Callable[[], int]:
    """How many versions of the programme there are."""
    return lambda: len(desk.shop.programme_history())
