"""Every calendar can be read, names are found however they are written, and custom says which date is kept."""

import csv
import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyaltydesk.model.customers import NO_NAME_DAY, Profile
from loyaltydesk.model.folding import fold
from loyaltydesk.rules.namedays import FOLDER, automatic, calendars, customary, days_of, with_name_day

ALL = ("at", "bg", "cz", "de", "dk", "ee", "es", "fi", "fr", "gr", "hr", "hu", "it", "lt", "lv", "pl", "ru", "se", "sk")


def dates(name: str, country: str) -> tuple[str, ...]:
    found = days_of(name, country)
    return found.dates if found else ()


# --- the files


def test_these_calendars_there_are() -> None:
    assert calendars() == ALL


@pytest.mark.parametrize("country", ALL)
def test_each_line_is_a_name_with_dates_that_exist_or_another_name(country: str) -> None:
    with (FOLDER / f"{country}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = {row["name"] for row in rows}
    assert len(names) == len(rows) > 200
    for row in rows:
        assert re.fullmatch(r"[^\W\d_]+(['-][^\W\d_]+)*", row["name"]), row
        days = row["usual"].split() + row["other"].split()
        assert bool(days) != bool(row["like"]), row
        assert all(date.fromisoformat(f"2000-{day}") for day in days)
        assert len(set(days)) == len(days)
        assert all(earlier < later for part in ("usual", "other") for earlier, later in pairwise(row[part].split()))
        assert not row["like"] or row["like"] in names


@pytest.mark.parametrize("country", ALL)
def test_every_name_of_a_calendar_is_found(country: str) -> None:
    with (FOLDER / f"{country}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found = days_of(row["name"], country)
            assert found is not None
            assert found.calendar == country
            assert set(found.usual) <= set(found.dates)


# --- names


@pytest.mark.parametrize(
    ("written", "country"),
    [("Łukasz Nowak", "PL"), ("LUKASZ", "pl"), ("  łukasz\tNowak", "PL"), ("L\u0301ukasz", "PL"), ("Łukasz-Jan", "PL")],
)
def test_capitals_diacritics_and_surnames_make_no_difference(written: str, country: str) -> None:
    assert dates(written, country) == dates("Łukasz", "pl") != ()


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("Пётр", "петр", "RU"), ("Наталия", "Наталья", "RU"), ("Иоанн", "Иван", "RU"), ("Алена", "Елена", "RU"),
        ("Егор", "Георгий", "RU"), ("Kasia", "Katarzyna", "PL"), ("Malgosia", "Małgorzata", "PL"),
        ("Krzysiek", "Krzysztof", "PL"), ("Janis", "Jānis", "LV"), ("Васил", "Vasil", "BG"),
        ("Николай", "Nikolai", "BG"),
    ],
)  # fmt: skip
def test_variants_of_a_name_share_its_dates(one: str, other: str, country: str) -> None:
    assert dates(one, country) == dates(other, country) != ()


def test_two_names_that_differ_by_a_diacritic_alone_keep_their_own_days() -> None:
    assert dates("Marta", "SE") == ("07-27",)
    assert dates("Märta", "SE") == ("05-11",)


def test_a_cyrillic_name_is_looked_up_in_russia_where_the_own_calendar_lacks_it() -> None:
    assert dates("Пётр", "LV") == dates("Пётр", "GB") == dates("Пётр", "RU") != ()
    assert dates("Мария", "BG") == ("08-15",)
    assert dates("Anna", "GB") == dates("Anna", "") == ()


def test_the_extended_list_of_latvia_is_for_names_that_the_official_one_lacks() -> None:
    assert dates("Juris", "LV") == ("04-23",)  # the extended one would have 2 May
    assert dates("Afrodīte", "LV") == ("01-01",)


@pytest.mark.parametrize(("name", "day"), [("Jānis", "06-24"), ("Līga", "06-23"), ("Anna", "07-26"), ("Ilze", "01-27")])
def test_a_latvian_name_has_one_date_whenever_somebody_was_born(name: str, day: str) -> None:
    assert {customary(name, "LV", birth_date=born) for born in ("", "1990-01-01", "1990-12-31")} == {day}


@pytest.mark.parametrize("name", ["", " ", "-", "..", "\0", "../pl", "😀" * 60, "'; DROP TABLE lots", "A" * 10_000])
@pytest.mark.parametrize("country", ["PL", "RU", "", "../../etc/passwd", "ZZ", "readme"])
def test_hostile_names_and_countries_have_no_day(name: str, country: str) -> None:
    assert days_of(name, country) is None
    assert customary(name, country, birth_date="1990-03-14") == ""


