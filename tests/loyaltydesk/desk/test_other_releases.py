"""Records of kinds we know, written by another release in its own way: kept, passed over, and never in the way."""

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.facts import RecordSaved
from loyaltydesk.model.numbers import Numbering
from tests.shop import join, store_of

Fields = dict[str, str | int | bool | None]
SPOKEN: Fields = {"kind": "suggestion", "at": "2026-03-01T10:00:00+01:00", "outcome": "taken_up"}
STRANGE: list[tuple[str, str, Fields]] = [
    ("greeting", "settings", {"mark": "x"}),
    ("greeting", "birthday/2026/{customer}", {"mark": "x"}),
    ("greeting", "birthday/2026/{customer}", {"mark": 7}),
    ("greeting_gift", "birthday/2026/{customer}", {"voucher": 5}),
    ("greeting_text", "en/birthday/formal", {"texts": 5}),
    ("wishes", "rules/of-all", {"greetings": False}),
    ("call", "newer/x/not-an-id", {"call": 7}),
    ("call", "birthday/2026/{customer}", {"call": 7}),
    ("voice", "newer", {"kind": "rumour"}),
    ("voice", "{customer}/kind", {**SPOKEN, "kind": "rumour"}),
    ("voice", "{customer}/moment", {**SPOKEN, "answered_at": "soon"}),
    ("voice", "{customer}/day", {**SPOKEN, "answered_at": "2026-99-01T10:00:00+01:00"}),
    ("voice", "{customer}/none", {**SPOKEN, "answered_at": None}),
    ("numbers", "scheme", {"kind": "maxicode", "length": "long"}),
    ("design", "card", {"template": 7, "newer": True}),
    ("stock", "Ours", {"columns": "two"}),
]


@pytest.mark.parametrize(("kind", "record", "fields"), STRANGE, ids=lambda told: str(told)[:40])
def test_a_strange_record_is_in_nobodys_way(desk: Desk, kind: str, record: str, fields: Fields) -> None:
    customer, card = join(desk, "Anna", birth_date="1984-03-14", consent="Agreed", phone="+37120012345")
    store = store_of(desk)
    with store.writing():
        new_id, name = store.ids(desk.now())(), record.format(customer=customer)
        saved = RecordSaved(id=new_id, kind=kind, record=name, fields=fields, personal={"text": "Oat", "note": "Milk"})
        store.record([saved], desk.stamp())
    today = desk.now().date()
    assert desk.customers.scan(card).customer.id == customer
    (greeting,) = desk.greetings.due(today, today)
    assert desk.greetings.words(greeting).heading
    assert desk.greetings.gift_inside(greeting) is None
    assert len(desk.greetings.calls(today)) == 1
    assert len(desk.voices.of(customer)) == ("none" in record)
    assert desk.numbers.scheme() == Numbering()
    assert desk.cards.make(1)
    assert desk.designs.card().template
    assert len(desk.stocks.all()) == (kind == "stock")
    desk.shop.rebuild()
    desk.customers.erase(customer)
    assert desk.shop.faults() == []
