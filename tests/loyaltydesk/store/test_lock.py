"""One program has a shop for itself, until it ends in whatever way."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import FileInUse, FileReadOnly
from loyaltydesk.store.lock import ShopLock
from tests.disk import protected
from tests.shop import Clock

HOLD = """
import sys
from pathlib import Path
from loyaltydesk.store.lock import ShopLock
with ShopLock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


@contextmanager
def another_program(path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that has the shop."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "held\n"
        yield program
        program.kill()


def test_a_second_program_is_told_that_the_shop_is_in_use(shop_file: Path, clock: Clock) -> None:
    with another_program(shop_file):
        with pytest.raises(FileInUse) as refused:
            Desk.open(shop_file, clock)
        assert refused.value.path == str(shop_file)


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_a_program_that_was_killed_has_nothing_any_more(shop_file: Path, clock: Clock) -> None:
    with another_program(shop_file) as program:
        program.send_signal(signal.SIGKILL)
        program.wait(10)
        Desk.open(shop_file, clock).close()


def test_a_program_that_ended_leaves_the_shop_to_others(shop_file: Path, clock: Clock) -> None:
    with another_program(shop_file) as program:
        program.communicate("\n", timeout=10)
        Desk.open(shop_file, clock).close()


def test_the_same_program_is_no_exception(shop_file: Path, clock: Clock) -> None:
    desk = Desk.open(shop_file, clock)
    with pytest.raises(FileInUse):
        Desk.open(shop_file, clock)
    beside = Desk.open(shop_file, clock, alone=False)
    beside.close()
    with pytest.raises(FileInUse):
        Desk.open(shop_file, clock)
    desk.close()
    Desk.open(shop_file, clock).close()


def test_a_shop_that_could_not_be_opened_is_let_go(shop_file: Path) -> None:
    def broken_clock() -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        Desk.open(shop_file, broken_clock)  # type: ignore[arg-type]  # a clock that fails
    with ShopLock(shop_file):
        pass


def test_a_lock_in_a_protected_folder_is_refused(tmp_path: Path) -> None:
    with protected(tmp_path), pytest.raises(FileReadOnly) as refused:
        ShopLock(tmp_path / "shop.db").acquire()
    assert refused.value.path == str(tmp_path / "shop.db")
