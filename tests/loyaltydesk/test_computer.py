"""Where files are: looked for in one place by every part of the program."""

import logging
from pathlib import Path

import pytest

from loyaltydesk import computer


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user with an empty home."""
    for name in ("user_data_path", "user_log_path"):
        monkeypatch.setattr(f"platformdirs.{name}", lambda app, **_: tmp_path / app)
    return tmp_path


def test_the_users_own_shop_is_meant_when_none_is_named(home: Path) -> None:
    assert computer.shop_file() == home / "LoyaltyDesk" / "shop.db"


def test_a_shop_can_be_named_for_every_part_of_the_program(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOYALTYDESK_SHOP", str(home / "other.db"))
    assert computer.shop_file() == home / "other.db"


def test_the_demo_shop_lies_beside_the_shop(home: Path) -> None:
    assert computer.demo_file(computer.shop_file()) == home / "LoyaltyDesk" / "demo.db"


def _log_to_nothing_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    """No handlers of the test's own, for with them there would be a log already."""
    monkeypatch.setattr(logging.root, "handlers", [])
    monkeypatch.setattr(logging.root, "level", logging.WARNING)


def test_the_log_is_written_where_logs_belong(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _log_to_nothing_yet(monkeypatch)
    computer.start_log()
    logging.getLogger("loyaltydesk").error("a fault of the program")
    for handler in logging.root.handlers:
        handler.close()
    assert "a fault of the program" in (home / "LoyaltyDesk" / "loyaltydesk.log").read_text()


def test_a_log_that_cannot_be_written_does_not_stop_the_program(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _log_to_nothing_yet(monkeypatch)
    (home / "LoyaltyDesk").write_text("a file where a folder should be")
    computer.start_log()
    assert not logging.root.handlers
