"""A till with customers who are known by their cards."""

from collections.abc import Callable

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.shop import ShopSettings
from tests.shop import Clock, buy, join
from tests.ui.person import Person
from tests.ui.till.cards import ANNA, JANIS
from ui.till.page import TillPage
from ui.window import Window


@pytest.fixture
def anna(desk: Desk, clock: Clock) -> str:
    """Anna has been here before: 130 points of three visits, and a phone; returns her id."""
    desk.shop.save_settings(ShopSettings(name="Kafejnīca Rīts", region="LV"))
    desk.at_work("Marta", "Till 1")
    clock.forward(days=-30)
    customer, _card = join(desk, "Anna Kowalska", card=ANNA, phone="+37120012345", note="Oat milk")
    for cents in (2000, 3000):
        buy(desk, ANNA, cents)
        clock.forward(days=10)
    buy(desk, ANNA, 8000)
    clock.forward(days=10)
    return customer


@pytest.fixture
def janis(desk: Desk, anna: str) -> str:
    """Jānis has a card and has never been here; returns his id."""
    return join(desk, "Jānis Bērziņš", card=JANIS)[0]


@pytest.fixture
def window(anna: str, open_window: Callable[..., Window]) -> Window:
    """The window at 1366 × 768 of a shop that knows Anna."""
    return open_window()


@pytest.fixture
def till(anna: str, person: Person) -> TillPage:
    """The page of the till in the window that `person` sits at."""
    page = person.window.shown
    assert isinstance(page, TillPage)
    return page
