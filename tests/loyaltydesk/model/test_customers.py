"""Profiles: what people tell is kept as text, tidied, and what cannot be true is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyaltydesk.model.customers import PERSONAL_FIELDS, Profile, checked_birth_date, checked_profile
from loyaltydesk.model.refusals import BadRequest

HOSTILE = [
    "Robert'); DROP TABLE customers;--", "<b>Anna</b>", "{0.__class__}", "%s %n", "=1+1", "$(rm -rf /)",
    "Łukasz \\u0041", "Jānis Bērziņš", "Пётр Ёлкин", "O’Brien & Sons", "☕ Anna", "李小龍", "محمد",
]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_stays_the_text_that_it_is(name: str) -> None:
    assert checked_profile(Profile(name=name)).name == name


@pytest.mark.parametrize(
    ("name", "company", "called"), [("Anna", "Rasa SIA", "Anna"), ("", "Rasa SIA", "Rasa SIA"), ("", "", "")]
)
def test_a_company_gives_its_name_where_there_is_no_other(name: str, company: str, called: str) -> None:
    assert Profile(name=name, company=company).called == called


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("  Anna   Kowalska ", "Anna Kowalska"), ("Anna\tKowalska\n", "Anna Kowalska"), ("Anna\x00\x1b[2J", "Anna [2J"),
        ("Anna\u202egnp.exe", "Anna gnp.exe"), ("\u200b", ""), ("Anna\u00a0Ozola", "Anna Ozola"), ("\x00\x01\x7f", ""),
    ],
)  # fmt: skip
def test_control_characters_and_needless_blanks_go(told: str, kept: str) -> None:
    assert checked_profile(Profile(name=told)).name == kept


@given(st.text(max_size=120))
def test_a_tidy_name_is_printable_and_tidied_only_once(name: str) -> None:
    kept = checked_profile(Profile(name=name)).name
    assert all(character.isprintable() for character in kept)
    assert kept == " ".join(kept.split())
    assert checked_profile(Profile(name=kept)).name == kept


@pytest.mark.parametrize(
    ("field", "longest"),
    [
        ("name", 120),
        ("name_day", 120),
        ("language", 120),
        ("tax_id", 120),
        ("company", 500),
        ("note", 500),
        ("consent", 500),
    ],
)
def test_a_field_that_is_too_long_is_refused_by_name(field: str, longest: int) -> None:
    assert getattr(checked_profile(Profile(**{field: "x" * longest})), field) == "x" * longest
    with pytest.raises(BadRequest) as refused:
        checked_profile(Profile(**{field: "x" * (longest + 1)}))
    assert (refused.value.field, refused.value.reason) == (field, "too_long")


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(BadRequest) as refused:
        checked_profile(Profile(name=5))
    assert (refused.value.field, refused.value.reason) == ("name", "not_text")


@pytest.mark.parametrize("born", ["1990-03-14", "2000-02-29", "--02-29", "--12-31", "1850-01-01", ""])
def test_a_birth_date_is_kept_with_or_without_its_year(born: str) -> None:
    assert checked_profile(Profile(birth_date=born)).birth_date == born


@pytest.mark.parametrize(
    "born",
    [
        "2001-02-29", "1990-02-30", "1990-13-01", "1990-00-10", "90-03-14", "14.03.1990", "1990-3-14", "--2-29",
        "-02-29", "02-29", "--13-01", "--02-30", "1849-12-31", "0000-01-01", "1990-03-14T00:00", "١٩٩٠-٠٣-١٤",
        "soon", "----",
    ],
)  # fmt: skip
def test_a_birth_date_that_cannot_be_is_refused(born: str) -> None:
    with pytest.raises(BadRequest) as refused:
        checked_profile(Profile(birth_date=born))
    assert (refused.value.field, refused.value.reason) == ("birth_date", "date_unreadable")


@pytest.mark.parametrize(
    ("born", "birthday"), [("1990-03-14", (3, 14)), ("--02-29", (2, 29)), ("2000-02-29", (2, 29)), ("", None)]
)
def test_a_birthday_is_a_month_and_a_day(born: str, birthday: tuple[int, int] | None) -> None:
    assert Profile(birth_date=born).birthday() == birthday


@given(st.dates().map(lambda day: day.isoformat()) | st.text("0123456789-", max_size=10))
def test_every_birth_date_that_is_taken_has_a_birthday(born: str) -> None:
    try:
        kept = checked_birth_date(born)
    except BadRequest:
        return
    month, day = Profile(birth_date=kept).birthday() or (0, 0)
    assert 1 <= month <= 12
    assert 1 <= day <= 31


@pytest.mark.parametrize("day", ["03-14", "02-29", "12-31", "01-01", "none", "", "  07-26 "])
def test_a_name_day_is_a_day_of_the_year_or_none(day: str) -> None:
    assert checked_profile(Profile(name_day_on=day)).name_day_on == day.strip()


@pytest.mark.parametrize(
    "day",
    [
        "02-30", "13-01", "00-10", "04-31", "3-14", "03-14-1990", "--03-14", "1990-03-14", "26.07", "None", "NONE",
        "soon", "٠٣-١٤", "03-14'", "0x-01", "-1-01",
    ],
)  # fmt: skip
def test_a_name_day_that_cannot_be_is_refused(day: str) -> None:
    with pytest.raises(BadRequest) as refused:
        checked_profile(Profile(name_day_on=day))
    assert (refused.value.field, refused.value.reason) == ("name_day_on", "name_day_unreadable")


@pytest.mark.parametrize(("day", "kept"), [("03-14", (3, 14)), ("02-29", (2, 29)), ("none", None), ("", None)])
def test_a_name_day_is_kept_on_a_month_and_a_day_or_not_at_all(day: str, kept: tuple[int, int] | None) -> None:
    assert Profile(name_day_on=day).name_day_kept() == kept


@pytest.mark.parametrize("email", ["anna@example.com", "a.b+c@sub.example.co", "jānis@rīts.lv", ""])
def test_an_e_mail_address_is_taken(email: str) -> None:
    assert checked_profile(Profile(email=email)).email == email


@pytest.mark.parametrize(
    "email",
    ["anna", "anna@", "@example.com", "anna@example", "a b@c.de", "a@b@c.de", "a@b.", "x" * 65 + "@b.de", "<a@b.de>"],
)
def test_what_is_no_e_mail_address_is_refused(email: str) -> None:
    with pytest.raises(BadRequest) as refused:
        checked_profile(Profile(email=email))
    assert (refused.value.field, refused.value.reason) == ("email", "email_unreadable")


def test_everything_a_person_told_is_personal() -> None:
    assert set(PERSONAL_FIELDS) == set(Profile.__slots__)
