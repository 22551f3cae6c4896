"""The backups of a shop are listed with their times, and one is put back while nobody has the shop open."""

from datetime import datetime
from pathlib import Path

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.desk.putting_back import Backup, backup, backups_of, put_back
from loyaltydesk.model.refusals import FileInUse
from tests.shop import Clock, join


class Enough(BaseException):
    """Somebody changed their mind."""


@pytest.fixture
def copies(full_file: Path, clock: Clock) -> list[Path]:
    """Two backups of a shop, the newest first; the shop itself has one customer more."""
    desk = Desk.open(full_file, clock)
    older = desk.shop.back_up(desk.shop.backup_folder)
    clock.forward(days=1, minutes=7)
    newer = desk.shop.back_up(desk.shop.backup_folder)
    join(desk, "Somebody new")
    desk.close()
    return [newer, older]


def test_the_newest_is_named_first_with_its_time(copies: list[Path], full_file: Path, clock: Clock) -> None:
    zone = clock().tzinfo
    times = [datetime(2026, 3, 15, 10, 12, tzinfo=zone), datetime(2026, 3, 14, 10, 5, tzinfo=zone)]
    assert backups_of(full_file, clock()) == [Backup(*each) for each in zip(copies, times, strict=True)]


def test_a_shop_without_backups_has_none(shop_file: Path, clock: Clock) -> None:
    assert backups_of(shop_file, clock()) == []


def test_a_file_with_another_name_does_not_tell_its_time(tmp_path: Path, clock: Clock) -> None:
    assert backup(tmp_path / "copy of the shop.db", clock()).made is None
    assert backup(tmp_path / "shop-20269999-100500.ldbak", clock()).made is None


def test_the_progress_rises_to_the_whole(copies: list[Path], full_file: Path, clock: Clock) -> None:
    told: list[tuple[int, int]] = []
    put_back(copies[0], full_file, now=clock(), progress=lambda *said: told.append(said))
    (whole,) = {whole for _done, whole in told}
    assert [done for done, _whole in told] == [whole // 2, whole]
    with_sixty = Desk.open(full_file, clock)
    assert (with_sixty.customers.count(), with_sixty.shop.faults()) == (60, [])
    with_sixty.close()


@pytest.mark.parametrize("word", [1, 2])
def test_it_can_be_given_up_at_each_word_of_the_progress(
    copies: list[Path], full_file: Path, clock: Clock, word: int
) -> None:
    words: list[int] = []

    def stop(done: int, _whole: int) -> None:
        words.append(done)
        if len(words) == word:
            raise Enough

    before, names = full_file.read_bytes(), {path.name for path in full_file.parent.iterdir()}
    with pytest.raises(Enough):
        put_back(copies[0], full_file, now=clock(), progress=stop)
    assert full_file.read_bytes() == before
    assert {path.name for path in full_file.parent.iterdir()} - {"shop.db.lock"} == names - {"shop.db.lock"}


def test_nothing_is_put_back_while_the_shop_is_open(copies: list[Path], full_file: Path, clock: Clock) -> None:
    desk = Desk.open(full_file, clock)
    with pytest.raises(FileInUse):
        put_back(copies[0], full_file, now=clock())
    assert desk.customers.count() == 61
    desk.close()
