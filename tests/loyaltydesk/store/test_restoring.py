"""A backup is proved before it is put back; the old file is kept, and the forgotten stay forgotten."""

from collections.abc import Callable
from pathlib import Path

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import DiskFull, FileBroken, FileForeign, FileMissing, FileNewer, FileReadOnly
from loyaltydesk.store.file import SCHEMA
from loyaltydesk.store.restoring import restore
from loyaltydesk.store.sqlite import Connection, driver
from tests.disk import damage, protected, small_disk
from tests.shop import Clock, buy, dump, join, store_of


@pytest.fixture
def backup(shop_file: Path, clock: Clock, tmp_path: Path) -> Path:
    """A copy of the shop with Anna and a purchase of hers; the shop itself has one purchase more."""
    desk = Desk.open(shop_file, clock)
    _anna, card = join(desk)
    buy(desk, card, 5000)
    desk.once("key-1", lambda: ('{"ok": true}', None))
    copy = desk.shop.back_up(tmp_path / "backups")
    buy(desk, card, 7000)
    desk.close()
    return copy


def opened(path: Path, clock: Clock) -> Desk:
    desk = Desk.open(path, clock)
    assert desk.shop.faults() == []
    return desk


def test_what_was_in_the_copy_is_there_again(backup: Path, shop_file: Path, clock: Clock) -> None:
    restore(backup, shop_file, now=clock())
    desk = opened(shop_file, clock)
    assert desk.till.today() == (1, 5000)
    assert [each.account.balance for each in desk.customers.find("kowalska")] == [50]
    assert desk.once("key-1", lambda: ("another answer", None)) == '{"ok": true}'
    desk.close()


def test_the_old_file_is_kept_with_all_that_was_in_it(backup: Path, shop_file: Path, clock: Clock) -> None:
    kept = restore(backup, shop_file, now=clock())
    assert kept == shop_file.with_name("shop-before-restore-20260314-100500.db")
    desk = opened(kept, clock)
    assert desk.till.today() == (2, 12000)
    desk.close()


def test_no_old_file_is_ever_overwritten(backup: Path, shop_file: Path, clock: Clock) -> None:
    kept = [restore(backup, shop_file, now=clock()) for _again in range(3)]
    assert len(set(kept)) == 3
    assert all(path is not None and path.exists() for path in kept)


def test_a_copy_can_be_put_where_nothing_is(backup: Path, tmp_path: Path, clock: Clock) -> None:
    assert restore(backup, tmp_path / "new.db", now=clock()) is None
    opened(tmp_path / "new.db", clock).close()


def test_the_log_of_a_file_that_is_gone_is_not_taken_for_the_new_ones(
    backup: Path, shop_file: Path, clock: Clock
) -> None:
    shop_file.with_name("shop.db-wal").write_bytes(bytes(range(256)) * 200)
    shop_file.unlink()
    restore(backup, shop_file, now=clock())
    assert not shop_file.with_name("shop.db-wal").exists()
    opened(shop_file, clock).close()


def test_the_newest_purchases_come_along_when_a_file_in_use_is_put_back(
    filed: Desk, tmp_path: Path, clock: Clock
) -> None:
    """A file whose write-ahead log was never brought in, as a power cut leaves it."""
    _anna, card = join(filed)
    buy(filed, card, 3300)
    assert filed.path is not None
    for end in ("", "-wal"):
        (tmp_path / f"saved.db{end}").write_bytes(Path(f"{filed.path}{end}").read_bytes())
    restore(tmp_path / "saved.db", tmp_path / "new.db", now=clock())
    desk = opened(tmp_path / "new.db", clock)
    assert desk.till.today() == (1, 3300)
    desk.close()


def test_nothing_but_the_shop_and_the_old_file_is_left(backup: Path, shop_file: Path, clock: Clock) -> None:
    restore(backup, shop_file, now=clock())
    names = {path.name for path in shop_file.parent.iterdir()}
    assert names == {"shop.db", "shop.db.lock", "shop-before-restore-20260314-100500.db", "backups"}


