"""A file of an older release is copied, and then brought up to this one whole or not at all."""

from pathlib import Path

import pytest
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import DiskFull
from loyaltydesk.store.file import SCHEMA, migrate, new_store, open_store, scratch_store
from loyaltydesk.store.migrations import migrations
from loyaltydesk.store.sqlite import Error, connect
from tests.disk import fill, small_disk
from tests.shop import Clock, dump, store_of


@pytest.fixture
def next_step(monkeypatch: pytest.MonkeyPatch) -> Migrations:
    """One more step in the history of the schema, as a next release would have it."""
    steps = Migrations("loyaltydesk")
    steps._migrations = list(migrations._migrations)

    @steps()
    def m0005_a_step_more(db: Database) -> None:
        db.execute("CREATE TABLE visits (customer BLOB PRIMARY KEY) STRICT")
        db.execute("PRAGMA user_version = 5")

    monkeypatch.setattr("loyaltydesk.store.migrations.migrations", steps)
    monkeypatch.setattr("loyaltydesk.store.file.SCHEMA", 5)
    return steps


def test_an_older_file_is_copied_before_it_is_brought_up(full_file: Path, clock: Clock, next_step: Migrations) -> None:
    old = open_rows(full_file)
    desk = Desk.open(full_file, clock)
    assert store_of(desk).connection.execute("PRAGMA user_version").fetchone() == (5,)
    assert desk.shop.faults() == []
    assert desk.customers.count() == 60
    desk.close()
    copy = full_file.with_name("shop-schema4-20260314-100500.db")
    assert sorted(full_file.parent.glob("*.db")) == [copy, full_file]
    assert open_rows(copy) == old


def open_rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    connection = connect(path)
    rows = dump(connection)
    connection.close()
    return rows


def test_a_step_that_fails_leaves_the_file_as_it_was(full_file: Path, clock: Clock, next_step: Migrations) -> None:
    @next_step()
    def m0006_a_step_too_far(db: Database) -> None:
        db.execute("DROP TABLE taken")
        db.execute("INSERT INTO nowhere VALUES (1)")

    before = open_rows(full_file)
    for _again in range(2):
        with pytest.raises(Error, match="nowhere"):
            open_store(full_file, clock())
        assert open_rows(full_file) == before
        assert list(full_file.parent.glob("*.part*")) == []
    assert full_file.with_name("shop-schema4-20260314-100500.db").exists()


def test_an_older_file_without_room_for_its_copy_is_refused(
    full_file: Path, clock: Clock, next_step: Migrations, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "disk", "2m") as disk:
        path = disk / "shop.db"
        path.write_bytes(full_file.read_bytes())
        ballast = fill(disk)
        with pytest.raises(DiskFull):
            open_store(path, clock())
        ballast.unlink()
        assert not list(disk.glob("*schema*"))
        assert open_rows(path) == open_rows(full_file)
        open_store(path, clock()).close()


def test_a_day_of_work_leaves_the_schema_alone(full_file: Path, clock: Clock) -> None:
    connection = connect(full_file)
    made = connection.execute(SCHEMA_SQL).fetchall()
    connection.close()
    with scratch_store() as scratch:
        assert made == scratch.connection.execute(SCHEMA_SQL).fetchall()


SCHEMA_SQL = "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%' ORDER BY name"


def test_the_schema_has_as_many_steps_as_it_says(tmp_path: Path) -> None:
    assert len(migrations._migrations) == SCHEMA
    store = new_store(tmp_path / "shop.db")
    assert store.connection.execute("SELECT count(*) FROM _sqlite_migrations").fetchone() == (SCHEMA,)
    store.close()


def test_companies_of_the_release_before_stand_in_their_order() -> None:
    connection = connect(":memory:")
    migrations.apply(Database(connection), stop_before="m0004_the_owners_desk")
    for number, name in enumerate(("Zoo", "Ābele", "")):
        connection.execute(
            "INSERT INTO customers (id, registered, company) VALUES (?, '2026-03-14T10:05:00+01:00', ?)",
            (bytes([number] * 16), name),
        )
    migrate(connection)
    rows = connection.execute("SELECT company, sort_company FROM customers ORDER BY sort_company").fetchall()
    assert rows == [("", ""), ("Ābele", "abele"), ("Zoo", "zoo")]
    connection.close()
