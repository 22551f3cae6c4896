"""What customers say is written down, answered, told once, printed that day, and goes with them."""

from pathlib import Path

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.prompts import PromptKind
from loyaltydesk.model.refusals import BadRequest, UnknownCustomer
from loyaltydesk.model.voices import Voice, VoiceKind, VoiceOutcome
from tests.shop import PROGRAMME, Clock, buy, join, store_of

OAT, WE_HAVE_IT = "Oat milk, please", "We have it now."


@pytest.fixture
def anna(desk: Desk) -> tuple[str, str]:
    """A customer and her card."""
    desk.at_work("Marta", "Till 1")
    return join(desk, "Anna")


def said(desk: Desk, customer: str, text: str = OAT, kind: VoiceKind = VoiceKind.SUGGESTION) -> Voice:
    return desk.voices.note(customer, text, kind=kind)


def answered(desk: Desk, customer: str, text: str = OAT) -> Voice:
    return desk.voices.answer(said(desk, customer, text).id, WE_HAVE_IT, outcome=VoiceOutcome.TAKEN_UP)


def told_now(desk: Desk, card: str) -> list[str]:
    """The texts whose answers are to be told after a scan."""
    return [prompt.voice.text for prompt in desk.customers.scan(card).prompts if prompt.voice]


# --- written down and answered


def test_it_is_written_down_with_who_and_when(desk: Desk, anna: tuple[str, str], clock: Clock) -> None:
    voice = said(desk, anna[0], " Oat milk,\nplease ")
    assert (voice.customer, voice.text, voice.kind) == (anna[0], OAT, VoiceKind.SUGGESTION)
    assert (voice.at, voice.staff, voice.outcome) == (clock(), "Marta", VoiceOutcome.OPEN)
    assert desk.voices.of(anna[0]) == desk.voices.open() == [voice]


def test_what_waits_for_an_answer_comes_the_oldest_first(desk: Desk, anna: tuple[str, str], clock: Clock) -> None:
    other, _card = join(desk, "Jānis")
    for customer, text in ((other, "first"), (anna[0], "second"), ("", "nobody's")):
        said(desk, customer, text)
        clock.forward(hours=1)
    desk.voices.answer(desk.voices.of(anna[0])[0].id, WE_HAVE_IT, outcome=VoiceOutcome.DECLINED)
    assert [(voice.text, voice.customer) for voice in desk.voices.open()] == [("first", other), ("nobody's", None)]


def test_an_answer_may_be_given_to_nobody(desk: Desk) -> None:
    voice = desk.voices.answer(said(desk, "").id, WE_HAVE_IT, outcome=VoiceOutcome.TAKEN_UP)
    assert (voice.answer, voice.customer) == (WE_HAVE_IT, None)
    assert desk.shop.faults() == []


@pytest.mark.parametrize("text", ["", " \n", "a" * 501, "🥛" * 2000])
def test_nothing_and_too_much_are_refused_and_nothing_is_kept(desk: Desk, anna: tuple[str, str], text: str) -> None:
    with pytest.raises(BadRequest):
        said(desk, anna[0], text)
    assert desk.voices.of(anna[0]) == []


def test_an_answer_needs_words_an_outcome_and_something_to_answer(desk: Desk, anna: tuple[str, str]) -> None:
    voice = said(desk, anna[0])
    for text, outcome in (("", VoiceOutcome.TAKEN_UP), ("a" * 201, VoiceOutcome.DECLINED), ("Yes", VoiceOutcome.OPEN)):
        with pytest.raises(BadRequest):
            desk.voices.answer(voice.id, text, outcome=outcome)
    for nothing in ("", "/", "nonsense", f"{anna[0]}/"):
        with pytest.raises(BadRequest):
            desk.voices.answer(nothing, "Yes", outcome=VoiceOutcome.TAKEN_UP)
    assert desk.voices.open() == [voice]


def test_nobody_speaks_who_is_not_there(desk: Desk) -> None:
    with pytest.raises(UnknownCustomer):
        said(desk, "nobody")


# --- told


def test_the_answer_is_told_at_the_next_visit_before_all_else_and_once(desk: Desk, anna: tuple[str, str]) -> None:
    customer, card = anna
    assert told_now(desk, card) == []
    answered(desk, customer)
    first = desk.customers.scan(card).prompts[0]
    assert (first.kind, first.voice and first.voice.answer) == (PromptKind.ANSWERED, WE_HAVE_IT)
    desk.customers.said(customer, PromptKind.ANSWERED)
    assert told_now(desk, card) == []
    assert desk.voices.to_tell(customer) == []
    assert desk.voices.of(customer)[0].told_at is not None
    assert desk.shop.faults() == []


