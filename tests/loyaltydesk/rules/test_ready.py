"""Ready programmes: each can be used in every language and currency, and says the same in all of them."""

import pytest
from msgspec.structs import replace

from loyaltydesk.model.money import NO_DIGITS, THREE_DIGITS, TWO_DIGITS, currency
from loyaltydesk.model.programme import Programme
from loyaltydesk.rules.programme_file import read_programme
from loyaltydesk.rules.ready import _SIZES, DEMO, FOLDER, READY, in_currency, ready_programme
from loyaltydesk.words import LANGUAGES

CURRENCIES = sorted(TWO_DIGITS | NO_DIGITS | THREE_DIGITS)
EVERY = (*READY, DEMO)


def _read(name: str, language: str = "en", code: str = "EUR") -> Programme:
    return read_programme(ready_programme(name, language, currency=currency(code)))


def _unnamed(programme: Programme) -> Programme:
    """The rules without the words in them."""
    rewards = tuple(replace(reward, name="", gives=replace(reward.gives, cause="")) for reward in programme.rewards)
    tiers = tuple(replace(tier, name="") for tier in programme.tiers)
    return replace(programme, name="", rewards=rewards, tiers=tiers)


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
    pairs = [*zip(ours.rewards, english.rewards, strict=True), *zip(ours.tiers, english.tiers, strict=True)]
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


def test_every_size_belongs_to_a_currency_in_use() -> None:
    assert set(_SIZES) <= set(CURRENCIES)
