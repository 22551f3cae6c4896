"""The program looks after the shop by itself: once a day, and it speaks up only when something is wrong."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from loyaltydesk.desk import Desk
from tests.shop import PROGRAMME, Clock, join, store_of
from ui.care import Care
from ui.seams.preferences import Preferences
from ui.seams.second_backup import keep_second_place
from ui.seams.session import Session
from ui.seams.tasks import run_now

PAGE = 4096  # bytes


@pytest.fixture
def desk(shop_file: Path, clock: Clock) -> Iterator[Desk]:
    desk = Desk.open(shop_file, clock)
    yield desk
    desk.close()


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(QSettings(str(tmp_path / "preferences.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def care(session: Session, preferences: Preferences) -> Care:
    return Care(session, run_now, preferences=preferences)


@pytest.fixture
def worries(care: Care) -> list[tuple[str, str]]:
    worries: list[tuple[str, str]] = []
    care.worried.connect(lambda *said: worries.append(said))
    return worries


def _copies(shop_file: Path) -> list[str]:
    return sorted(path.name for path in (shop_file.parent / "backups").glob("*.ldbak"))


def test_the_first_look_makes_a_backup_and_says_nothing(care: Care, worries: list, shop_file: Path) -> None:
    care.begin()
    assert _copies(shop_file) == ["shop-20260314-100500.ldbak"]
    assert worries == []


def test_there_is_one_backup_a_day(
    care: Care, shop_file: Path, clock: Clock, session: Session, preferences: Preferences
) -> None:
    care.look_after()
    clock.forward(hours=5)
    care.look_after()
    Care(session, run_now, preferences=preferences).begin()  # the program was started again
    assert len(_copies(shop_file)) == 1
    clock.forward(hours=12)
    care.look_after()
    assert len(_copies(shop_file)) == 2


def test_the_daily_round_is_made_and_told(care: Care, session: Session, desk: Desk) -> None:
    told: list[bool] = []
    session.changed.connect(lambda: told.append(True))
    assert desk.upkeep.is_due()
    care.look_after()
    assert not desk.upkeep.is_due()
    assert told


def test_a_damaged_file_is_told_and_not_copied(care: Care, worries: list, desk: Desk, shop_file: Path) -> None:
    for number in range(200):
        join(desk, f"Person {number}")
    desk.upkeep.day()
    _move_into_the_file(desk)
    with shop_file.open("r+b") as file:
        file.seek(shop_file.stat().st_size // PAGE // 2 * PAGE)
        file.write(b"\xa5" * PAGE)
    care.look_after()
    ((said, advice),) = worries
    assert said.startswith("The shop's file is damaged: ")
    assert advice == "Put the newest backup back, here: Settings → Data and safety → Put a backup back…"
    assert _copies(shop_file) == []


def _move_into_the_file(desk: Desk) -> None:
    store_of(desk).connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def test_a_backup_that_cannot_be_made_is_told(care: Care, worries: list, shop_file: Path) -> None:
    (shop_file.parent / "backups").write_text("not a folder")
    care.look_after()
    assert worries[0][0] == "Today's backup was not made."
    assert "cannot be written" in worries[0][1]


def test_a_second_copy_goes_where_it_is_wanted_when_that_is_within_reach(
    care: Care, preferences: Preferences, tmp_path: Path, clock: Clock, worries: list
) -> None:
    stick = tmp_path / "stick" / "Loyalty Desk"
    keep_second_place(preferences, str(stick))
    care.look_after()  # it is at home
    assert not stick.exists()
    stick.parent.mkdir()
    clock.forward(days=1)
    care.look_after()
    assert [copy.name for copy in stick.iterdir()] == ["shop-20260315-100500.ldbak"]
    assert worries == []


def test_a_shop_in_memory_is_looked_after_without_a_file(clock: Clock, preferences: Preferences) -> None:
    desk = Desk.in_memory(PROGRAMME, clock)
    Care(Session(desk), run_now, preferences=preferences).begin()
    assert not desk.upkeep.is_due()
