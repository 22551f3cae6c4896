"""An installation knows itself again, and a copied file becomes somebody else."""

import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.store import identity
from tests.shop import Clock, buy, dump, join, store_of

Place = tuple[bytes, int]


def work(path: Path, clock: Clock) -> list[Place]:
    """A purchase at the shop in a file; every fact's origin and number."""
    desk = Desk.open(path, clock)
    buy(desk, "", 100)
    assert desk.shop.faults() == []
    rows = store_of(desk).connection.execute("SELECT origin, seq FROM journal ORDER BY arrival").fetchall()
    desk.close()
    return rows


def origins(places: list[Place]) -> list[bytes]:
    return list(dict.fromkeys(origin for origin, _seq in places))


def test_opening_again_goes_on_where_it_was(shop_file: Path, clock: Clock) -> None:
    for _day in range(3):
        places = work(shop_file, clock)
    assert len(origins(places)) == 1
    assert [seq for _origin, seq in places] == [1, 2, 3, 4]


def test_the_same_file_by_another_way_is_the_same_file(
    shop_file: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(shop_file.parent)
    (tmp_path / "link.db").symlink_to(shop_file)
    (tmp_path / "folder").mkdir()
    for path in (shop_file, Path("shop.db"), tmp_path / "folder" / ".." / "shop.db", tmp_path / "link.db"):
        places = work(path, clock)
    assert len(origins(places)) == 1


@pytest.mark.parametrize("way", ["copied", "moved", "overwritten by its copy"])
def test_a_copied_or_moved_file_is_somebody_else(shop_file: Path, clock: Clock, tmp_path: Path, way: str) -> None:
    before, copy = work(shop_file, clock), tmp_path / "copy.db"
    if way == "moved":
        shop_file.rename(copy)
    else:
        shutil.copyfile(shop_file, copy)
    if way == "overwritten by its copy":
        copy.replace(shop_file)
        copy = shop_file
    places = work(copy, clock)
    assert len(origins(places)) == 2
    assert places[: len(before)] == before
    assert places[-1][1] == 1


def test_a_file_and_its_copy_go_on_without_one_number_in_common(shop_file: Path, clock: Clock, tmp_path: Path) -> None:
    before, copy = work(shop_file, clock), tmp_path / "copy.db"
    shutil.copyfile(shop_file, copy)
    for _day in range(2):
        here, there = work(shop_file, clock), work(copy, clock)
    assert set(here) & set(there) == set(before)
    assert len(origins(here)) == 1
    assert len(origins(there)) == 2


def test_counters_and_ids_rise_over_a_change_of_identity_and_a_clock_put_back(
    shop_file: Path, clock: Clock, tmp_path: Path
) -> None:
    work(shop_file, clock)
    shop_file.rename(tmp_path / "moved.db")
    clock.forward(days=-30)
    desk = Desk.open(tmp_path / "moved.db", clock)
    join(desk)
    rows = store_of(desk).connection.execute("SELECT lamport, id FROM journal ORDER BY arrival").fetchall()
    assert all(later[0] > earlier[0] and later[1] > earlier[1] for earlier, later in pairwise(rows))
    desk.close()


def test_a_shop_in_memory_has_an_identity_too(desk: Desk) -> None:
    ((_one, origin, mark),) = dump(store_of(desk).connection)["installation"]
    assert mark == "memory"
    assert isinstance(origin, bytes)
    assert len(origin) == 16


def test_another_computer_is_another_fingerprint(shop_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    marks = set()
    for machine in ("one", "two"):
        monkeypatch.setattr(identity, "_machine", lambda machine=machine: machine)
        marks.add(identity.fingerprint(shop_file))
    assert len(marks) == 2


def test_a_computer_without_a_network_card_is_the_same_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no card, its number is made up anew for each process, and says so by one bit."""
    monkeypatch.setattr(identity.sys, "platform", "win32")
    made_up = iter([0x010000000001, 0x010000000002])
    monkeypatch.setattr(identity.uuid, "getnode", lambda: next(made_up))
    assert identity._machine() == identity._machine() == ""
    monkeypatch.setattr(identity.uuid, "getnode", lambda: 0x001122334455)
    assert identity._machine() == "1122334455"
