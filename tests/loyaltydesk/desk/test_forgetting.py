"""Whoever is forgotten is forgotten wherever anything of theirs was kept: the whole file is searched for each word."""

from collections.abc import Callable
from pathlib import Path

import pytest

from loyaltydesk.cli.link import Link
from loyaltydesk.desk import Desk
from loyaltydesk.model.cards import Card
from loyaltydesk.model.customers import Profile
from loyaltydesk.model.greetings import Outcome, State
from loyaltydesk.model.old_cards import OldCard
from loyaltydesk.model.voices import VoiceKind, VoiceOutcome
from tests.shop import Clock, join

WORD, PHONE, NUMBER = "Zebrahaltestelle", "+37120077123", "PRINTED-ZEBRA-7"
Told = Callable[[Desk, str], object]


def _address(desk: Desk, customer: str) -> object:
    return desk.customers.change(customer, Profile("Anna", consent="Agreed", address=f"{WORD} 7\nRīga"))


def _greeting_set_aside(desk: Desk, customer: str) -> object:
    return desk.greetings.keep_state([f"birthday/2026/{customer}"], State.SKIPPED, note=f"Is in {WORD}")


def _holiday_set_aside(desk: Desk, customer: str) -> object:
    return desk.greetings.keep_state([f"own-1/2026/{customer}"], State.SKIPPED, note=WORD)


def _note_taken_back(desk: Desk, customer: str) -> object:
    _greeting_set_aside(desk, customer)
    return desk.greetings.keep_state([f"birthday/2026/{customer}"], State.TO_DO)


def _call(desk: Desk, customer: str) -> object:
    return desk.greetings.called(f"birthday/2026/{customer}", Outcome.NEVER, note=WORD)


def _wrong_number(desk: Desk, customer: str) -> object:
    desk.customers.change(customer, Profile("Anna", phone=PHONE))
    desk.greetings.called(f"absent/2026-01-01/{customer}", Outcome.WRONG_NUMBER, note=WORD)
    return desk.customers.change(customer, Profile("Anna"))


def _voice(desk: Desk, customer: str) -> object:
    return desk.voices.note(customer, f"More {WORD}, please", kind=VoiceKind.COMPLAINT)


def _answer(desk: Desk, customer: str) -> object:
    voice = desk.voices.note(customer, "More, please", kind=VoiceKind.SUGGESTION)
    desk.voices.answer(voice.id, f"{WORD} it is", outcome=VoiceOutcome.TAKEN_UP)
    return desk.voices.answer(voice.id, "No", outcome=VoiceOutcome.DECLINED)


def _old_card(desk: Desk, customer: str) -> Card:
    desk.numbers.take_over([OldCard("ZEBRA-0007", NUMBER, "code39")])
    return desk.cards.link("ZEBRA-0007", customer)


def _replaced_card(desk: Desk, customer: str) -> Card:
    desk.cards.replace(_old_card(desk, customer).number, "ZEBRA-0008")
    return desk.cards.get("ZEBRA-0008")


def _keyed(desk: Desk, customer: str) -> object:
    card = _old_card(desk, customer).number
    line = f'{{"do": "card", "card": "{card}", "action": "block", "key": "till-1-7"}}'
    return Link(desk).answer(line.encode())


PLACES: list[tuple[Told, tuple[str, ...]]] = [
    (_address, (WORD,)),
    (_greeting_set_aside, (WORD,)),
    (_holiday_set_aside, (WORD,)),
    (_note_taken_back, (WORD,)),
    (_call, (WORD,)),
    (_wrong_number, (WORD, PHONE)),
    (_voice, (WORD,)),
    (_answer, (WORD,)),
    (_old_card, (NUMBER, "ZEBRA-0007")),
    (_replaced_card, (NUMBER, "ZEBRA-0007", "ZEBRA-0008")),
    (_keyed, (NUMBER, "ZEBRA-0007")),
]


def left_in(folder: Path, words: tuple[str, ...]) -> list[str]:
    """The words that stand in any file of a folder."""
    kept = b"".join(each.read_bytes() for each in folder.iterdir() if each.is_file())
    return [word for word in words if word.encode() in kept]


@pytest.mark.parametrize("merged", [False, True], ids=["as it was", "of a record that went into another"])
@pytest.mark.parametrize(("tell", "words"), PLACES, ids=[told.__name__.strip("_") for told, _words in PLACES])
def test_no_byte_is_left_of_what_was_told(
    shop_file: Path, clock: Clock, tell: Told, words: tuple[str, ...], *, merged: bool
) -> None:
    desk = Desk.open(shop_file, clock)
    customer, _card = join(desk, "Anna", consent="Agreed")
    tell(desk, customer)
    assert left_in(shop_file.parent, words) == list(words)
    if merged:
        other, _card = join(desk, "Anna K")
        desk.accounts.merge(keep=other, drop=customer)
        customer = other
    desk.customers.erase(customer)
    assert desk.shop.faults() == []
    desk.shop.rebuild()
    assert desk.shop.faults() == []
    desk.close()
    assert left_in(shop_file.parent, words) == []
