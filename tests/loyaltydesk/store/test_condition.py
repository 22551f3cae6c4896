"""The quick look at a file finds damage, counts what is there and knows its newest copy."""

from datetime import timedelta
from pathlib import Path

from loyaltydesk.desk import Desk
from tests.shop import Clock, buy, join

PAGE = 4096  # bytes


def _break(path: Path) -> None:
    """Overwrites a page in the middle of the file, as a worn-out disk does."""
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // PAGE // 2 * PAGE)
        file.write(b"\xa5" * PAGE)


def test_a_sound_file_has_no_faults(filed: Desk) -> None:
    assert filed.shop.quick_faults() == []


def test_a_damaged_page_is_found(shop_file: Path, clock: Clock) -> None:
    desk = Desk.open(shop_file, clock)
    for number in range(200):
        join(desk, f"Person {number}")
    desk.close()
    _break(shop_file)
    desk = Desk.open(shop_file, clock, check=False)
    found = desk.shop.quick_faults()
    desk.close()
    assert found


def test_what_the_file_holds_is_counted(filed: Desk, shop_file: Path) -> None:
    _customer, card = join(filed)
    join(filed, "Jānis Bērziņš")
    buy(filed, card, 500)
    held = filed.shop.contents()
    assert (held.customers, held.purchases) == (2, 1)
    assert held.size >= shop_file.stat().st_size > 0


def test_a_shop_in_memory_takes_no_room_on_the_disk(desk: Desk) -> None:
    assert desk.shop.contents().size == 0


def test_the_newest_copy_counts_whatever_else_lies_there(filed: Desk, clock: Clock) -> None:
    assert filed.shop.last_backup() is None
    first = clock()
    filed.shop.back_up(filed.shop.backup_folder)
    assert filed.shop.last_backup() == first
    clock.forward(days=2)
    filed.shop.back_up(filed.shop.backup_folder)
    (filed.shop.backup_folder / "shop-99999999-999999.ldbak").touch()
    (filed.shop.backup_folder / "other-20990101-000000.ldbak").touch()
    assert filed.shop.last_backup() == first + timedelta(days=2)


def test_the_release_of_sqlite_is_told(filed: Desk) -> None:
    assert filed.shop.sqlite_release.count(".") >= 1
