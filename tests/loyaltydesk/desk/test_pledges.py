"""Promises and warranties are written down, spoken of in time, kept or broken, and go with their customer."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.pledges import NewPledge, Pledge, PledgeKind, PledgeState
from loyaltydesk.model.prompts import PromptKind
from loyaltydesk.model.refusals import BadRequest, UnknownCustomer, UnknownPurchase
from tests.shop import PROGRAMME, Clock, buy, join, store_of

FRIDAY = date(2026, 3, 20)  # the clock stands at Saturday the 14th


@pytest.fixture
def anna(desk: Desk) -> tuple[str, str]:
    """A customer and her card."""
    desk.at_work("Marta", "Till 1")
    return join(desk, "Anna")


def promised(desk: Desk, customer: str, text: str = "Call about the cake", until: date = FRIDAY) -> Pledge:
    return desk.pledges.give(customer, NewPledge(PledgeKind.PROMISE, text, until, keeper="Ilze"))


def warranted(desk: Desk, customer: str, text: str = "Coffee grinder", until: date = FRIDAY) -> Pledge:
    return desk.pledges.give(customer, NewPledge(PledgeKind.WARRANTY, text, until))


def spoken_of(desk: Desk, card: str) -> list[tuple[PromptKind, int, str]]:
    """What a scan says of promises and warranties."""
    return [(p.kind, p.days, p.pledge.text) for p in desk.customers.scan(card).prompts if p.pledge]


def test_it_is_written_down_with_its_day_and_who_keeps_it(desk: Desk, anna: tuple[str, str], clock: Clock) -> None:
    bought = buy(desk, anna[1], 1000).purchase
    receipt = desk.till.purchase(bought).receipt
    given = desk.pledges.give(
        anna[0], NewPledge(PledgeKind.PROMISE, " Call\nabout the cake ", FRIDAY, " Ilze ", receipt)
    )
    assert (given.customer, given.text, given.until, given.keeper) == (anna[0], "Call about the cake", FRIDAY, "Ilze")
    assert (given.at, given.staff, given.purchase, given.state) == (clock(), "Marta", bought, PledgeState.OPEN)
    assert desk.pledges.of(anna[0]) == desk.pledges.open() == desk.pledges.everything() == [given]


@pytest.mark.parametrize("text", ["", " \n", "a" * 301, "🎂" * 10_000])
def test_nothing_and_too_much_are_refused_and_nothing_is_kept(desk: Desk, anna: tuple[str, str], text: str) -> None:
    with pytest.raises(BadRequest):
        promised(desk, anna[0], text)
    assert desk.pledges.everything() == []


def test_it_is_promised_to_somebody_and_about_a_purchase_of_theirs(desk: Desk, anna: tuple[str, str]) -> None:
    _other, card = join(desk, "Jānis")
    theirs = buy(desk, card, 1000).purchase
    for customer, purchase, refusal in (
        ("", "", UnknownCustomer), (anna[0], "R-404", UnknownPurchase), (anna[0], theirs, BadRequest),
    ):  # fmt: skip
        with pytest.raises(refusal):
            desk.pledges.give(customer, NewPledge(PledgeKind.PROMISE, "x", FRIDAY, purchase=purchase))
    with pytest.raises(BadRequest):
        desk.pledges.close("nonsense", PledgeState.KEPT)
    assert desk.pledges.everything() == []


def test_a_scan_speaks_of_a_promise_near_its_day_and_until_it_is_kept(
    desk: Desk, anna: tuple[str, str], clock: Clock
) -> None:
    customer, card = anna
    given = promised(desk, customer)
    assert spoken_of(desk, card) == []
    clock.to("2026-03-18T10:00:00")
    assert spoken_of(desk, card) == [(PromptKind.PROMISE, 2, given.text)]
    clock.to("2026-03-25T10:00:00")
    assert spoken_of(desk, card) == [(PromptKind.PROMISE, -5, given.text)]
    desk.customers.said(customer, PromptKind.PROMISE)
    kept = desk.pledges.get(given.id)
    assert (spoken_of(desk, card), kept.state, kept.closed_at) == ([], PledgeState.KEPT, clock())
    assert desk.shop.faults() == []


def test_of_two_promises_the_first_is_kept_and_the_other_comes_next(desk: Desk, anna: tuple[str, str]) -> None:
    customer, card = anna
    promised(desk, customer, "second", date(2026, 3, 15))
    promised(desk, customer, "first", date(2026, 3, 14))
    assert [text for _kind, _days, text in spoken_of(desk, card)] == ["first"]
    desk.customers.said(customer, PromptKind.PROMISE)
    assert [text for _kind, _days, text in spoken_of(desk, card)] == ["second"]


def test_a_warranty_is_spoken_of_before_it_ends_and_not_after(desk: Desk, anna: tuple[str, str], clock: Clock) -> None:
    customer, card = anna
    old, new = warranted(desk, customer, "Old", FRIDAY), warranted(desk, customer, "New", date(2026, 6, 1))
    assert [(kind, text) for kind, _days, text in spoken_of(desk, card)] == [(PromptKind.WARRANTY, "Old")]
    clock.to("2026-03-21T10:00:00")
    assert spoken_of(desk, card) == []
    clock.to("2026-05-20T10:00:00")
    assert [text for _kind, _days, text in spoken_of(desk, card)] == [new.text], "one that is over hides no other"
    desk.customers.said(customer, PromptKind.WARRANTY)
    assert (spoken_of(desk, card), desk.pledges.get(old.id).state) == ([], PledgeState.OPEN)


def test_it_is_closed_with_a_word_on_it_and_opened_again(desk: Desk, anna: tuple[str, str]) -> None:
    given = promised(desk, anna[0])
    broken = desk.pledges.close(given.id, PledgeState.BROKEN, note="No  time")
    assert (broken.state, broken.note, broken.is_open) == (PledgeState.BROKEN, "No time", False)
    assert desk.pledges.close(given.id, PledgeState.OPEN) == given
    with pytest.raises(BadRequest):
        desk.pledges.close(warranted(desk, anna[0]).id, PledgeState.BROKEN)


def test_its_words_and_its_day_can_be_changed(desk: Desk, anna: tuple[str, str]) -> None:
    given = promised(desk, anna[0])
    later = desk.pledges.revise(given.id, NewPledge(PledgeKind.PROMISE, "Bring the cake", FRIDAY + timedelta(days=1)))
    assert (later.text, later.until, later.keeper, later.at) == ("Bring the cake", date(2026, 3, 21), "", given.at)


def test_a_scan_reads_no_promise_that_is_far_away(desk: Desk, anna: tuple[str, str]) -> None:
    promised(desk, anna[0])
    asked: list[str] = []
    store_of(desk).connection.set_trace_callback(asked.append)
    desk.customers.scan(anna[1])
    assert [sql for sql in asked if "records" in sql] == []


@pytest.mark.parametrize("until", [date.min, date.max])
def test_a_day_at_the_end_of_time_breaks_nothing(desk: Desk, anna: tuple[str, str], until: date) -> None:
    promised(desk, anna[0], until=until)
    warranted(desk, anna[0], until=until)
    assert len(spoken_of(desk, anna[1])) == (1 if until == date.min else 0)
    assert len(desk.agenda.matters()) == (1 if until == date.min else 0)
    assert desk.shop.faults() == []


def test_promises_to_both_records_are_one_persons(desk: Desk, anna: tuple[str, str]) -> None:
    customer, card = anna
    twin, her_other_card = join(desk, "Anna K")
    promised(desk, twin, "to the twin", date(2026, 3, 14))
    desk.accounts.merge(keep=customer, drop=twin)
    assert [each.customer for each in desk.pledges.of(twin)] == [customer]
    assert len(spoken_of(desk, card)) == len(spoken_of(desk, her_other_card)) == 1
    desk.customers.said(customer, PromptKind.PROMISE)
    assert spoken_of(desk, card) == desk.pledges.open() == []
    assert desk.shop.faults() == []


def test_not_a_byte_of_what_a_forgotten_person_was_promised_is_left(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "shop.db"
    desk = Desk.create(path, PROGRAMME, clock)
    customer, _card = join(desk, "Anna")
    given = promised(desk, customer, "Quittenmus", date(2026, 3, 14))
    desk.pledges.close(given.id, PledgeState.BROKEN, note="Karamellkrokant")
    warranted(desk, customer, "Zebrahaltestelle")
    desk.customers.erase(customer)
    assert (desk.pledges.everything(), desk.agenda.matters()) == ([], ())
    assert desk.shop.faults() == []
    desk.shop.rebuild()
    desk.close()
    left = b"".join(each.read_bytes() for each in tmp_path.iterdir())
    assert [word for word in (b"Zebrahalte", b"Quitten", b"Karamell") if word in left] == []
