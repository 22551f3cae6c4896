"""A shop file that is being made: whole under its name, or not there."""

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import BadProgramme, DiskFull, FileExists, FolderMissing
from loyaltydesk.store.making import making
from tests.disk import small_disk
from tests.shop import PROGRAMME, Clock, join, store_of


def test_a_shop_has_its_name_only_when_it_is_whole(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "shop.db"
    with Desk.making(path, PROGRAMME, clock) as desk:
        join(desk)
        assert not path.exists()
    assert [each.name for each in tmp_path.iterdir()] == ["shop.db"]
    again = Desk.open(path, clock)
    assert again.customers.count() == 1
    again.close()


def test_the_installation_stays_who_it_is_under_the_new_name(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "shop.db"
    with Desk.making(path, PROGRAMME, clock) as desk:
        join(desk)
    again = Desk.open(path, clock)
    join(again, "Jānis Bērziņš")
    origins = store_of(again).connection.execute("SELECT count(DISTINCT origin) FROM journal").fetchone()
    assert origins == (1,)
    assert again.shop.faults() == []
    again.close()


def test_nothing_is_left_when_the_making_fails(tmp_path: Path, clock: Clock) -> None:
    def fill_the_disk(desk: Desk) -> None:
        join(desk)
        raise DiskFull("shop.db")

    with pytest.raises(DiskFull), Desk.making(tmp_path / "shop.db", PROGRAMME, clock) as desk:
        fill_the_disk(desk)
    assert list(tmp_path.iterdir()) == []


def test_however_little_room_there_is_a_new_shop_is_whole_or_not_there(tmp_path: Path, clock: Clock) -> None:
    done = []
    for kilobytes in range(200, 4000, 100):  # at some of them the log has room and the file has not
        with small_disk(tmp_path / f"disk{kilobytes}", f"{kilobytes}k") as disk:
            try:
                with Desk.making(disk / "shop.db", PROGRAMME, clock) as desk:
                    for number in range(30):
                        join(desk, f"Customer {number}", note="x" * 400)
            except DiskFull:
                assert list(disk.iterdir()) == []
                continue
            desk = Desk.open(disk / "shop.db", clock)
            assert (desk.customers.count(), desk.shop.faults()) == (30, [])
            desk.close()
            done.append(kilobytes)
    assert 0 < len(done) < 35


def test_what_a_power_cut_left_is_taken_away(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "shop.db.making").write_text("half a shop")
    with Desk.making(tmp_path / "shop.db", PROGRAMME, clock):
        pass
    assert [each.name for each in tmp_path.iterdir()] == ["shop.db"]


def test_a_file_that_is_there_or_comes_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    with pytest.raises(FileExists), making(path):
        path.write_text("mine")
    with pytest.raises(FileExists), making(path):
        pass
    assert path.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_refused_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing) as refused, making(tmp_path / "nowhere" / "shop.db"):
        pass
    assert refused.value.path == str(tmp_path / "nowhere")


def test_rules_that_cannot_be_read_make_no_file(tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(BadProgramme), Desk.making(tmp_path / "shop.db", "[programme]", clock):
        pass
    assert list(tmp_path.iterdir()) == []


def test_chance_can_be_given_for_identities_numbers_and_salts(tmp_path: Path, clock: Clock) -> None:
    def made(name: str, randbelow: Callable[[int], int]) -> list[object]:
        with Desk.making(tmp_path / name, PROGRAMME, clock, randbelow=randbelow) as desk:
            join(desk)
            rows = store_of(desk).connection.execute("SELECT id, personal, salt FROM journal ORDER BY seq")
            return rows.fetchall()

    assert made("one.db", Random(7).randrange) == made("two.db", Random(7).randrange)
    assert made("three.db", Random(7).randrange) != made("four.db", Random(8).randrange)
