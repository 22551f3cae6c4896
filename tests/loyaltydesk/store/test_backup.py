"""A safety copy counts when it is proved, and the right ones are kept."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import DiskFull, FileBroken, FileReadOnly
from loyaltydesk.store.backup import DAILY, MONTHLY, back_up, backups
from loyaltydesk.store.checking import faults
from loyaltydesk.store.file import open_store
from tests.disk import fill, protected, small_disk
from tests.shop import PROGRAMME, Clock, buy, dump, join, store_of


def content(path: Path, clock: Clock) -> dict[str, list[tuple[object, ...]]]:
    store = open_store(path, clock())
    rows = dump(store.connection)
    store.close()
    return rows


def test_a_copy_has_every_row_also_those_that_are_in_the_log_only(filed: Desk, clock: Clock, tmp_path: Path) -> None:
    _anna, card = join(filed)
    buy(filed, card, 4200)
    copy = filed.shop.back_up(tmp_path / "backups")
    assert copy == tmp_path / "backups" / "shop-20260314-100500.ldbak"
    assert content(copy, clock) == dump(store_of(filed).connection)


def test_a_copy_is_one_file(filed: Desk, tmp_path: Path) -> None:
    copy = filed.shop.back_up(tmp_path / "backups")
    assert list(copy.parent.iterdir()) == [copy]
    assert copy.read_bytes()[18:20] == b"\x01\x01"  # no write-ahead log: what is written there would be missing


def test_the_till_goes_on_after_a_copy(filed: Desk, tmp_path: Path) -> None:
    filed.shop.back_up(tmp_path / "backups")
    buy(filed, "", 100)
    assert filed.till.today() == (1, 100)


def test_a_file_that_is_not_whole_is_never_a_backup(filed: Desk, tmp_path: Path) -> None:
    join(filed)
    connection = store_of(filed).connection
    connection.execute("UPDATE customers SET balance = 1000000")
    with pytest.raises(FileBroken) as refused:
        filed.shop.back_up(tmp_path / "backups")
    assert refused.value.path == str(filed.path)
    assert "customers" in refused.value.detail
    assert list((tmp_path / "backups").iterdir()) == []
    connection.execute("UPDATE customers SET balance = 0")


@pytest.mark.parametrize("place", ["protected", "a file"])
def test_a_folder_that_cannot_be_written_is_refused(filed: Desk, tmp_path: Path, place: str) -> None:
    folder = tmp_path / "backups"
    if place == "a file":
        folder.write_text("")
        with pytest.raises(FileReadOnly) as refused:
            filed.shop.back_up(folder)
    else:
        folder.mkdir()
        with protected(folder), pytest.raises(FileReadOnly) as refused:
            filed.shop.back_up(folder)
    assert refused.value.path == str(folder)


def test_a_full_disk_keeps_the_older_copies_and_no_half_one(filed: Desk, clock: Clock, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "2m") as disk:
        older = filed.shop.back_up(disk)
        ballast = fill(disk)
        clock.forward(days=1)
        with pytest.raises(DiskFull):
            filed.shop.back_up(disk)
        assert sorted(disk.iterdir()) == [ballast, older]
        ballast.unlink()
        filed.shop.back_up(disk)
        assert len(backups(disk, "shop")) == 2


def pretend(folder: Path, stem: str, times: list[datetime]) -> None:
    folder.mkdir(exist_ok=True)
    for time in times:
        (folder / f"{stem}-{time:%Y%m%d-%H%M%S}.ldbak").write_text("a copy")


def test_fourteen_days_and_twelve_months_are_kept(filed: Desk, clock: Clock, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    hours = [clock.at - timedelta(hours=6 * each) for each in range(1, 4 * 500)]
    pretend(folder, "shop", hours)
    newest = filed.shop.back_up(folder)
    kept = backups(folder, "shop")
    assert kept[0] == newest
    days = [path.name[5:13] for path in kept]
    assert len(days) == len(set(days)) == DAILY + MONTHLY - 1
    assert days[:DAILY] == [f"{clock.at - timedelta(days=each):%Y%m%d}" for each in range(DAILY)]
    assert [day[:6] for day in days[DAILY:]] == [
        "202602", "202601", "202512", "202511", "202510", "202509", "202508", "202507", "202506", "202505", "202504",
    ]  # fmt: skip
    assert days[DAILY + 1] == "20260131"  # the last of its month


def test_of_one_day_only_the_newest_is_kept(filed: Desk, clock: Clock, tmp_path: Path) -> None:
    for _hour in range(3):
        clock.forward(hours=1)
        newest = filed.shop.back_up(tmp_path / "backups")
    assert backups(tmp_path / "backups", "shop") == [newest]


def test_the_copy_just_made_stays_though_the_clock_was_put_back(filed: Desk, clock: Clock, tmp_path: Path) -> None:
    filed.shop.back_up(tmp_path / "backups")
    clock.forward(hours=-2)
    copy = filed.shop.back_up(tmp_path / "backups")
    assert copy.exists()
    assert len(backups(tmp_path / "backups", "shop")) == 2


def test_the_copies_of_another_shop_are_none_of_ours(filed: Desk, clock: Clock, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    pretend(folder, "shop-two", [clock.at - timedelta(hours=each) for each in range(5)])
    (folder / "shop-letter.ldbak").write_text("")
    filed.shop.back_up(folder)
    assert len(list(folder.iterdir())) == 7
    assert len(backups(folder, "shop")) == 1


def test_a_name_full_of_signs_is_only_a_name(tmp_path: Path, clock: Clock) -> None:
    desk = Desk.create(tmp_path / "shop [1] (Rīts).db", PROGRAMME, clock)
    copy = desk.shop.back_up(tmp_path / "backups")
    assert backups(tmp_path / "backups", "shop [1] (Rīts)") == [copy]
    desk.close()


def test_a_copy_is_whole_while_the_till_is_busy(filed: Desk, shop_file: Path, clock: Clock, tmp_path: Path) -> None:
    """The copy is made by a second connection, as a window does it."""
    _anna, card = join(filed)
    second = open_store(shop_file, clock())
    for number in range(5):
        buy(filed, card, 1000)
        copy = back_up(second, tmp_path / "backups", clock())
        store = open_store(copy, clock())
        assert faults(store) == []
        assert store.purchases.day(clock().date()) == (number + 1, 1000 * (number + 1))
        store.close()
    second.close()
