"""One place picks SQLite and says what its complaints mean."""

import errno
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from loyaltydesk.model.refusals import DiskFull, FileBroken, FileForeign, FileInUse, FileReadOnly
from loyaltydesk.store.sqlite import Error, connect, driver, refusal


def complaint(name: str, text: str = "x") -> Exception:
    error = driver.OperationalError(text)
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (complaint("SQLITE_FULL"), DiskFull),
        (complaint("SQLITE_NOTADB"), FileForeign),
        (complaint("SQLITE_READONLY"), FileReadOnly),
        (complaint("SQLITE_READONLY_DBMOVED"), FileReadOnly),
        (complaint("SQLITE_CANTOPEN_ISDIR"), FileReadOnly),
        (complaint("SQLITE_PERM"), FileReadOnly),
        (complaint("SQLITE_BUSY_SNAPSHOT"), FileInUse),
        (complaint("SQLITE_LOCKED"), FileInUse),
        (complaint("SQLITE_CORRUPT_INDEX"), FileBroken),
        (complaint("SQLITE_IOERR_FSYNC"), FileBroken),
        (complaint("", "database or disk is full"), DiskFull),
        (complaint("", "database disk image is malformed"), FileBroken),
        (OSError(errno.ENOSPC, "x"), DiskFull),
        (OSError(errno.EDQUOT, "x"), DiskFull),
        (PermissionError(errno.EACCES, "x"), FileReadOnly),
        (OSError(errno.EROFS, "x"), FileReadOnly),
    ],
)
def test_a_complaint_is_what_a_person_can_act_on(tmp_path: Path, error: Exception, kind: type[Exception]) -> None:
    found = refusal(error, tmp_path / "shop.db")
    assert type(found) is kind
    assert found.facts()["path"] == str(tmp_path / "shop.db")  # type: ignore[union-attr]  # a refusal


@pytest.mark.parametrize("name", ["SQLITE_ERROR", "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_MISUSE", ""])
def test_a_fault_of_ours_stays_one(tmp_path: Path, name: str) -> None:
    error = complaint(name)
    assert refusal(error, tmp_path / "shop.db") is error


def test_a_connection_has_our_settings(tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    path.touch()
    connection = connect(path)
    wanted = {"foreign_keys": 1, "synchronous": 2, "trusted_schema": 0, "cell_size_check": 1, "secure_delete": 1,
              "recursive_triggers": 1, "busy_timeout": 5000, "mmap_size": 0}  # fmt: skip
    assert {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted} == wanted
    assert connection.isolation_level is None
    connection.close()


def test_a_connection_never_makes_a_file(tmp_path: Path) -> None:
    with pytest.raises(FileReadOnly):
        connect(tmp_path / "nothing.db")
    assert list(tmp_path.iterdir()) == []


def test_a_name_of_strange_signs_is_only_a_name(tmp_path: Path) -> None:
    path = tmp_path / "Rīts %20 ?mode=memory #1.db"
    path.touch()
    connection = connect(path)
    connection.execute("CREATE TABLE x (y)")
    connection.close()
    assert path.stat().st_size > 0


def test_the_driver_has_the_fault_of_the_log_mended() -> None:
    """Where the wheel can be had; elsewhere Python's own SQLite must do."""
    if driver is sqlite3:
        pytest.skip("no wheel for this computer")
    assert driver.sqlite_version_info >= (3, 51, 3)
    assert not issubclass(Error, sqlite3.Error)


def test_the_program_runs_without_the_wheel(tmp_path: Path) -> None:
    script = (
        "import sys; sys.modules['pysqlite3'] = None\n"
        "from pathlib import Path\n"
        "from tests.shop import *\n"
        "desk = Desk.create(Path(sys.argv[1]), PROGRAMME, Clock())\n"
        "anna, card = join(desk); buy(desk, card, 5000); desk.shop.back_up(Path(sys.argv[1]).parent / 'copies')\n"
        "desk.customers.erase(anna); assert desk.shop.faults() == []; desk.shop.rebuild(); desk.close()\n"
        "from loyaltydesk.store.sqlite import driver; print(driver.__name__)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, tmp_path / "shop.db"], capture_output=True, text=True, timeout=60,
        cwd=Path(__file__).parents[3],
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "sqlite3\n", "")
