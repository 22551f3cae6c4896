"""Makes every test run see the same computer: no screen, a UTF-8 locale in English, and nobody's own shop.

And lends every test a shop, which must be whole when the test is over.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from loyaltydesk.desk import Desk
from tests.shop import PROGRAMME, Clock, buy, join

# Both stand before anything can import Qt, which reads them once.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Qt warns under a locale that is not UTF-8 (a bare service has "C"), and a warning fails the run.
os.environ["LANG"] = os.environ["LC_ALL"] = "C.UTF-8"
for name in ("LANGUAGE", "LOYALTYDESK_SHOP", "QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_STYLE_OVERRIDE"):
    os.environ.pop(name, None)

# A busy computer is no fault of what is tested, and what passes today passes tomorrow. To look further than that:
# pytest --hypothesis-profile=wide
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("wide", deadline=None, max_examples=2000)
settings.load_profile("same")


@pytest.fixture
def clock() -> Clock:
    """The shop's own time: a Saturday morning in March 2026, until it is moved."""
    return Clock()


@pytest.fixture
def desk(clock: Clock) -> Iterator[Desk]:
    """A shop in memory."""
    desk = Desk.in_memory(PROGRAMME, clock)
    yield desk
    assert desk.shop.faults() == []
    desk.close()


@pytest.fixture
def shop_file(tmp_path: Path, clock: Clock) -> Path:
    """A shop in a file that nobody has open."""
    path = tmp_path / "shop.db"
    Desk.create(path, PROGRAMME, clock).close()
    return path


@pytest.fixture
def full_file(shop_file: Path, clock: Clock) -> Path:
    """A shop in a file that nobody has open, with sixty customers and what each of them bought."""
    desk = Desk.open(shop_file, clock)
    with desk.writing():
        for number in range(60):
            _customer, card = join(desk, f"Customer {number}")
            buy(desk, card, 1000 + number)
    desk.close()
    return shop_file


@pytest.fixture
def filed(shop_file: Path, clock: Clock) -> Iterator[Desk]:
    """The desk of the shop in `shop_file`."""
    desk = Desk.open(shop_file, clock)
    yield desk
    assert desk.shop.faults() == []
    desk.close()
