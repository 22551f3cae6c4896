"""A shop in a file and the command that works on it."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from loyaltydesk.cli.main import loyaltydesk
from loyaltydesk.desk import Desk
from loyaltydesk.words import use

PROGRAMME = """
[programme]
name = "Rīts Club"
currency = "EUR"
[[earn]]
id = "base"
points = 10
per = "1.00"
[[tier]]
name = "Gold"
from = "20.00"
[[reward]]
id = "coffee"
name = "Free coffee"
cost = 150
gives = { product = "COFFEE", qty = 1 }
valid_days = 90
"""

Run = Callable[..., Result]
Opened = Callable[[], AbstractContextManager[Desk]]


def _now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    path = tmp_path / "shop.db"
    Desk.create(path, PROGRAMME, _now).close()
    return path


@pytest.fixture
def desk(shop: Path) -> Opened:
    """The shop's desk, for as long as no command needs the file."""

    @contextmanager
    def opened() -> Iterator[Desk]:
        made = Desk.open(shop, _now)
        try:
            yield made
        finally:
            made.close()

    return opened


@pytest.fixture
def run(shop: Path) -> Iterator[Run]:
    def call(*arguments: object, typed: str = "") -> Result:
        words = ["--shop", str(shop), *(str(argument) for argument in arguments)]
        return CliRunner().invoke(loyaltydesk, words, input=typed, catch_exceptions=False)

    yield call
    use("en")
