"""What customers said is read by the key of its records, on whichever of a person's records it is."""

from loyaltydesk.desk import Desk
from loyaltydesk.model.facts import RecordSaved
from loyaltydesk.model.voices import VoiceKind
from tests.shop import Clock, join, store_of


def test_what_one_person_said_is_found_by_the_key(desk: Desk, clock: Clock) -> None:
    anna, _ = join(desk, "Anna")
    twin, _ = join(desk, "Anna K.")
    for customer, text in ((anna, "one"), (twin, "two"), ("", "three"), (anna, "four")):
        desk.voices.note(customer, text, kind=VoiceKind.PRAISE)
        clock.forward(seconds=1)
    store, asked = store_of(desk), list[str]()
    store.connection.set_trace_callback(asked.append)
    assert [voice.text for voice in store.voices.of([anna])] == ["one", "four"]
    assert [(voice.text, voice.customer) for voice in store.voices.of([anna, twin])] == [
        ("one", anna), ("two", anna), ("four", anna),
    ]  # fmt: skip
    (plan,) = store.connection.execute(f"EXPLAIN QUERY PLAN {asked[0]}").fetchall()
    assert "PRIMARY KEY (kind=? AND record>? AND record<?)" in plan[3]


def test_what_another_release_wrote_is_passed_over(desk: Desk) -> None:
    anna, _ = join(desk, "Anna")
    kept = desk.voices.note(anna, "one", kind=VoiceKind.COMPLAINT)
    store = store_of(desk)
    with desk.writing():
        for number, fields in enumerate(({"kind": "song", "at": "2026-03-14T10:00:00", "outcome": "open"}, {})):
            name, words = f"{anna}/{number}", {"text": "la la"}
            fact = RecordSaved(
                id=store.ids(desk.now())(), kind="voice", record=name, fields=dict(fields), personal=words
            )
            store.record([fact], desk.stamp())
    assert desk.voices.of(anna) == desk.voices.open() == [kept]
    assert store.voices.named(f"{anna}/0") is None
