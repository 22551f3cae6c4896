"""Records that are named by a customer are read in the order of their kind, and are those of whoever stayed."""

from datetime import date

from loyaltydesk.desk import Desk
from loyaltydesk.model.facts import RecordSaved
from loyaltydesk.model.pledges import NewPledge, PledgeKind, PledgeState
from tests.shop import join, store_of


def _promise(desk: Desk, customer: str, text: str, day: int) -> str:
    return desk.pledges.give(customer, NewPledge(PledgeKind.PROMISE, text, date(2026, 4, day))).id


def test_they_stand_in_the_order_of_their_kind_and_by_a_field_where_that_is_asked(desk: Desk) -> None:
    anna, _ = join(desk, "Anna")
    olga, _ = join(desk, "Olga")
    _promise(desk, anna, "late", 20)
    _promise(desk, olga, "soon", 3)
    done = _promise(desk, anna, "done", 1)
    desk.pledges.close(done, PledgeState.KEPT)
    pledges = store_of(desk).pledges
    assert [each.text for each in pledges.everything()] == ["done", "soon", "late"]
    assert [each.text for each in pledges.open()] == ["soon", "late"]
    assert [each.text for each in pledges.of([anna])] == ["done", "late"]


def test_a_record_of_somebody_who_went_into_another_is_that_persons(desk: Desk) -> None:
    anna, _ = join(desk, "Anna")
    twin, _ = join(desk, "Anna K.")
    given = _promise(desk, twin, "cake", 3)
    desk.accounts.merge(keep=anna, drop=twin)
    found = store_of(desk).pledges.named(given)
    assert found
    assert (found.id, found.customer) == (given, anna)


def test_what_is_not_known_here_and_what_has_no_words_is_passed_over(desk: Desk) -> None:
    anna, _ = join(desk, "Anna")
    kept = _promise(desk, anna, "cake", 3)
    store = store_of(desk)
    with desk.writing():
        for number, (kind, words) in enumerate((("song", "la la"), ("promise", ""))):
            fields = {"kind": kind, "until": "2026-04-01", "at": "2026-03-14T10:00:00", "state": "open"}
            saved = RecordSaved(
                id=store.ids(desk.now())(), kind="pledge", record=f"{anna}/{number}", fields=dict(fields),
                personal={"text": words},
            )  # fmt: skip
            store.record([saved], desk.stamp())
    assert [each.id for each in store.pledges.everything()] == [kept]
