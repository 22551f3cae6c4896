"""The Settings page in the program's window, on a shop in a file."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.shop import ShopSettings
from tests.shop import Clock, join
from tests.ui.cards.conftest import Scans
from tests.ui.person import Person
from ui.settings.page import SettingsPage
from ui.window import PageSpec, Window

SPECS = [
    PageSpec("till", "scan-barcode", "Till", Scans),
    PageSpec("settings", "settings", "Settings", SettingsPage, at_foot=True),
]


@pytest.fixture
def desk(shop_file: Path, clock: Clock) -> Iterator[Desk]:
    desk = Desk.open(shop_file, clock)
    desk.shop.save_settings(ShopSettings(name="Kafejnīca Rīts", line="Coffee", address="Brīvības iela 12", region="LV"))
    join(desk)
    yield desk
    desk.close()


@pytest.fixture
def window(open_window: Callable[..., Window]) -> Window:
    window = open_window(SPECS)
    window.go("settings")
    return window


@pytest.fixture
def person(window: Window) -> Person:
    return Person(window)


@pytest.fixture
def page(window: Window) -> SettingsPage:
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    return page
