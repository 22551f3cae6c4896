"""A till that is killed at any moment has lost nothing that it said was done, and its file is whole."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.purchases import Asked
from tests.shop import Clock, buy, join, store_of

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is copied, which is not done here")

Work = Callable[[Desk, Callable[[str], None]], None]


def sell(desk: Desk, done: Callable[[str], None]) -> None:
    """Purchases without end, each said to be done as soon as it is."""
    card = desk.customers.card_number(desk.customers.find("anna")[0].id)
    while True:
        done(buy(desk, card, 1234).purchase)


def sell_and_take_back(desk: Desk, done: Callable[[str], None]) -> None:
    """Purchases that are taken back again, vouchers and new customers, several facts at a time."""
    while True:
        _customer, card = join(desk, "Anna Nowak")
        bought = buy(desk, card, 9000).purchase
        done(bought)
        done(desk.rewards.redeem("coffee", card=card).id)
        desk.till.bring_back(desk.till.purchase(bought), Asked(voids=True))
        done(bought)


def killed_at_work(
    path: Path, clock: Clock, work: Work, random: Random, *, tills: int = 1, longest: float = 0.03
) -> list[str]:
    """Lets some processes work on a shop until they are killed; everything that they said was done."""
    listening, speaking = os.pipe()
    children = [_child(path, clock, work, speaking) for _ in range(tills)]
    os.close(speaking)
    said = os.read(listening, 80)  # at least one is at work
    time.sleep(random.random() * longest)
    for child in children:
        os.kill(child, signal.SIGKILL)
    for child in children:
        os.waitpid(child, 0)
    while more := os.read(listening, 65536):
        said += more
    os.close(listening)
    return said.decode().split("\n")[:-1]  # what comes after the last end of line was never said


def _child(path: Path, clock: Clock, work: Work, speaking: int) -> int:
    child = os.fork()
    if child == 0:
        try:
            desk = Desk.open(path, clock, alone=False)
            work(desk, lambda name: os.write(speaking, f"{name}\n".encode()) and None)
        finally:
            os._exit(1)
    os.set_inheritable(speaking, False)
    return child


@pytest.mark.parametrize(
    ("work", "tills", "kills"), [(sell, 1, 25), (sell_and_take_back, 1, 15), (sell_and_take_back, 2, 10)]
)
def test_nothing_that_was_said_is_lost(shop_file: Path, clock: Clock, work: Work, tills: int, kills: int) -> None:
    desk = Desk.open(shop_file, clock)
    join(desk)
    desk.close()
    said, random = set[str](), Random(kills)
    for kill in range(kills):
        said.update(killed_at_work(shop_file, clock, work, random, tills=tills))
        desk = Desk.open(shop_file, clock)
        kept = store_of(desk).connection.execute("SELECT lower(hex(id)) FROM journal").fetchall()
        assert {name.replace("-", "") for name in said} <= {fact for (fact,) in kept}
        assert kill % 5 or desk.shop.faults() == []
        desk.close()
    assert len(said) > kills
    desk = Desk.open(shop_file, clock)
    assert desk.shop.faults() == []
    desk.close()


def test_a_backup_that_is_killed_leaves_no_half_copy(shop_file: Path, clock: Clock) -> None:
    def copy(desk: Desk, done: Callable[[str], None]) -> None:
        done("begun")
        while True:
            clock.forward(seconds=1)
            desk.shop.back_up(shop_file.parent / "backups")

    random = Random(1)
    for _kill in range(10):
        killed_at_work(shop_file, clock, copy, random, longest=0.06)
        for path in (shop_file.parent / "backups").glob("*.ldbak"):
            desk = Desk.open(path, clock, alone=False)
            assert desk.shop.faults() == []
            desk.close()
            path.unlink()
        clock.forward(days=1)
    desk = Desk.open(shop_file, clock)
    copied = desk.shop.back_up(shop_file.parent / "backups")
    assert copied.exists()
    desk.close()


def test_forgetting_that_is_killed_is_done_or_not_done(shop_file: Path, clock: Clock) -> None:
    def forget(desk: Desk, done: Callable[[str], None]) -> None:
        done("begun")
        for customer in desk.customers.find("anna", 500):
            desk.customers.erase(customer.id)
            done(customer.id)

    desk = Desk.open(shop_file, clock)
    for _number in range(300):
        join(desk, "Anna Nowak")
    desk.close()
    said, random = set[str](), Random(2)
    for _kill in range(8):
        said.update(killed_at_work(shop_file, clock, forget, random, longest=0.15))
        desk = Desk.open(shop_file, clock)
        assert {customer.id for customer in desk.customers.find("anna", 500)} & said == set()
        assert desk.shop.faults() == []
        desk.close()
    assert len(said) > 1