def test_of_two_answers_one_is_told_and_the_other_at_the_next_visit(
    desk: Desk, anna: tuple[str, str], clock: Clock
) -> None:
    customer, card = anna
    for text in ("one", "two"):
        answered(desk, customer, text)
        clock.forward(hours=1)
    assert told_now(desk, card) == ["one"]
    desk.customers.said(customer, PromptKind.ANSWERED)
    assert told_now(desk, card) == ["two"]
    desk.voices.told(desk.voices.to_tell(customer)[0].id)
    assert told_now(desk, card) == []


def test_other_things_that_are_said_leave_the_answer_to_be_told(desk: Desk, anna: tuple[str, str]) -> None:
    customer, card = anna
    answered(desk, customer)
    desk.customers.said(customer, PromptKind.REWARD)
    assert told_now(desk, card) == [OAT]
    assert desk.shop.faults() == []


def test_a_new_answer_is_told_anew(desk: Desk, anna: tuple[str, str]) -> None:
    customer, card = anna
    voice = answered(desk, customer)
    desk.voices.told(voice.id)
    desk.voices.answer(voice.id, "It is gone again.", outcome=VoiceOutcome.DECLINED)
    assert told_now(desk, card) == [OAT]


def test_a_scan_looks_for_words_only_where_an_answer_waits(desk: Desk, anna: tuple[str, str]) -> None:
    said(desk, anna[0])
    asked: list[str] = []
    store_of(desk).connection.set_trace_callback(asked.append)
    desk.customers.scan(anna[1])
    assert [sql for sql in asked if "records" in sql] == []


# --- on the slip


def test_the_answer_is_on_the_slips_until_it_is_told_and_on_those_of_that_day(
    desk: Desk, anna: tuple[str, str], clock: Clock
) -> None:
    customer, card = anna
    before = buy(desk, card, 1000).purchase
    clock.forward(days=1)
    voice = answered(desk, customer)
    clock.forward(days=1)
    waiting = buy(desk, card, 1000).purchase
    assert desk.slips.facts(waiting).answered == voice
    assert desk.voices.to_tell(customer) == [voice], "printing tells nobody"
    clock.forward(days=1)
    desk.voices.told(voice.id)
    that_day = buy(desk, card, 1000).purchase
    clock.forward(days=1)
    later = buy(desk, card, 1000).purchase
    on_slip = [desk.slips.facts(each).answered for each in (before, waiting, that_day, later)]
    assert [each.id if each else None for each in on_slip] == [None, None, voice.id, None]


def test_an_answer_is_on_nobody_elses_slip(desk: Desk, anna: tuple[str, str]) -> None:
    _other, card = join(desk, "Jānis")
    answered(desk, anna[0])
    answered(desk, "")
    for bought in (buy(desk, card, 1000), buy(desk, "", 1000)):
        assert desk.slips.facts(bought.purchase).answered is None


# --- one person, and nobody any more


def test_what_both_records_said_is_one_persons(desk: Desk, anna: tuple[str, str]) -> None:
    customer, card = anna
    twin, her_other_card = join(desk, "Anna K")
    answered(desk, twin, "from the twin")
    mine = said(desk, customer, "mine")
    desk.accounts.merge(keep=customer, drop=twin)
    assert [voice.text for voice in desk.voices.of(customer)] == ["from the twin", "mine"]
    assert {voice.customer for voice in desk.voices.of(twin)} == {customer}
    assert told_now(desk, card) == told_now(desk, her_other_card) == ["from the twin"]
    desk.customers.said(customer, PromptKind.ANSWERED)
    assert told_now(desk, card) == []
    assert [voice.id for voice in desk.voices.open()] == [mine.id]
    assert desk.shop.faults() == []


def test_not_a_byte_of_what_a_forgotten_person_said_is_left(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "shop.db"
    desk = Desk.create(path, PROGRAMME, clock)
    customer, _card = join(desk, "Anna")
    twin, _ = join(desk, "Anna K")
    answered(desk, customer, "Zebrahaltestelle")
    desk.voices.answer(said(desk, twin, "Quittenmus").id, "Karamellkrokant", outcome=VoiceOutcome.DECLINED)
    stays = said(desk, "", "Bleibt bestehen")
    desk.accounts.merge(keep=customer, drop=twin)
    desk.customers.erase(customer)
    assert desk.voices.open() == [stays]
    assert desk.shop.faults() == []
    desk.shop.rebuild()
    desk.close()
    left = b"".join(each.read_bytes() for each in tmp_path.iterdir())
    assert [word for word in (b"Zebrahalte", b"Quitten", b"Karamell", WE_HAVE_IT.encode()) if word in left] == []
    assert b"Bleibt bestehen" in left