def test_people_forgotten_since_stay_forgotten(backup: Path, shop_file: Path, clock: Clock) -> None:
    desk = Desk.open(shop_file, clock)
    desk.customers.erase(desk.customers.find("kowalska")[0].id)
    desk.close()
    clock.forward(days=1)
    restore(backup, shop_file, now=clock())
    desk = opened(shop_file, clock)
    assert desk.customers.find("kowalska") == []
    assert desk.customers.count() == 0
    assert desk.till.today() == (0, 0)
    assert len(desk.till.newest()) == 1  # the books stay
    desk.close()
    assert b"Kowalska" not in shop_file.read_bytes()


def test_people_forgotten_are_known_also_from_a_file_that_is_broken(
    backup: Path, shop_file: Path, clock: Clock
) -> None:
    desk = Desk.open(shop_file, clock)
    desk.customers.erase(desk.customers.find("kowalska")[0].id)
    connection = store_of(desk).connection
    (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'purchases'").fetchone()
    desk.close()
    for place in range(8):
        damage(shop_file, (page - 1) * 4096 + place)
    restore(backup, shop_file, now=clock())
    desk = opened(shop_file, clock)
    assert desk.customers.count() == 0
    desk.close()


@pytest.mark.parametrize("left", [b"", b"no database at all" * 100])
def test_a_shop_that_is_beyond_reading_is_replaced_and_kept(
    backup: Path, shop_file: Path, clock: Clock, left: bytes
) -> None:
    shop_file.write_bytes(left)
    kept = restore(backup, shop_file, now=clock())
    assert kept is not None
    assert kept.read_bytes() == left
    opened(shop_file, clock).close()


# --- what is not put back


def forged(backup: Path, *statements: str) -> None:
    connection = driver.connect(str(backup), isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def without_guards(statement: str) -> Callable[[Path], None]:
    """A change of the journal by somebody who takes the guards down and puts them up again."""

    def change(backup: Path) -> None:
        connection: Connection = driver.connect(str(backup), isolation_level=None)
        guards = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        forged(backup, *(f"DROP TRIGGER {name}" for name, _sql in guards), statement, *(sql for _name, sql in guards))
        connection.close()

    return change


FORGERIES: dict[str, Callable[[Path], None]] = {
    "a trigger that gives points": lambda backup: forged(
        backup, "CREATE TRIGGER gift AFTER UPDATE ON customers BEGIN UPDATE lots SET remaining = points; END"
    ),
    "a trigger with a name like the migrations'": lambda backup: forged(
        backup,
        "CREATE TRIGGER xsqlite_migrations AFTER UPDATE ON customers BEGIN UPDATE lots SET remaining = points; END",
    ),
    "a trigger on the migrations": lambda backup: forged(
        backup, "CREATE TRIGGER gift AFTER INSERT ON _sqlite_migrations BEGIN UPDATE customers SET balance = 9; END"
    ),
    "a guard taken down": lambda backup: forged(backup, "DROP TRIGGER journal_is_kept"),
    "a guard that guards nothing": lambda backup: forged(
        backup,
        "DROP TRIGGER journal_stands",
        "CREATE TRIGGER journal_stands BEFORE UPDATE ON journal WHEN 0 BEGIN SELECT RAISE(ABORT, 'no'); END",
    ),
    "a view": lambda backup: forged(backup, "CREATE VIEW visits AS SELECT load_extension('x') FROM customers"),
    "a table more": lambda backup: forged(backup, "CREATE TABLE extra (x TEXT) STRICT"),
    "an index less": lambda backup: forged(backup, "DROP INDEX lots_ending"),
    "a higher balance": lambda backup: forged(backup, "UPDATE customers SET balance = balance + 1000"),
    "more points in a lot": lambda backup: forged(backup, "UPDATE lots SET points = 9000, remaining = 9000"),
    "another name": lambda backup: forged(backup, "UPDATE customers SET name = 'Eva'"),
    "a purchase less": lambda backup: forged(backup, "PRAGMA foreign_keys = OFF", "DELETE FROM purchases"),
    "a changed fact": without_guards("UPDATE journal SET payload = replace(payload, '5000', '9000')"),
    "a fact that is no JSON": without_guards("UPDATE journal SET payload = '{' WHERE seq = 4"),
    "a fact of no known kind": without_guards("UPDATE journal SET kind = 'Present' WHERE seq = 4"),
    "a tail cut off": without_guards("DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)"),
}


@pytest.mark.parametrize("forge", FORGERIES.values(), ids=FORGERIES.keys())
def test_a_forged_copy_is_refused_and_nothing_is_changed(
    backup: Path, shop_file: Path, clock: Clock, forge: Callable[[Path], None]
) -> None:
    forge(backup)
    before, names = shop_file.read_bytes(), sorted(shop_file.parent.iterdir())
    with pytest.raises(FileBroken) as refused:
        restore(backup, shop_file, now=clock())
    assert refused.value.path == str(backup)
    assert shop_file.read_bytes() == before
    assert sorted(shop_file.parent.iterdir()) == names


def test_damaged_pages_are_refused(backup: Path, shop_file: Path, clock: Clock) -> None:
    for start in range(4096, backup.stat().st_size, 4096):
        damage(backup, start + 3)
    before = shop_file.read_bytes()
    with pytest.raises(FileBroken):
        restore(backup, shop_file, now=clock())
    assert shop_file.read_bytes() == before


def test_a_copy_that_is_not_there_is_missing(shop_file: Path, tmp_path: Path, clock: Clock) -> None:
    for path in (tmp_path / "nothing.ldbak", tmp_path):
        with pytest.raises(FileMissing) as refused:
            restore(path, shop_file, now=clock())
        assert refused.value.path == str(path)


def test_a_foreign_file_is_refused_by_its_own_name(shop_file: Path, tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "holiday.jpg"
    path.write_bytes(b"\xff\xd8" * 3000)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(FileForeign) as refused:
        restore(path, shop_file, now=clock())
    assert refused.value.path == str(path)
    assert sorted(tmp_path.iterdir()) == before


def test_a_copy_of_a_newer_release_is_refused(backup: Path, shop_file: Path, clock: Clock) -> None:
    forged(backup, f"PRAGMA user_version = {SCHEMA + 1}")
    with pytest.raises(FileNewer) as refused:
        restore(backup, shop_file, now=clock())
    assert refused.value.path == str(backup)


def test_a_protected_folder_is_refused(backup: Path, shop_file: Path, clock: Clock) -> None:
    with protected(shop_file.parent), pytest.raises(FileReadOnly):
        restore(backup, shop_file, now=clock())
    opened(shop_file, clock).close()


def test_a_full_disk_leaves_the_shop_as_it_was(backup: Path, clock: Clock, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "600k") as disk:
        path = disk / "shop.db"
        path.write_bytes(backup.read_bytes())
        with pytest.raises(DiskFull):
            restore(backup, path, now=clock())
        desk = opened(path, clock)
        assert desk.till.today() == (1, 5000)
        desk.close()
        assert [each for each in disk.iterdir() if each.suffix == ".restoring"] == []


def test_however_little_room_there_is_the_shop_is_whole(backup: Path, tmp_path: Path, clock: Clock) -> None:
    done = []
    for kilobytes in range(400, 1500, 50):  # at some of them the log has room and the file has not
        with small_disk(tmp_path / f"disk{kilobytes}", f"{kilobytes}k") as disk:
            try:
                restore(backup, disk / "shop.db", now=clock())
            except DiskFull:
                assert list(disk.iterdir()) == []
                continue
            desk = opened(disk / "shop.db", clock)
            assert desk.till.today() == (1, 5000)
            desk.close()
            done.append(kilobytes)
    assert 0 < len(done) < 20


def test_two_files_from_one_copy_write_under_different_identities(
    backup: Path, tmp_path: Path, shop_file: Path, clock: Clock
) -> None:
    restore(backup, tmp_path / "one.db", now=clock())
    restore(backup, tmp_path / "two.db", now=clock())
    written = []
    for name in ("one.db", "two.db"):
        desk = opened(tmp_path / name, clock)
        buy(desk, "", 100)
        rows = dump(store_of(desk).connection)["journal"]
        written.append({(row[2], row[3]) for row in rows})
        desk.close()
    common = written[0] & written[1]
    assert len(common) == len(written[0]) - 1 == len(written[1]) - 1  # only what was in the copy
