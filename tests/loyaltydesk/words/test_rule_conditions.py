"""What a rule is limited to, in plain words."""

import pytest

from loyaltydesk.words import LANGUAGES, use
from loyaltydesk.words.rule_conditions import short_day
from tests.loyaltydesk.words.rules_in_words import EARN, TIERS, said

BASE = "1 point for each full €1"


def _limited(limits: str) -> str:
    return said(EARN + limits + TIERS, "earn")


def test_a_rule_without_limits_says_none() -> None:
    assert _limited("") == BASE


@pytest.mark.parametrize(
    ("of", "words"),
    [
        ('sku = ["COFFEE", "X1"]', "only: Coffee, X1"),
        ('category = ["tea", "coffee"]', "category: coffee, tea"),
        ('not_sku = ["CAKE"]', "without: Cake"),
        ('not_category = ["tobacco"]', "without category: tobacco"),
        ("not_shipping = true", "not for delivery"),
    ],
)
def test_goods_are_named_as_the_list_of_products_does(of: str, words: str) -> None:
    assert _limited(f"of = {{ {of} }}\n") == f"{BASE} · {words}"


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ('min_bill = "10.00"', "bills of €10 or more"),
        ("min_qty = 2", "2 pieces or more"),
        ('weekdays = ["sat"]', "on Saturdays"),
        ('weekdays = ["mon", "tue", "wed", "sat"]', "Mon–Wed, Sat"),
        ('weekdays = ["sun", "sat"]', "Sat, Sun"),
        ('from = "16:00", to = "18:00"', "from 16:00 to 18:00"),
        ('from = "00:00"', "from 00:00 on"),
        ('to = "12:30"', "before 12:30"),
        ("first_day = 2026-05-01, last_day = 2026-05-31", "1 May 2026 – 31 May 2026"),
        ("first_day = 2026-05-01", "from 1 May 2026 on"),
        ("last_day = 2026-05-31", "last day: 31 May 2026"),
        ('tiers = ["Gold"]', "tier: Gold"),
        ('occasion = "birthday"', "on the birthday"),
        ('occasion = "name_day"', "on the name day"),
        ('occasion = "joined"', "on the day of joining, each year"),
        ('code = "WELCOME"', "only with code WELCOME"),
    ],
)
def test_every_condition_has_its_words(when: str, words: str) -> None:
    assert _limited(f"when = {{ {when} }}\n") == f"{BASE} · {words}"


def test_everything_named_stands_side_by_side() -> None:
    limits = 'of = { category = ["coffee"] }\nwhen = { weekdays = ["sat"], from = "16:00", to = "18:00" }\n'
    assert _limited(limits) == f"{BASE} · category: coffee · on Saturdays · from 16:00 to 18:00"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_days_of_the_week_are_told_apart_in_every_language(language: str) -> None:
    use(language)
    try:
        assert len({short_day(day) for day in range(7)}) == 7
    finally:
        use("en")
