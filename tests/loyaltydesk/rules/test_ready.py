"""Ready programmes: each can be used in every language and currency, and says the same in all of them."""

import pytest
from msgspec.structs import replace

from loyaltydesk.demo.goods import goods
from loyaltydesk.model.money import NO_DIGITS, THREE_DIGITS, TWO_DIGITS, currency
from loyaltydesk.model.programme import Programme, Scope
from loyaltydesk.rules.programme_file import read_programme
from loyaltydesk.rules.ready import _AMOUNT, _SIZES, DEMO, FOLDER, READY, in_currency, ready_programme
from loyaltydesk.words import LANGUAGES

CURRENCIES = sorted(TWO_DIGITS | NO_DIGITS | THREE_DIGITS)
EVERY = (*READY, DEMO)


def _read(name: str, language: str = "en", code: str = "EUR") -> Programme:
    return read_programme(ready_programme(name, language, currency=currency(code)))


def _unnamed(programme: Programme) -> Programme:
    """The rules without the words in them."""
    rewards = tuple(replace(reward, name="", gives=replace(reward.gives, cause="")) for reward in programme.rewards)
    bare = {
        "tiers": tuple(replace(tier, name="") for tier in programme.tiers),
        "stamp_cards": tuple(replace(card, name="", of=Scope()) for card in programme.stamp_cards),  # of a category
        "promotions": tuple(replace(each, name="", when=replace(each.when, code="")) for each in programme.promotions),
        "next_purchase": tuple(replace(each, name="") for each in programme.next_purchase),
    }
    return replace(programme, name="", rewards=rewards, **bare)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", EVERY)
def test_a_ready_programme_can_be_used_in_every_currency(name: str, language: str) -> None:
    for code in CURRENCIES:
        programme = _read(name, language, code)
        assert programme.currency.code == code


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", EVERY)
def test_a_ready_programme_promises_the_same_in_every_language(name: str, language: str) -> None:
    assert _unnamed(_read(name, language)) == _unnamed(_read(name))


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
@pytest.mark.parametrize("name", EVERY)
def test_a_ready_programme_speaks_the_language_of_its_shop_throughout(name: str, language: str) -> None:
    ours, english = (_read(name, each) for each in (language, "en"))
    assert ours.name != english.name
    for named in ("rewards", "tiers", "stamp_cards", "promotions", "next_purchase"):
        pairs = zip(getattr(ours, named), getattr(english, named), strict=True)
        assert all(mine.name != theirs.name for mine, theirs in pairs)
    english_notes = {
        line.partition("# ")[2] for line in ready_programme(name, "en", currency=currency("EUR")).splitlines()
    }
    notes = {line.partition("# ")[2] for line in ready_programme(name, language, currency=currency("EUR")).splitlines()}
    assert (notes & english_notes) == {""}


def test_there_is_no_programme_that_is_not_known_or_not_there() -> None:
    for language in LANGUAGES:
        assert {path.stem for path in (FOLDER / language).iterdir()} == set(EVERY)


def test_another_name_is_no_programme() -> None:
    with pytest.raises(KeyError):
        ready_programme("../en/cafe", "en", currency=currency("EUR"))


def test_a_language_that_is_not_spoken_gets_the_english_one() -> None:
    assert ready_programme("cafe", "xx", currency=currency("EUR")) == ready_programme(
        "cafe", "en", currency=currency("EUR")
    )


@pytest.mark.parametrize(
    ("code", "minor"), [("EUR", 300), ("PLN", 1500), ("RUB", 30_000), ("JPY", 300), ("KWD", 1500), ("HUF", 150_000)]
)
def test_amounts_are_of_the_size_of_the_currency(code: str, minor: int) -> None:
    assert in_currency("3.00", currency(code)) == minor


@pytest.mark.parametrize(
    ("code", "points", "per"), [("EUR", 10, 100), ("PLN", 2, 100), ("RUB", 1, 1000), ("JPY", 1, 10), ("KWD", 10, 500)]
)
def test_points_come_for_amounts_as_small_as_can_be_at_the_same_rate(code: str, points: int, per: int) -> None:
    rule = _read("cafe", "en", code).earn[0]
    assert (rule.points, rule.per) == (points, per)


def test_a_reward_is_the_same_share_of_what_it_takes_to_earn_it_everywhere() -> None:
    for code in CURRENCIES:
        visits = _read("visits", "en", code)
        assert visits.rewards[1].gives.money * 3 == visits.earn[0].when.min_bill * 5


@pytest.mark.parametrize(("code", "most", "off", "bill"), [("JPY", 500, 200, 2000), ("BHD", 2500, 1000, 10_000)])
def test_every_amount_of_a_promise_is_of_the_size_of_the_currency(code: str, most: int, off: int, bill: int) -> None:
    demo = _read(DEMO, "en", code)
    assert demo.promotions[1].max_money == most
    (voucher,) = demo.next_purchase
    assert (voucher.gives.money, voucher.when.min_bill) == (off, bill)


@pytest.mark.parametrize("key", ["per", "worth", "money", "amount", "get_price", "from", "min_bill", "max"])
def test_no_kind_of_amount_is_left_in_euros(key: str) -> None:
    assert _AMOUNT.search(f'{key} = "1.50"')
    assert not _AMOUNT.search(f'{key} = "08:00"'), "a time of day is no money"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_stamps_of_the_demo_are_for_a_category_that_its_shop_sells(language: str) -> None:
    (card,) = _read(DEMO, language).stamp_cards
    sold = {product.category for product in goods(language, currency("EUR")).products}
    assert card.of.category < sold


def test_every_size_belongs_to_a_currency_in_use() -> None:
    assert set(_SIZES) <= set(CURRENCIES)
