"""A disk that is full or goes away: one clear refusal, nothing changed, and work goes on when the fault is over."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import DiskFull, FileBroken, FileReadOnly, Refused
from tests.disk import fill, small_disk
from tests.shop import PROGRAMME, Clock, buy, dump, join, refuses, store_of


def until_refused(desk: Desk, card: str) -> tuple[int, Refused]:
    """Buys until the desk refuses: how often it went well, and the refusal."""
    for count in range(100_000):
        before = dump(store_of(desk).connection) if count % 50 == 0 else None
        try:
            buy(desk, card, 1234)
        except Refused as refused:
            assert before is None or dump(store_of(desk).connection) == before
            return count, refused
    raise AssertionError("the disk is never full")


def test_a_full_disk_is_said_and_the_till_goes_on_when_there_is_room(tmp_path: Path, clock: Clock) -> None:
    with small_disk(tmp_path / "disk", "3m") as disk:
        desk = Desk.create(disk / "shop.db", PROGRAMME, clock)
        _anna, card = join(desk)
        (disk / "ballast").write_bytes(bytes(1_500_000))
        count, refused = until_refused(desk, card)
        assert type(refused) is DiskFull
        assert refused.path == str(disk / "shop.db")
        assert count > 10
        for _again in range(3):
            with refuses(desk, DiskFull):
                buy(desk, card, 1234)
        assert desk.customers.scan(card).customer.account.visits == count
        (disk / "ballast").unlink()
        assert buy(desk, card, 1234).receipt == f"260314-{count + 1:03d}"
        assert desk.shop.faults() == []
        desk.close()
        again = Desk.open(disk / "shop.db", clock)
        assert again.till.today()[0] == count + 1
        assert again.shop.faults() == []
        again.close()


def test_a_file_that_may_not_grow_is_a_full_disk(filed: Desk) -> None:
    """The same where no disk can be mounted."""
    connection = store_of(filed).connection
    _anna, card = join(filed)
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages + 1}")
    count, refused = until_refused(filed, card)
    assert type(refused) is DiskFull
    with refuses(filed, DiskFull):
        for number in range(100):
            join(filed, f"Customer {number}")
    connection.execute("PRAGMA max_page_count = 1000000")
    buy(filed, card, 1234)
    assert filed.customers.scan(card).customer.account.visits == count + 1


def test_forgetting_on_a_full_disk_is_refused_or_done_and_never_half(tmp_path: Path, clock: Clock) -> None:
    with small_disk(tmp_path / "disk", "3m") as disk:
        desk = Desk.create(disk / "shop.db", PROGRAMME, clock)
        with desk.writing():
            people = [join(desk, f"Qwertz{number}", note="x" * 400)[0] for number in range(40)]
        ballast = fill(disk)
        refused = [person for person in people if is_refused(desk, person)]
        assert refused
        assert {customer.id for customer in desk.customers.find("qwertz", 50)} == set(refused)
        assert desk.shop.quick_faults() == []
        ballast.unlink()
        for person in refused:
            desk.customers.erase(person)
        assert desk.customers.count() == 0
        assert desk.shop.faults() == []
        desk.close()
        assert b"Qwertz" not in (disk / "shop.db").read_bytes()


def is_refused(desk: Desk, person: str) -> bool:
    """Whether the disk is too full for a person to be forgotten."""
    try:
        desk.customers.erase(person)
    except DiskFull:
        return True
    return False


def test_a_disk_that_becomes_read_only_is_said_and_selling_goes_on_after_it(tmp_path: Path, clock: Clock) -> None:
    with small_disk(tmp_path / "disk", "4m") as disk:
        desk = Desk.create(disk / "shop.db", PROGRAMME, clock)
        _anna, card = join(desk)
        desk.close()
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        with pytest.raises(FileReadOnly):
            Desk.open(disk / "shop.db", clock)
        subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
        desk = Desk.open(disk / "shop.db", clock)
        assert buy(desk, card, 500).balance == 5
        desk.close()


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit")
def test_a_write_that_fails_is_never_said_to_be_done(shop_file: Path, clock: Clock) -> None:
    """The system refuses to let a file grow: what SQLite then gets is an input/output error."""
    import resource

    listening, speaking = os.pipe()
    child = os.fork()
    if child == 0:  # the limit would stay with this process
        try:
            desk = Desk.open(shop_file, clock)
            said = 0
            resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, resource.RLIM_INFINITY))
            refusals = set()
            for _purchase in range(400):
                try:
                    buy(desk, "", 1234)
                    said += 1
                except Refused as refused:
                    refusals.add(type(refused).__name__)
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
            buy(desk, "", 1234)
            os.write(speaking, f"{said + 1} {' '.join(sorted(refusals))}".encode())
        finally:
            os._exit(0)
    os.close(speaking)
    os.waitpid(child, 0)
    count, *refusals = os.read(listening, 1000).decode().split()
    os.close(listening)
    assert refusals
    assert set(refusals) <= {DiskFull.__name__, FileBroken.__name__}
    desk = Desk.open(shop_file, clock)
    assert desk.till.today()[0] == int(count)
    assert desk.shop.faults() == []
    desk.close()
