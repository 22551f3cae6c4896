"""The calls of a day: who is on the list, with which words, and what an outcome changes."""

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.greetings import Call, CallKind, Outcome
from loyaltydesk.model.refusals import UnknownCustomer
from tests.shop import Clock, buy, dump, join, store_of


def anna(desk: Desk, **told: str) -> str:
    return join(desk, **{"consent": "Agreed", "phone": "+37120012345", "birth_date": "1984-03-14", **told})[0]


def names(calls: list[Call]) -> list[tuple[str, CallKind]]:
    return [(call.customer.profile.name, call.kind) for call in calls]


def test_a_birthday_is_called_with_words_in_the_customers_language(desk: Desk) -> None:
    anna(desk, language="pl", name_day_on="03-14")
    birthday, name_day = desk.greetings.calls()
    assert (birthday.kind, birthday.phone, birthday.outcome) == (CallKind.BIRTHDAY, "+37120012345", None)
    assert birthday.message.startswith("Szanowna Pani Anno! Wszystkiego najlepszego")
    assert birthday.spoken == "Dzień dobry, tu Rīts Club. Dzwonimy z najlepszymi życzeniami z okazji urodzin."
    assert name_day.kind is CallKind.NAME_DAY


@pytest.mark.parametrize(
    ("told", "listed"),
    [
        ({}, True), ({"phone": "", "email": "anna@example.com"}, True), ({"phone": ""}, False),
        ({"consent": ""}, False), ({"birth_date": "1984-03-15"}, False), ({"birth_date": "1984-03-13"}, False),
    ],
)  # fmt: skip
def test_who_agreed_and_can_be_reached_is_listed_on_the_day(desk: Desk, told: dict[str, str], listed: bool) -> None:
    anna(desk, **told)
    assert bool(desk.greetings.calls()) is listed


def test_who_wants_no_wishes_or_is_blocked_is_not_called(desk: Desk) -> None:
    customer = anna(desk)
    desk.greetings.want(customer, wishes=False)
    assert desk.greetings.calls() == []
    desk.greetings.want(customer, wishes=True)
    desk.customers.block(customer, blocked=True)
    assert desk.greetings.calls() == []


def test_what_was_tried_in_vain_comes_back_for_a_week(desk: Desk, clock: Clock) -> None:
    anna(desk)
    (call,) = desk.greetings.calls()
    desk.greetings.called(call.id, Outcome.NO_ANSWER, note=" evening \n better ")
    (again,) = desk.greetings.calls()
    assert (again.outcome, again.note) == (Outcome.NO_ANSWER, "evening better")
    clock.to("2026-03-20T09:00:00")
    assert len(desk.greetings.calls()) == 1
    desk.greetings.called(call.id, Outcome.REACHED)
    assert desk.greetings.calls()[0].outcome is Outcome.REACHED
    clock.to("2026-03-21T09:00:00")
    assert desk.greetings.calls() == []


def test_a_wrong_number_is_shown_no_more_until_there_is_another(desk: Desk) -> None:
    customer = anna(desk, name_day_on="03-14")
    birthday, _name_day = desk.greetings.calls()
    desk.greetings.called(birthday.id, Outcome.WRONG_NUMBER)
    assert desk.greetings.calls() == []
    profile = desk.customers.get(customer).profile
    desk.customers.change(customer, type(profile)(**{**_told(profile), "email": "anna@example.com"}))
    assert {call.phone for call in desk.greetings.calls()} == {""}
    desk.customers.change(customer, type(profile)(**{**_told(profile), "phone": "+37120099999"}))
    assert {call.phone for call in desk.greetings.calls()} == {"+37120099999"}


def _told(profile: object) -> dict[str, str]:
    return {name: getattr(profile, name) for name in profile.__struct_fields__}  # type: ignore[attr-defined]  # a Struct


def test_who_asked_for_it_is_never_called_again(desk: Desk, clock: Clock) -> None:
    customer = anna(desk)
    (call,) = desk.greetings.calls()
    desk.greetings.called(call.id, Outcome.NEVER)
    assert desk.greetings.calls() == []
    assert desk.greetings.wants(customer), "a card by post may still come"


@pytest.mark.parametrize("slip", list(Outcome))
def test_what_was_noted_by_mistake_is_taken_back_with_all_it_said(desk: Desk, slip: Outcome) -> None:
    anna(desk)
    (call,) = desk.greetings.calls()
    desk.greetings.called(call.id, slip)
    desk.greetings.called(call.id, None)
    assert desk.greetings.calls() == [call]
    desk.greetings.called(call.id, Outcome.NO_ANSWER)
    desk.greetings.called(call.id, slip)
    desk.greetings.called(call.id, Outcome.NO_ANSWER)
    (again,) = desk.greetings.calls()
    assert (again.outcome, again.phone) == (Outcome.NO_ANSWER, call.phone)


def test_a_voucher_about_to_end_and_somebody_missed_are_worth_a_call(desk: Desk, clock: Clock) -> None:
    customer, card = join(desk, consent="Agreed", phone="+37120012345")
    for _time in range(3):
        buy(desk, card, 2000)
    desk.rewards.redeem("coffee", card=card)
    clock.to("2026-04-10T09:00:00")
    (call,) = desk.greetings.calls()
    assert call.kind is CallKind.VOUCHER_ENDS
    assert "Free coffee. It is good until 13 April 2026." in call.message
    clock.to("2026-05-13T10:05:00")
    (call,) = desk.greetings.calls()
    assert (call.kind, call.day.isoformat(), call.customer.id) == (CallKind.ABSENT, "2026-03-14", customer)
    desk.greetings.called(call.id, Outcome.REACHED)
    clock.to("2026-05-14T10:05:00")
    assert desk.greetings.calls() == []


def test_the_list_begins_with_birthdays_and_goes_on_by_name(desk: Desk) -> None:
    for name, told in (("Zane", {}), ("Ada", {"birth_date": "", "name_day_on": "03-14"}), ("Bob", {})):
        anna(desk, name=name, phone=f"+3712001000{len(name) + len(told)}", **told)
    assert names(desk.greetings.calls()) == [
        ("Bob", CallKind.BIRTHDAY),
        ("Zane", CallKind.BIRTHDAY),
        ("Ada", CallKind.NAME_DAY),
    ]


def test_a_note_goes_with_its_person_and_a_call_of_nobody_is_refused(desk: Desk) -> None:
    customer = anna(desk)
    (call,) = desk.greetings.calls()
    desk.greetings.called(call.id, Outcome.WRONG_NUMBER, note="Secret")
    desk.customers.erase(customer)
    assert not any("Secret" in str(row) or "20012345" in str(row) for row in dump(store_of(desk).connection).items())
    with pytest.raises(UnknownCustomer):
        desk.greetings.called(call.id, Outcome.REACHED)


def test_notes_of_another_release_are_as_if_nobody_had_called(desk: Desk) -> None:
    customer = anna(desk)
    desk.shop.save("call", f"birthday/2026/{customer}", fields={"call": "gibberish"})
    assert desk.greetings.calls()[0].outcome is None
