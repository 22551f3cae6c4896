"""The Products page in a window of its own, and a shop with a few products."""

from collections.abc import Callable

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.products import Product
from tests.ui.person import Person
from ui.pages import page_specs
from ui.products.page import ProductsPage
from ui.window import Window

CAKE = Product("CAKE", "Carrot cake", "4750000000048", "Cakes", 390, 2100)
TEA = Product("TEA", "Pot of tea", "4750000000055", "Tea", 280, 2100)
SOUP = Product("102", "Żurek", "", "Lunch", 1250, 550)


@pytest.fixture
def shelf(desk: Desk) -> None:
    """Three products are on the list."""
    for product in (CAKE, TEA, SOUP):
        desk.products.save(product)


@pytest.fixture
def window(open_window: Callable[..., Window]) -> Window:
    window = open_window([spec for spec in page_specs() if spec.key in ("till", "products")])
    window.go("products")
    return window


@pytest.fixture
def page(person: Person) -> ProductsPage:
    shown = person.window.shown
    assert isinstance(shown, ProductsPage)
    return shown
