"""Taking an import back: all of it goes, but for whoever did something since, and they are named."""

from datetime import date

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.cards import CardState
from loyaltydesk.model.imports import ImportRow, Kept, SinceThen
from loyaltydesk.model.refusals import BadRequest, UnknownCard
from tests.shop import Clock, buy, dump, join, store_of


def take(desk: Desk, *rows: ImportRow) -> str:
    with desk.imports.check(rows) as draft:
        return desk.imports.take(draft).id


def jan(number: int = 3, **told: str) -> ImportRow:
    return ImportRow(number, {"name": "Jan Nowak", **told}, f"OLD-{number}", points=50)


def test_customers_cards_and_points_go(desk: Desk) -> None:
    batch = take(desk, jan(3), jan(4))
    undone = desk.imports.undo(batch)
    assert (undone.customers, undone.kept, desk.customers.count()) == (2, (), 0)
    with pytest.raises(UnknownCard):
        desk.customers.scan("OLD-3")
    assert desk.imports.batch(batch).undone_at is not None


def test_the_same_table_can_come_in_again(desk: Desk) -> None:
    desk.imports.undo(take(desk, jan()))
    take(desk, jan())
    assert desk.customers.scan("OLD-3").balance == 50


def test_what_would_go_is_told_before_anything_is_written(desk: Desk) -> None:
    batch = take(desk, jan(3), jan(4))
    buy(desk, "OLD-4", 500)
    before = dump(store_of(desk).connection)
    outlook = desk.imports.undoable(batch)
    assert dump(store_of(desk).connection) == before
    assert outlook == desk.imports.undo(batch)


def _adjust(desk: Desk, customer: str) -> None:
    desk.customers.adjust(customer, 5, reason="kind")


def _rename(desk: Desk, customer: str) -> None:
    person = desk.customers.get(customer)
    desk.customers.change(customer, type(person.profile)(name="Jan N."))


@pytest.mark.parametrize(
    ("happened", "why"),
    [
        (lambda desk, _customer: buy(desk, "OLD-3", 700), SinceThen.PURCHASE),
        (_adjust, SinceThen.POINTS),
        (_rename, SinceThen.CHANGED),
        (lambda desk, _customer: desk.cards.block("OLD-3"), SinceThen.CARD),
        (lambda desk, customer: desk.cards.link("OLD-9", customer), SinceThen.CARD),
        (lambda desk, customer: desk.customers.register(_ewa(desk), referred_by=customer), SinceThen.TOGETHER),
    ],
)
def test_whoever_did_something_since_stays_and_is_named(desk: Desk, happened, why: SinceThen) -> None:  # type: ignore[no-untyped-def]  # anything
    batch = take(desk, jan(3), ImportRow(4, {"name": "Anna"}, "OLD-4"))
    customer = desk.customers.scan("OLD-3").customer.id
    happened(desk, customer)
    undone = desk.imports.undo(batch)
    assert undone.kept == (Kept(customer, desk.customers.get(customer).profile.name, why),)
    assert undone.customers == 1
    assert desk.customers.get(customer).id == customer


def _ewa(desk: Desk):  # type: ignore[no-untyped-def]  # a profile
    person = join(desk, "Ewa")[0]
    return type(desk.customers.get(person).profile)(name="Ewa")


def test_the_end_of_points_by_the_calendar_is_nothing_that_somebody_did(desk: Desk, clock: Clock) -> None:
    batch = take(desk, ImportRow(3, {"name": "Jan"}, "OLD-3", points=50, until=date(2026, 3, 20)))
    clock.to("2026-04-01T09:00:00")
    desk.upkeep.expire()
    assert desk.imports.undo(batch).customers == 1


def test_what_was_filled_in_is_emptied(desk: Desk) -> None:
    there, card = join(desk, "Jan Nowak", phone="+37120012345", note="ours")
    before = desk.customers.scan(card)
    batch = take(desk, jan(3, phone="+37120012345", email="jan@example.org", note="theirs"))
    assert desk.customers.scan(card).balance == 50
    undone = desk.imports.undo(batch)
    after = desk.customers.scan(card)
    assert (undone.customers, undone.emptied, undone.kept) == (0, 1, ())
    assert (after.customer.profile, after.balance) == (before.customer.profile, 0)
    assert there == after.customer.id


def test_what_was_changed_since_in_what_was_filled_in_stays(desk: Desk) -> None:
    there, card = join(desk, "Jan Nowak", phone="+37120012345")
    batch = take(desk, ImportRow(3, {"name": "Jan Nowak", "phone": "+37120012345", "email": "jan@example.org"}))
    person = desk.customers.get(there)
    desk.customers.change(there, type(person.profile)(name="Jan Nowak", email="new@example.org"))
    undone = desk.imports.undo(batch)
    assert [each.why for each in undone.kept] == [SinceThen.CHANGED]
    assert desk.customers.scan(card).customer.profile.email == "new@example.org"


def test_a_blank_card_that_was_taken_up_is_blank_again(desk: Desk) -> None:
    (number,) = desk.cards.make(1)
    desk.imports.undo(take(desk, ImportRow(3, {"name": "Jan"}, number)))
    found = store_of(desk).customers.by_card(number)
    assert found
    assert (found[0].state, found[1]) == (CardState.BLANK, None)


def test_stopped_in_the_middle_everybody_is_still_there(desk: Desk) -> None:
    batch = take(desk, *(ImportRow(number, {"name": f"Person {number}"}) for number in range(120)))
    before = dump(store_of(desk).connection)

    def stop(_done: int, _whole: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        desk.imports.undo(batch, progress=stop)
    assert dump(store_of(desk).connection) == before


def test_an_import_is_taken_back_once(desk: Desk) -> None:
    batch = take(desk, jan())
    desk.imports.undo(batch)
    for name, reason in ((batch, "import_undone"), ("nothing", "import_unknown")):
        with pytest.raises(BadRequest) as refused:
            desk.imports.undo(name)
        assert refused.value.reason == reason


def test_the_tables_still_follow_from_the_journal(desk: Desk) -> None:
    join(desk, "Jan Nowak", phone="+37120012345")
    desk.imports.undo(take(desk, jan(3, phone="+37120012345", email="a@b.lv"), ImportRow(4, {"name": "Ewa"}, points=9)))
    before = dump(store_of(desk).connection)
    desk.shop.rebuild()
    assert dump(store_of(desk).connection) == before
