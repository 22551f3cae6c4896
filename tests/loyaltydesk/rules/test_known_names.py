"""The lists of names beside the calendars have no slips."""

import pytest

from loyaltydesk.rules.known_names import exceptions, known, names_of


@pytest.mark.parametrize("language", ["pl", "lv", "ru"])
def test_a_name_is_found_by_its_small_letters(language: str) -> None:
    assert known(language)["anna" if language != "ru" else "анна"] in ("Anna", "Анна")
    assert all(key == name.casefold() and " " not in name for key, name in known(language).items())


def test_exceptions_are_of_names_that_are_known() -> None:
    assert set(exceptions("pl")) <= set(known("pl").values())
    assert exceptions("lv") == {}
    assert names_of("lv", "pet") == frozenset()


@pytest.mark.parametrize("language", ["pl", "lv", "ru"])
def test_no_list_has_a_name_twice_in_two_ways(language: str) -> None:
    assert not names_of(language, "men_in_a") & names_of(language, "women_without_a")
    assert not names_of(language, "pet") & names_of(language, "uncertain")
