"""A shop file of every schema that was ever released is opened, whole, and known to the last point."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.purchases import VoucherState
from loyaltydesk.model.refusals import CardBlocked, UnknownCard
from loyaltydesk.store.file import SCHEMA
from loyaltydesk.store.tables import Tables
from tests.shop import Clock, buy, dump, store_of

FILES = Path(__file__).parents[2] / "files"


def test_there_is_a_file_of_every_schema() -> None:
    assert {path.name for path in FILES.glob("schema-*.db.gz")} == {
        f"schema-{number}.db.gz" for number in range(1, SCHEMA + 1)
    }


@pytest.fixture(params=range(1, SCHEMA + 1))
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / "old.db"
    path.write_bytes(gzip.decompress((FILES / f"schema-{request.param}.db.gz").read_bytes()))
    desk = Desk.open(path, Clock("2027-06-01T10:00:00"))
    yield desk
    assert desk.shop.faults() == []
    desk.close()


def test_it_is_whole_and_derived_the_same(old: Desk) -> None:
    assert old.shop.faults() == []
    before = dump(store_of(old).connection)
    assert old.shop.rebuild() == 147
    after = dump(store_of(old).connection)
    assert {name: rows for name, rows in after.items() if name in Tables.NAMES} == {
        name: rows for name, rows in before.items() if name in Tables.NAMES
    }


def test_the_people_are_there_with_their_points(old: Desk) -> None:
    found = [customer for typed in ("anna", "ber", "елк", "wis") for customer in old.customers.find(typed)]
    known = {each.profile.name: (each.account.balance, each.account.visits, each.account.spend) for each in found}
    assert known == {
        "Anna Nowak": (644, 22, 49579),
        "Jānis Bērziņš": (652, 22, 48381),
        "Пётр Ёлкин": (496, 20, 41675),
        "Łucja Wiśniewska": (616, 20, 47413),
    }
    assert [old.customers.see(each.id).tier for each in found] == ["Silver", "Silver", "Silver", "Gold"]
    assert old.customers.count() == 4
    assert old.customers.find("brien") == []


def test_the_money_is_there_to_the_cent(old: Desk) -> None:
    sums = store_of(old).connection.execute("SELECT count(*), sum(due), sum(refunded) FROM purchases").fetchone()
    assert sums == (105, 2325_98, 21_26)
    bought = old.till.purchase("R-77")
    assert (bought.total, bought.due, bought.earned, bought.spent, bought.refunded, bought.staff) == (
        21_00, 15_50, 30, 150, 11_27, "Ilze",
    )  # fmt: skip


def test_cards_vouchers_rules_and_settings_are_there(old: Desk) -> None:
    assert old.cards.owner("AB-1234").profile.name == "Пётр Ёлкин"
    assert len(old.cards.blank()) == 1
    assert old.shop.settings().name == "Rīta Maize"
    assert old.shop.programme_version == 2
    (jan,) = old.customers.find("20012345")
    assert [voucher.state for voucher in old.customers.vouchers(jan.id)] == [
        VoucherState.OPEN, VoucherState.REPRINTED, VoucherState.CANCELLED, VoucherState.USED,
    ]  # fmt: skip
    assert old.once("till-1/1", lambda: ("another", None)) == '{"ok": true}'
    with pytest.raises(CardBlocked):
        buy(old, old.customers.cards(old.customers.find("łucja")[0].id)[0].number, 100)
    with pytest.raises(UnknownCard):
        old.customers.scan("2600000000017")


def test_work_goes_on_in_it(old: Desk) -> None:
    assert buy(old, "AB-1234", 1500).quote.earned > 0
    old.upkeep.day()
    assert old.shop.back_up(old.shop.backup_folder).exists()
