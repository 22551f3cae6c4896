"""A shop file is opened, or refused with one reason and left as it was."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import (
    BadProgramme,
    DiskFull,
    FileBroken,
    FileExists,
    FileForeign,
    FileInUse,
    FileMissing,
    FileNewer,
    FileReadOnly,
    FolderMissing,
)
from loyaltydesk.store import sqlite
from loyaltydesk.store.checking import faults
from loyaltydesk.store.file import APPLICATION, SCHEMA, memory_store, new_store, open_store, remove, scratch_store
from loyaltydesk.store.sqlite import driver
from loyaltydesk.store.store import Store
from tests.disk import damage, protected, small_disk
from tests.shop import PROGRAMME, Clock, buy, refuses, store_of


def changed_outside(path: Path, *statements: str) -> None:
    """Does something to a file that no release of ours would."""
    connection = driver.connect(str(path), isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def test_a_new_file_is_empty_strict_and_ours(tmp_path: Path) -> None:
    store = new_store(tmp_path / "shop.db")
    ask = lambda pragma: store.connection.execute(f"PRAGMA {pragma}").fetchone()[0]  # noqa: E731 - five questions
    assert (ask("application_id"), ask("user_version"), ask("journal_mode")) == (APPLICATION, SCHEMA, "wal")
    assert (ask("synchronous"), ask("foreign_keys"), ask("trusted_schema")) == (2, 1, 0)
    tables = store.connection.execute(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND NOT strict "
        "AND name NOT LIKE 'sqlite%' AND name NOT LIKE '_sqlite%'"
    )
    assert tables.fetchall() == []
    store.close()


def test_memory_file_and_scratch_have_one_schema(tmp_path: Path) -> None:
    def schema(store: Store) -> list[tuple[str, ...]]:
        return store.connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()

    stores = [memory_store(), new_store(tmp_path / "shop.db")]
    with scratch_store() as scratch:
        assert schema(stores[0]) == schema(stores[1]) == schema(scratch)
    for store in stores:
        store.close()


def test_a_scratch_leaves_nothing_behind() -> None:
    with scratch_store() as scratch:
        (name,) = scratch.connection.execute("SELECT file FROM pragma_database_list").fetchone()
        assert Path(name).exists()
    assert not Path(name).parent.exists()


def test_what_is_written_is_there_after_opening_again(full_file: Path, clock: Clock) -> None:
    desk = Desk.open(full_file, clock)
    assert desk.customers.count() == 60
    assert desk.till.today() == (60, sum(range(1000, 1060)))
    assert desk.shop.faults() == []
    desk.close()
    assert sorted(path.name for path in full_file.parent.iterdir()) == ["shop.db", "shop.db.lock"]


@pytest.mark.parametrize("name", ["shop.db", "nowhere/shop.db"])
def test_a_missing_file_is_refused_and_not_made(tmp_path: Path, clock: Clock, name: str) -> None:
    with pytest.raises(FileMissing) as refused:
        Desk.open(tmp_path / name, clock)
    assert refused.value.path == str(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_shop(tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(FileMissing):
        Desk.open(tmp_path, clock)


FOREIGN = {
    "empty": b"",
    "random": bytes((index * 7 + 3) % 256 for index in range(8192)),
    "text": "Rīts Club\n".encode() * 500,
    "half a header": b"SQLite format 3\x00" + b"\x10",
}


@pytest.mark.parametrize("content", FOREIGN.values(), ids=FOREIGN.keys())
def test_a_foreign_file_is_refused_and_stays_as_it_was(tmp_path: Path, clock: Clock, content: bytes) -> None:
    path = tmp_path / "shop.db"
    path.write_bytes(content)
    with pytest.raises(FileForeign):
        open_store(path, clock())
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_a_database_of_another_program_is_refused_and_stays_as_it_was(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "shop.db"
    changed_outside(path, "CREATE TABLE customers (name)", "INSERT INTO customers VALUES ('Anna')")
    before = path.read_bytes()
    with pytest.raises(FileForeign):
        open_store(path, clock())
    assert path.read_bytes() == before


def test_a_newer_file_is_refused_and_stays_as_it_was(full_file: Path, clock: Clock) -> None:
    changed_outside(full_file, f"PRAGMA user_version = {SCHEMA + 1}")
    before = full_file.read_bytes()
    with pytest.raises(FileNewer):
        open_store(full_file, clock())
    assert full_file.read_bytes() == before


@pytest.mark.parametrize("place", ["file", "folder"])
def test_a_protected_file_is_refused(full_file: Path, clock: Clock, place: str) -> None:
    before = full_file.read_bytes()
    with protected(full_file if place == "file" else full_file.parent), pytest.raises(FileReadOnly) as refused:
        open_store(full_file, clock())
    assert refused.value.path == str(full_file)
    assert full_file.read_bytes() == before
    Desk.open(full_file, clock).close()


def test_no_file_is_made_in_a_protected_folder(tmp_path: Path) -> None:
    with protected(tmp_path), pytest.raises(FileReadOnly):
        new_store(tmp_path / "shop.db")
    assert list(tmp_path.iterdir()) == []


def test_no_file_is_made_where_there_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing) as refused:
        new_store(tmp_path / "nowhere" / "shop.db")
    assert refused.value.path == str(tmp_path / "nowhere")


def test_a_file_that_is_there_is_never_made_anew(full_file: Path, clock: Clock) -> None:
    before = full_file.read_bytes()
    with pytest.raises(FileExists):
        new_store(full_file)
    with pytest.raises(FileExists):
        Desk.create(full_file, PROGRAMME, clock)
    assert full_file.read_bytes() == before


def test_a_shop_with_a_bad_programme_is_not_made(tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(BadProgramme):
        Desk.create(tmp_path / "shop.db", "[programme]", clock)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_another_program_keeps_locked_is_in_use(
    full_file: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "c.execute('PRAGMA locking_mode = EXCLUSIVE'); c.execute('BEGIN EXCLUSIVE'); print('held', flush=True); input()"
    )
    monkeypatch.setattr(sqlite, "PRAGMAS", ("busy_timeout = 50", *sqlite.PRAGMAS[1:]))
    with subprocess.Popen(
        [sys.executable, "-c", hold, full_file], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(FileInUse):
            open_store(full_file, clock())
        other.communicate("\n")
    open_store(full_file, clock()).close()


def test_a_purchase_waits_for_nobody_for_ever(filed: Desk, shop_file: Path) -> None:
    other = driver.connect(str(shop_file), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store_of(filed).connection.execute("PRAGMA busy_timeout = 20")
    with refuses(filed, FileInUse):
        buy(filed, "", 500)
    other.execute("ROLLBACK")
    other.close()
    buy(filed, "", 500)


def pages(path: Path) -> range:
    """Where the pages of a file begin, the first one left out."""
    return range(4096, path.stat().st_size, 4096)


def test_a_broken_page_is_refused_at_the_start(full_file: Path, clock: Clock) -> None:
    """A page whose head is gone is nothing that can be read."""
    whole, said = full_file.read_bytes(), list[FileBroken]()
    for start in pages(full_file):
        for place in (start, start + 3, start + 5):  # kind, number of cells, begin of the cells
            damage(full_file, place)
        try:
            open_store(full_file, clock()).close()
        except FileBroken as broken:
            said.append(broken)
        full_file.write_bytes(whole)
    assert len(said) >= len(pages(full_file)) * 0.9  # the others are free, or hold nothing yet
    assert all(broken.path == str(full_file) and broken.detail for broken in said)


def test_a_file_cut_off_is_refused(full_file: Path, clock: Clock) -> None:
    with full_file.open("r+b") as file:
        file.truncate(full_file.stat().st_size // 2)
    with pytest.raises(FileBroken):
        open_store(full_file, clock())


def test_a_large_file_is_left_to_the_whole_check(
    full_file: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with full_file.open("r+b") as file:
        file.seek(-4096, os.SEEK_END)
        file.write(bytes(4096))
    monkeypatch.setattr("loyaltydesk.store.file.QUICK", 1000)
    store = open_store(full_file, clock())
    assert faults(store)
    store.close()


def test_no_half_made_file_is_left_on_a_full_disk(tmp_path: Path, clock: Clock) -> None:
    with small_disk(tmp_path / "disk", "64k") as disk:
        with pytest.raises(DiskFull):
            Desk.create(disk / "shop.db", PROGRAMME, clock)
        assert list(disk.iterdir()) == []


def test_nothing_of_a_removed_file_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "half.part"
    for ending in ("", "-wal", "-shm", "-journal"):  # the last is what a copy leaves that the disk had no room for
        (tmp_path / f"half.part{ending}").touch()
    remove(path)
    assert list(tmp_path.iterdir()) == []
    remove(path)
