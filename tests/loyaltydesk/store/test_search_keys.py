"""A customer is found under whatever part of them somebody remembers, as soon as it is typed."""

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.customers import Profile
from loyaltydesk.store.search_keys import keys, stretches
from tests.shop import dump, join, store_of

PEOPLE = {
    "Łukasz Wiśniewski": {"phone": "+48600700800"},
    "Jānis Bērziņš": {"phone": "+37120012345", "email": "Janis.Berzins@example.lv"},
    "Пётр Ёлкин": {"phone": "+79261234567"},
    "Николай Чайковский": {"phone": "+79268886655"},
    "Seán O’Brien": {"phone": "+447911123456"},
    "Anna-Maria Müller Weiß": {"company": "Rīta-Maize SIA"},
    "Anna Kowalska": {"phone": "+37129998877", "company": "Kowalska & Søn"},
    "Þórdís Đoković": {"email": "thordis@example.is"},
    "Günay ŞAHİN": {},
    "Jo Jones": {},
}


@pytest.fixture
def town(desk: Desk) -> Desk:
    """A shop whose customers come from everywhere."""
    desk.shop.save("shop", "shop", fields={"region": "LV"})
    for name, told in PEOPLE.items():
        join(desk, name, **told)
    return desk


def found(desk: Desk, text: str) -> list[str]:
    return [customer.profile.name for customer in desk.customers.find(text)]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("lukasz", "Łukasz Wiśniewski"),
        ("WISNIEWSKI luk", "Łukasz Wiśniewski"),
        ("janis", "Jānis Bērziņš"),
        ("bērz", "Jānis Bērziņš"),
        ("berzins j", "Jānis Bērziņš"),
        ("petr", None),
        ("петр", "Пётр Ёлкин"),
        ("елк", "Пётр Ёлкин"),
        ("николай", "Николай Чайковский"),
        ("чайк", "Николай Чайковский"),
        ("o'brien", "Seán O’Brien"),
        ("obrien sean", "Seán O’Brien"),
        ("anna-maria", "Anna-Maria Müller Weiß"),
        ("anna maria mul", "Anna-Maria Müller Weiß"),
        ("maria", "Anna-Maria Müller Weiß"),
        ("weiss", "Anna-Maria Müller Weiß"),
        ("rita maize", "Anna-Maria Müller Weiß"),
        ("maize", "Anna-Maria Müller Weiß"),
        ("sia", "Anna-Maria Müller Weiß"),
        ("son", "Anna Kowalska"),
        ("thordis", "Þórdís Đoković"),
        ("dokovic", "Þórdís Đoković"),
        ("sahin", "Günay ŞAHİN"),
        ("  jones   jo ", "Jo Jones"),
        ("janis.b", "Jānis Bērziņš"),
        ("ānis", None),
        ("@janis.b", "Jānis Bērziņš"),
        ("Janis.Berzins@EXAMPLE.lv", "Jānis Bērziņš"),
        ("thordis@", "Þórdís Đoković"),
    ],
)
def test_a_name_a_firm_or_an_address_is_enough(town: Desk, typed: str, name: str | None) -> None:
    assert name is None or name in found(town, typed)
    assert len(found(town, typed)) == len(set(found(town, typed)))
    if name is None:
        assert found(town, typed) == []


@pytest.mark.parametrize(
    "typed",
    [
        "+37120012345", "37120012345", "0037120012345", "20012345", "2001", "+371 2001 2345", "(371) 20-01-23-45",
        "2345", "012345", "45", "20012", "020012345", "820012345",
    ],
)  # fmt: skip
def test_a_phone_number_is_found_in_whatever_way_it_is_said(town: Desk, typed: str) -> None:
    assert found(town, typed)[0] == "Jānis Bērziņš"


def test_eight_and_a_russian_number_is_how_people_there_say_it(town: Desk) -> None:
    assert found(town, "8 (926) 123-45-67")[0] == "Пётр Ёлкин"
    assert found(town, "4567") == ["Пётр Ёлкин"]


@pytest.mark.parametrize("typed", ["", "   ", "-", "%", "_", "*", "'", '"', "\x00", "~", "@", "zz", "🙂", "(", "--"])
def test_what_means_nothing_finds_nobody_or_somebody_and_never_fails(town: Desk, typed: str) -> None:
    assert len(found(town, typed)) <= len(PEOPLE)
    if typed.strip(" -%_*'\"\x00~🙂()") == "":
        assert found(town, typed) == []


def test_a_very_long_text_is_only_looked_at_so_far(town: Desk) -> None:
    assert found(town, "anna " * 5000) == []
    assert found(town, "9" * 5000) == []


def test_a_limit_counts_customers_and_not_the_keys_they_are_found_by(desk: Desk) -> None:
    for number in range(6):
        join(desk, f"Jo Jones{number} Jo")
    assert len(desk.customers.find("jo", 6)) == 6
    assert len(desk.customers.find("jo", 4)) == 4
    assert desk.customers.find("jo", 0) == []


def test_after_a_change_only_the_new_name_is_found(town: Desk) -> None:
    jones = town.customers.find("jones")[0].id
    town.customers.change(jones, Profile(name="Jo Smith", phone="+37126667788", email="jo@smith.lv"))
    assert found(town, "jones") == []
    assert found(town, "smith") == found(town, "7788") == found(town, "jo@smith.lv") == ["Jo Smith"]
    town.customers.change(jones, Profile(name="Jo Smith"))
    assert found(town, "7788") == found(town, "jo@smith.lv") == []


def test_nobody_finds_the_forgotten(town: Desk) -> None:
    janis = town.customers.find("janis")[0].id
    town.customers.erase(janis)
    for typed in ("janis", "bērziņš", "20012345", "2345", "janis.berzins@example.lv"):
        assert found(town, typed) == []
    assert not [row for row in dump(store_of(town).connection)["search"] if "berzins" in str(row[0])]


def test_every_turn_of_a_name_is_a_key() -> None:
    assert keys(Profile(name="Anna Maria Kowalska")) == {
        "anna maria kowalska", "maria kowalska anna", "kowalska anna maria",
    }  # fmt: skip
    assert len(keys(Profile(name=" ".join("abcdefghij")))) == 6
    assert keys(Profile(phone="+37120012345")) == {"37120012345", "20012345", "~543210"}
    assert keys(Profile(email="Anna@Example.LV")) == {"@anna@example.lv"}
    assert keys(Profile()) == set()


def test_the_likeliest_place_is_looked_at_first() -> None:
    assert [start for start, _end in stretches("0037120012345")] == ["0037120012345", "37120012345", "~543210"]
    assert [start for start, _end in stretches("2345")] == ["2345", "~5432"]
    assert [start for start, _end in stretches("kow anna")] == ["kow anna", "anna kow"]
