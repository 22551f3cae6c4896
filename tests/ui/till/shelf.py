"""Products that a till in a test knows by their barcodes."""

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.products import Product

CAPPUCCINO = Product("CAPPUCCINO", "Cappuccino", "4750000000017", "Coffee", 320, 2100)
CAKE = Product("CAKE", "Carrot cake", "4750000000048", "Cakes", 390, 2100)
COFFEE = Product("COFFEE", "Coffee of the day", "", "Coffee", 260, 2100)  # a reward of the programme names it
SOUP = Product("102", "Soup of the day", "", "Lunch", 450, 2100)


@pytest.fixture
def shelf(desk: Desk) -> None:
    """A shop with a short list of products."""
    for product in (CAPPUCCINO, CAKE, COFFEE, SOUP):
        desk.products.save(product)
