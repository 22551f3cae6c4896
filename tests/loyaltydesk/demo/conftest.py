"""A small demo shop, made once: what the tests of this folder look at."""

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from loyaltydesk.demo import Demo, make_demo
from loyaltydesk.desk import Desk

NOW = datetime(2026, 3, 14, 15, 0, tzinfo=timezone(timedelta(hours=2)))  # a Saturday afternoon


def now() -> datetime:
    return NOW


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop of 40 customers and 700 purchases."""
    path = tmp_path_factory.mktemp("demo") / "small.db"
    make_demo(path, now, demo=Demo(customers=40, purchases=700))
    return path


@pytest.fixture
def desk(small: Path) -> Iterator[Desk]:
    desk = Desk.open(small, now, alone=False, check=False)
    yield desk
    desk.close()
