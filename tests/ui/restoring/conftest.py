"""A shop with two backups, the newest of which can be spoiled."""

from pathlib import Path

import pytest

from loyaltydesk.desk import Desk
from tests.shop import Clock, join


@pytest.fixture
def copies(shop_file: Path, clock: Clock) -> list[Path]:
    """The backups of a shop in which nobody, then Anna, then Somebody new is a customer; the newest first."""
    desk = Desk.open(shop_file, clock)
    older = desk.shop.back_up(desk.shop.backup_folder)
    clock.forward(days=1)
    join(desk)
    newer = desk.shop.back_up(desk.shop.backup_folder)
    join(desk, "Somebody new")
    desk.close()
    return [newer, older]
