"""What is guessed from the computer, and the shop that is made."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import FileExists
from loyaltydesk.rules.ready import READY
from tests.shop import Clock
from ui.firstrun.answers import Answers, guessed, make_shop, spoken


@pytest.mark.parametrize(
    ("locale", "language"),
    [("lv_LV", "lv"), ("pl_PL", "pl"), ("ru_LV", "ru"), ("en_US", "en"), ("de_DE", "en"), ("C", "en")],
)
def test_the_computers_language_is_spoken_if_it_is_one_of_ours(locale: str, language: str) -> None:
    assert spoken(QLocale(locale)) == language


@pytest.mark.parametrize(
    ("language", "locale", "region", "currency"),
    [
        ("lv", "lv_LV", "LV", "EUR"),
        ("en", "en_US", "US", "USD"),
        ("ru", "ru_KZ", "KZ", "KZT"),
        ("pl", "en_US", "PL", "PLN"),  # a computer that was never set up
        ("en", "C", "GB", "GBP"),
        ("en", "de_DE", "DE", "EUR"),  # a shop in Berlin whose language we do not speak
        ("ru", "lv_LV", "LV", "EUR"),  # and one in Riga that speaks Russian
        ("en", "ar_KW", "KW", "KWD"),
        ("en", "en_001", "GB", "GBP"),  # the world is no country
        ("en", "en_UM", "GB", "GBP"),  # an island without telephones
    ],
)
def test_country_and_currency_are_guessed(language: str, locale: str, region: str, currency: str) -> None:
    guess = guessed(language, QLocale(locale))
    assert (guess.language, guess.region, guess.currency) == (language, region, currency)


def test_another_language_guesses_anew_and_keeps_what_was_typed() -> None:
    before = Answers("en", "US", "USD", name="Salon", programme="visits")
    after = before.in_language("pl", QLocale("en_US"))
    assert after == Answers("pl", "PL", "PLN", name="Salon", programme="visits")


@pytest.mark.parametrize("programme", READY)
def test_each_programme_makes_a_whole_shop(tmp_path: Path, clock: Clock, programme: str) -> None:
    path = tmp_path / "shop.db"
    make_shop(path, Answers("ru", "LV", "EUR", "Утро", "Рига", programme), clock)
    desk = Desk.open(path, clock)
    settings = desk.shop.settings()
    assert (settings.name, settings.line, settings.language, settings.region) == ("Утро", "Рига", "ru", "LV")
    assert desk.shop.faults() == []
    desk.close()


def test_a_shop_that_is_there_is_left_alone(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "shop.db"
    path.write_text("mine")
    with pytest.raises(FileExists):
        make_shop(path, Answers("en", "GB", "GBP", "x"), clock)
    assert path.read_text() == "mine"
