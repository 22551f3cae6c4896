"""Nothing that the journal keeps about a person may be missing in the dossier, of whatever kind it is."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.customers import Profile
from loyaltydesk.model.dossiers import Dossier
from loyaltydesk.model.facts import OF_A_CUSTOMER, RecordSaved
from loyaltydesk.model.greetings import Outcome
from loyaltydesk.model.pledges import NewPledge, PledgeKind
from loyaltydesk.model.refusals import UnknownCustomer
from loyaltydesk.model.voices import VoiceKind, VoiceOutcome
from loyaltydesk.printing.reports.dossier_paper import dossier_scene
from loyaltydesk.printing.scene import Group, Item, Text
from loyaltydesk.store import codec
from loyaltydesk.words.formats import BabelFormats
from tests.shop import Clock, buy, join, store_of

NEW_KIND = "horoscope"


@pytest.fixture
def person(desk: Desk, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> str:
    """Somebody of whom there is a bit of everything, also of a kind that this release does not know."""
    desk.at_work("Ilze", "Till 1")
    blank = desk.cards.make(1)[0]
    customer, card = join(
        desk, "Anna Kowalska", card=blank, phone="+37120000001", email="anna@example.com", birth_date="1990-05-01",
        note="Oat milk", consent="Agreed to letters", address="Brīvības 1, Rīga", language="lv",
    )  # fmt: skip
    desk.customers.change(customer, Profile(name="Anna Nowak", phone="+37120000002"))
    buy(desk, card, 30_000, receipt="R-1")
    desk.customers.adjust(customer, 5, reason="For the spilt coffee")
    desk.rewards.redeem("coffee", card=card)
    said = desk.voices.note(customer, "The door bangs", kind=VoiceKind.COMPLAINT)
    desk.voices.answer(said.id, "It was oiled", outcome=VoiceOutcome.TAKEN_UP)
    desk.pledges.give(customer, NewPledge(PledgeKind.PROMISE, "A rye loaf on Saturdays", date(2026, 4, 1)))
    double, _second = join(desk, "Anna N.", phone="+37120000003")
    desk.accounts.merge(keep=customer, drop=double)
    friend, _third = join(desk, "Zane")
    desk.accounts.form_household([customer, friend], "The Nowaks")
    desk.greetings.called(f"birthday/2026/{customer}", Outcome.REACHED, note="She was glad")
    monkeypatch.setattr("loyaltydesk.model.facts.OF_A_CUSTOMER", OF_A_CUSTOMER | {NEW_KIND})
    with desk.writing():
        store, core = store_of(desk), desk._core
        saved = RecordSaved(
            id=core.new_id()(), kind=NEW_KIND, record=f"2026/{customer}", fields={"sign": "taurus"},
            personal={"words": '{"1": "A tall stranger", "2": ["comes", "twice"]}'},
        )  # fmt: skip
        store.record([saved], core.stamp())
    return customer


def leaves(value: Any) -> Iterator[str]:
    """Every single word within a value, however deep it stands."""
    if isinstance(value, str) and value[:1] in "{[" and value:
        value = json.loads(value)
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from leaves(inner)
    elif value not in (None, ""):
        yield str(value)


def kept_about(desk: Desk, customer: str) -> set[str]:
    """Every personal word of the journal about somebody, of the records that went into theirs, and of their cards."""
    store = store_of(desk)
    records = [customer, *store.households.merged_into(customer)]
    cards = [card.id for record in records for card in store.customers.cards(record)]
    found: set[str] = set()
    for fact, whose, personal in store.connection.execute("SELECT id, customer, personal FROM journal"):
        ours = codec.identity_or_none(whose) in records or codec.identity(fact) in cards
        if ours and personal:
            found |= set(leaves(json.loads(personal)))
    return found


def words_in(dossier: Dossier) -> set[str]:
    return {str(cell) for chapter in dossier.chapters for row in chapter.rows for cell in row}


def test_every_personal_word_of_the_journal_is_in_the_dossier(desk: Desk, person: str) -> None:
    kept = kept_about(desk, person)
    assert {"+37120000001", "+37120000003", "A tall stranger", "The Nowaks", "She was glad", "It was oiled"} <= kept
    assert kept - words_in(desk.dossiers.of(person)) == set()


def test_every_record_that_names_the_person_is_in_the_dossier(desk: Desk, person: str) -> None:
    told = words_in(desk.dossiers.of(person))
    rows = store_of(desk).connection.execute(
        "SELECT value FROM records WHERE instr(record, ?1) > 0 OR instr(value, ?1) > 0", (person,)
    )
    values = {word for (value,) in rows for word in leaves(json.loads(value))}
    assert values
    assert {value for value in values if value not in ("True", "False")} - told == set()


def test_a_kind_that_nobody_knows_is_among_the_further_records(desk: Desk, person: str) -> None:
    further = desk.dossiers.of(person).chapter("further")
    assert further
    assert (f"{NEW_KIND} 2026", "sign", "taurus") in {row[:3] for row in further.rows}
    assert (f"{NEW_KIND} 2026", "words.1", "A tall stranger") in {row[:3] for row in further.rows}


def test_what_was_bought_and_done_has_chapters_of_its_own(desk: Desk, person: str) -> None:
    found = desk.dossiers.of(person)
    keys = [chapter.key for chapter in found.chapters]
    assert keys[:3] == ["profile", "account", "cards"]
    assert {"purchases", "points", "lots", "vouchers", "calls", "voices", "pledges", "told"} <= set(keys)
    points = found.chapter("points")
    assert points
    assert "For the spilt coffee" in {row[-1] for row in points.rows}


def test_a_voucher_that_is_over_is_not_told_as_one_that_can_be_used(desk: Desk, clock: Clock, person: str) -> None:
    clock.to("2030-01-01T10:00:00")
    vouchers = desk.dossiers.of(person).chapter("vouchers")
    assert vouchers
    place = [column.name for column in vouchers.columns].index("state")
    assert {row[place] for row in vouchers.rows} == {"expired"}


def test_nothing_of_others_is_in_it(desk: Desk, person: str) -> None:
    assert "Zane" not in " ".join(words_in(desk.dossiers.of(person)))


def test_the_old_record_leads_to_the_same_dossier(desk: Desk, person: str) -> None:
    (old,) = store_of(desk).households.merged_into(person)
    assert desk.dossiers.of(old).customer == person


def test_of_a_forgotten_person_there_is_no_dossier(desk: Desk, person: str) -> None:
    desk.customers.erase(person)
    with pytest.raises(UnknownCustomer):
        desk.dossiers.of(person)


def test_the_paper_says_all_of_it(desk: Desk, person: str) -> None:
    document = dossier_scene(desk.dossiers.of(person), BabelFormats("en", desk.shop.programme.currency))
    said = " ".join(text for page in document.pages for text in texts(page.items)).replace(" ", "")
    worded = {"1990-05-01": "1May1990", "lv": "Latviešu"}
    assert [words for words in worded.values() if words not in said] == []
    assert "1990-05-01" not in said
    assert {word for word in kept_about(desk, person) - worded.keys() if word.replace(" ", "") not in said} == set()


def texts(items: tuple[Item, ...]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Text):
            yield item.text
        elif isinstance(item, Group):
            yield from texts(item.items)
