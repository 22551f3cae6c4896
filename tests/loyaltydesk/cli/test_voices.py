"""Voices through the link: noted with a key, answered, listed; whatever makes no sense is refused and kept nowhere."""

import json
from typing import Any

import pytest

from loyaltydesk.cli.link import Link
from loyaltydesk.desk import Desk
from tests.shop import PROGRAMME, Clock, buy, dump, join, store_of


@pytest.fixture
def desk(clock: Clock) -> Desk:
    """A shop in memory; that of the other commands is in a file."""
    return Desk.in_memory(PROGRAMME, clock)


@pytest.fixture
def anna(desk: Desk) -> tuple[str, str]:
    return join(desk, "Anna")


def ask(desk: Desk, **said: Any) -> dict[str, Any]:
    """The answer to a request."""
    answer: dict[str, Any] = json.loads(Link(desk).answer(json.dumps({"do": "voice", **said}).encode()))
    return answer


def test_a_voice_is_noted_once_for_a_key_and_answered(desk: Desk, anna: tuple[str, str]) -> None:
    bought = buy(desk, anna[1], 1000).purchase
    said = {"card": anna[1], "kind": "complaint", "text": "Cold coffee", "purchase": bought, "key": "k1"}
    noted = ask(desk, action="note", **said)
    assert ask(desk, action="note", **said) == noted
    assert (noted["ok"], noted["customer"], noted["due"], noted["purchase"]) == (True, anna[0], "2026-03-17", bought)
    answered = ask(desk, action="answer", voice=noted["voice"], text="We warmed it.", outcome="taken_up")
    assert (answered["outcome"], answered["answer"], answered["told_at"]) == ("taken_up", "We warmed it.", None)


def test_a_list_is_read_anew_whatever_its_key(desk: Desk, anna: tuple[str, str]) -> None:
    assert ask(desk, action="list", key="k2")["voices"] == []
    ask(desk, action="note", card=anna[1], text="one")
    ask(desk, action="note", text="nobody's", kind="mystery_visit", score=4)
    assert [voice["text"] for voice in ask(desk, action="list", key="k2")["voices"]] == ["one", "nobody's"]
    assert [voice["text"] for voice in ask(desk, action="list", customer=anna[0], open=True)["voices"]] == ["one"]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("BadRequest", {"action": "sing", "text": "la"}),
        ("BadRequest", {"text": "no action"}),
        ("BadRequest", {"action": "note", "text": ""}),
        ("BadRequest", {"action": "note", "text": "x" * 10_000}),
        ("BadRequest", {"action": "note", "text": "x", "score": 9}),
        ("BadRequest", {"action": "note", "text": "x", "due": "soon"}),
        ("BadRequest", {"action": "note", "text": "x", "responsible": "y" * 100}),
        ("BadRequest", {"action": "answer", "text": "x"}),
        ("BadRequest", {"action": "answer", "voice": "/", "text": "x"}),
        ("UnknownCustomer", {"action": "note", "text": "x", "customer": "<b>"}),
        ("UnknownCard", {"action": "list", "card": "2600000000017"}),
        ("UnknownPurchase", {"action": "note", "text": "x", "purchase": "R-404"}),
    ],
)
def test_nonsense_is_refused_and_nothing_is_kept(desk: Desk, kind: str, said: dict[str, Any]) -> None:
    before = dump(store_of(desk).connection)
    answer = ask(desk, **said)
    assert (answer["ok"], answer["refused"]) == (False, kind), answer
    assert dump(store_of(desk).connection) == before


def test_a_scan_tells_of_what_is_overdue_and_promised(desk: Desk, anna: tuple[str, str]) -> None:
    ask(
        desk, action="note", card=anna[1], kind="complaint", text="Cold <b>coffee", due="2026-03-01", responsible="Ilze"
    )
    scanned = json.loads(Link(desk).answer(json.dumps({"do": "scan", "card": anna[1]}).encode()))
    assert scanned["prompts"][0] == {
        "kind": "voice_overdue",
        "text": "Their complaint waits for an answer: “Cold <b>coffee”. 13 days late. Say that Ilze is seeing to it.",
    }