@given(st.text(max_size=30), st.sampled_from(["PL", "RU", "LV"]))
def test_no_name_breaks_anything(name: str, country: str) -> None:
    found = days_of(name, country)
    assert found is None or found.dates
    assert customary(name, country) in ("", *(found.dates if found else ()))


# --- custom


@pytest.mark.parametrize(
    ("born", "kept"),
    [
        ("", "02-13"), ("1990-01-01", "02-13"), ("1990-02-13", "02-13"), ("1990-02-14", "03-22"), ("--04-29", "04-29"),
        ("1990-11-25", "11-25"), ("1990-11-26", "02-13"), ("--12-31", "02-13"),
    ],
)  # fmt: skip
def test_in_poland_it_is_the_first_usual_date_on_or_after_the_birthday(born: str, kept: str) -> None:
    found = days_of("Katarzyna", "PL")
    assert found is not None
    assert found.usual == ("02-13", "03-22", "03-24", "04-29", "11-25")
    assert customary("Katarzyna Nowak", "PL", birth_date=born) == kept


def test_a_polish_name_that_no_wall_calendar_has_keeps_one_of_its_other_dates() -> None:
    assert customary("Aleksandra", "PL") == "03-20"
    assert customary("Aleksandra", "PL", birth_date="--03-21") == "05-18"


@pytest.mark.parametrize(
    ("name", "born", "kept"),
    [
        ("Анна", "", "02-16"), ("Анна", "1990-06-01", "06-25"), ("Анна", "1990-12-23", "02-16"), ("Иван", "", "07-07"),
        ("Иван", "1990-01-03", "01-05"), ("Игнат", "", ""), ("Вадим", "", "04-22"),
    ],
)  # fmt: skip
def test_in_russia_the_birthday_says_which_of_all_dates_it_is_and_without_it_the_popular_one(
    name: str, born: str, kept: str
) -> None:
    assert customary(name, "RU", birth_date=born) == kept


def test_a_birthday_on_29_february_is_one_like_any_other() -> None:
    assert customary("Katarzyna", "PL", birth_date="2000-02-29") == "03-22"
    assert customary("Radomír", "SK") == "02-29"


# --- for a customer

KASIA = Profile(name="Katarzyna Nowak", birth_date="1990-03-14")


def test_somebody_new_keeps_the_date_of_custom() -> None:
    assert with_name_day(KASIA, "PL").name_day_on == "03-22"
    assert with_name_day(KASIA, "GB").name_day_on == ""
    assert with_name_day(Profile(name="Nowak", name_day="Jan"), "PL").name_day_on == "01-17"


@pytest.mark.parametrize("chosen", ["11-25", "01-01", NO_NAME_DAY])
def test_what_the_customer_chose_stays(chosen: str) -> None:
    kept = with_name_day(Profile(name="Katarzyna", name_day_on=chosen), "PL")
    assert kept.name_day_on == chosen
    after = Profile(name="Anna", birth_date="1990-08-01", name_day_on=chosen)
    assert with_name_day(after, "PL", kept).name_day_on == chosen


def test_a_date_of_custom_follows_the_name_and_the_birthday() -> None:
    before = with_name_day(KASIA, "PL")
    for after, day in (
        (Profile(name="Katarzyna Nowak", birth_date="1990-05-01", name_day_on="03-22"), "11-25"),
        (Profile(name="Anna Nowak", birth_date="1990-03-14", name_day_on="03-22"), "07-26"),
        (Profile(name="Katarzyna", birth_date="1990-03-14", name_day="Ewa", name_day_on="03-22"), "12-24"),
        (Profile(name="Emily", birth_date="1990-03-14", name_day_on="03-22"), ""),
        (Profile(name="Katarzyna", birth_date="1990-03-14"), "03-22"),
    ):
        assert with_name_day(after, "PL", before).name_day_on == day


def test_a_company_has_no_name_day() -> None:
    assert automatic(Profile(name="Anna", company="Anna"), "PL") == ""
    assert automatic(Profile(name="", company="Anna"), "PL") == ""
    assert automatic(Profile(name="Anna Nowak", company="Anna"), "PL") == "07-26"


def test_the_short_forms_are_no_names_of_their_own() -> None:
    for country in ("pl", "ru", "bg"):
        with (FOLDER / f"{country}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        own = {fold(row["name"]) for row in rows if not row["like"]}
        assert [row["name"] for row in rows if row["like"] and fold(row["name"]) in own] == []
