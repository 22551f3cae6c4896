"""Ready-made rules: each can be added as it is, to any programme and in any currency."""

import pytest

from loyaltydesk.model.money import currency
from loyaltydesk.model.programme import Programme
from loyaltydesk.rules.programme_file import read_programme
from loyaltydesk.rules.programme_writing import tables_of
from loyaltydesk.rules.ready import READY, ready_programme
from loyaltydesk.rules.ready_rules import ready_rules
from loyaltydesk.rules.toml_writing import toml_text
from loyaltydesk.words import LANGUAGES, use

CURRENCIES = ("EUR", "PLN", "RUB", "JPY", "KWD", "IRR")


def _ready(name: str, code: str) -> Programme:
    return read_programme(ready_programme(name, "en", currency=currency(code)))


@pytest.mark.parametrize("code", CURRENCIES)
@pytest.mark.parametrize("name", READY)
def test_each_can_be_added_to_each_ready_programme(name: str, code: str) -> None:
    programme = _ready(name, code)
    for ready in ready_rules(programme):
        tables = tables_of(programme)
        listed = tables.get(ready.table, [])
        single = ready.table in ("redeem", "referral", "approval", "test_group")
        rule = {**ready.rule, "id": "new"} if "id" in ready.rule else ready.rule
        tables[ready.table] = rule if single or not isinstance(listed, list) else [*listed, rule]
        assert read_programme(toml_text(tables)) != programme, ready.name


def test_what_there_is_once_is_offered_only_while_there_is_none() -> None:
    offered = {ready.table for ready in ready_rules(_ready("cafe", "EUR"))}
    assert {"redeem", "referral", "approval", "test_group"} <= offered
    assert "redeem" not in {ready.table for ready in ready_rules(_ready("shop", "EUR"))}


def test_the_second_for_next_to_nothing_costs_the_smallest_coin() -> None:
    rules = {ready.rule["id"]: ready.rule for ready in ready_rules(_ready("cafe", "PLN")) if "id" in ready.rule}
    assert rules["second"]["get_price"] == "0.01"
    assert rules["second"]["of"]  # and never on everything in the shop


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_has_one_to_begin_with_in_every_language(language: str) -> None:
    use(language)
    try:
        offered = ready_rules(_ready("cafe", "EUR"))
        names = [(ready.table, ready.name) for ready in offered]
        assert len(set(names)) == len(names)
        assert {table for table, _name in names} == {
            "earn", "multiply", "bonus", "occasion", "reward", "stamp_card", "tier", "next_purchase", "promotion",
            "redeem", "referral", "approval", "test_group",
        }  # fmt: skip
    finally:
        use("en")
