"""The shop itself: settings, rules and the file."""

from datetime import date
from pathlib import Path

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.products import Product
from loyaltydesk.model.refusals import BadProgramme, BadRequest
from loyaltydesk.model.shop import ShopSettings
from tests.shop import PROGRAMME, Clock, buy, dump, join, refuses, store_of


def test_settings_are_kept_field_by_field(desk: Desk) -> None:
    assert desk.shop.settings() == ShopSettings()
    desk.shop.save_settings(ShopSettings(name=" Rīta Maize ", language="lv"))
    assert desk.shop.settings() == ShopSettings(name="Rīta Maize", language="lv")
    before = store_of(desk).journal.count()
    desk.shop.save_settings(ShopSettings(name="Rīta Maize", language="lv"))
    assert store_of(desk).journal.count() == before
    desk.shop.save_settings(ShopSettings(name="Rīta Maize", language="ru"))
    assert store_of(desk).journal.count() == before + 1
    assert desk.shop.settings().language == "ru"


def test_a_prefix_that_numbers_cannot_have_is_refused(desk: Desk) -> None:
    with refuses(desk, BadRequest):
        desk.shop.save_settings(ShopSettings(card_prefix="30"))


def test_anything_can_have_settings(desk: Desk) -> None:
    desk.shop.save("printer", "counter", fields={"width": 80, "cuts": True, "name": None})
    desk.shop.save("printer", "counter", fields={"width": 58})
    desk.shop.save("printer", "office", fields={"width": 210})
    desk.shop.save("printer", "nothing", fields={})
    assert desk.shop.fields("printer", "counter") == {"width": 58, "cuts": True, "name": None}
    assert desk.shop.names("printer") == ["counter", "office"]
    assert desk.shop.fields("printer", "nothing") == {}


def test_new_rules_are_a_new_version_and_the_old_ones_stay(desk: Desk, clock: Clock) -> None:
    clock.forward(days=1)
    second = PROGRAMME.replace('name = "Rīts Club"', 'name = "Vakars"')
    assert desk.shop.load_programme(second) == 2
    assert (desk.shop.programme.name, desk.shop.programme_version) == ("Vakars", 2)
    assert desk.shop.programme_text() == second
    history = desk.shop.programme_history()
    assert [(version.number, version.toml) for version in history] == [(1, PROGRAMME), (2, second)]
    assert (history[1].at.isoformat(), history[1].from_day) == ("2026-03-15T10:05:00+01:00", None)


def test_rules_count_from_their_day_on_and_those_before_for_the_days_before(desk: Desk, clock: Clock) -> None:
    later = PROGRAMME.replace('name = "Rīts Club"', 'name = "Vakars"')
    assert desk.shop.load_programme(later, from_day=date(2026, 4, 1)) == 2
    assert (desk.shop.programme.name, desk.shop.programme_text()) == ("Rīts Club", PROGRAMME)
    clock.to("2026-03-31T23:59:59")
    assert desk.shop.programme_version == 1
    clock.to("2026-04-01T00:00:00")
    assert (desk.shop.programme.name, desk.shop.programme_version) == ("Vakars", 2)
    assert desk.shop.load_programme(PROGRAMME) == 3
    assert desk.shop.programme.name == "Rīts Club"


def test_a_reward_of_a_product_that_is_not_on_the_list_is_refused_where_there_is_a_list(desk: Desk) -> None:
    assert desk.shop.load_programme(PROGRAMME) == 2
    desk.products.save(Product("TEA", "Tea", price=250))
    with refuses(desk, BadProgramme) as refused:
        desk.shop.load_programme(PROGRAMME)
    assert (refused.value.reason, refused.value.detail) == ("unknown_product", "COFFEE")
    assert refused.value.where.endswith("reward[0].gives")


@pytest.mark.parametrize(
    "text", ["", "[programme]", "not TOML at all [", PROGRAMME + "[[promotion]]\n", PROGRAMME.replace("EUR", "EUX")]
)
def test_bad_rules_are_refused_and_the_old_ones_stay(desk: Desk, text: str) -> None:
    with refuses(desk, BadProgramme):
        desk.shop.load_programme(text)
    assert desk.shop.programme.name == "Rīts Club"


def test_the_currency_is_fixed_by_the_first_purchase(desk: Desk) -> None:
    yen = PROGRAMME.replace("EUR", "JPY").replace('"1.00"', '"1"').replace('"5.00"', '"5"').replace('00.00"', '00"')
    assert desk.shop.load_programme(yen) == 2
    desk.shop.load_programme(PROGRAMME)
    buy(desk, "", 100)
    with refuses(desk, BadProgramme) as refused:
        desk.shop.load_programme(yen)
    assert refused.value.facts()["reason"] == "currency_fixed"


def test_a_rebuild_leaves_everything_as_it_was(desk: Desk) -> None:
    _anna, card = join(desk)
    buy(desk, card, 5000)
    before = dump(store_of(desk).connection)
    assert desk.shop.rebuild() == len(before["journal"])
    assert dump(store_of(desk).connection) == before
    assert buy(desk, card, 1000).balance == 60


def test_a_backup_goes_where_it_was_wished(filed: Desk, tmp_path: Path, clock: Clock) -> None:
    assert filed.shop.last_backup() is None
    copy = filed.shop.back_up(filed.shop.backup_folder)
    assert copy.parent == tmp_path / "backups"
    assert filed.shop.last_backup() == clock.at
    assert filed.shop.quick_faults() == []
