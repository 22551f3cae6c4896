"""Partners through the desk: kept field by field, put away and not deleted, remembered on the owner's list."""

from datetime import date, timedelta

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.agenda import MatterKind, Urgency
from loyaltydesk.model.facts import RecordSaved
from loyaltydesk.model.partners import (
    PARTNER,
    REMINDER,
    NewReminder,
    PartnerCard,
    PartnerKind,
    Repetition,
)
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.model.shop import ShopSettings
from tests.shop import Clock, refuses, store_of

TODAY = date(2026, 3, 14)
FULL = PartnerCard(
    "Baltic Roast", PartnerKind.BOTH, "Ilze Kalniņa", "+37120012345", "ilze@roast.lv", "Ganu iela 3, Rīga",
    "LV40003009497", "Ordered by Tuesday.\nFree from 100 €.", 14, "7.5", date(2026, 12, 31),
)  # fmt: skip


def test_a_partner_is_kept_as_it_was_told_with_who_wrote_it_down(desk: Desk) -> None:
    desk.at_work("Marta", "Till 1")
    partner = desk.partners.add(FULL)
    assert partner.card == FULL
    assert (partner.staff, partner.at, partner.put_away) == ("Marta", desk.now(), False)
    assert desk.partners.get(partner.id) == partner
    assert desk.partners.everything() == [partner]


def test_a_phone_number_is_read_as_in_the_shops_country(desk: Desk) -> None:
    desk.shop.save_settings(ShopSettings("Shop", region="LV"))
    assert desk.partners.add(PartnerCard("Baltic Roast", phone="20 012 345")).card.phone == "+37120012345"


def test_only_what_is_different_is_written_down(desk: Desk) -> None:
    partner = desk.partners.add(FULL)
    before = store_of(desk).journal.count()
    desk.partners.change(partner.id, FULL)
    assert store_of(desk).journal.count() == before
    desk.partners.change(partner.id, PartnerCard("Baltic Roasters", phone=FULL.phone))
    assert desk.partners.get(partner.id).card == PartnerCard("Baltic Roasters", phone=FULL.phone)


def test_two_tills_change_two_fields_and_both_stand(desk: Desk) -> None:
    partner = desk.partners.add(FULL)
    core = desk._core
    with desk.writing():
        facts = [
            RecordSaved(id=core.new_id()(), kind=PARTNER, record=partner.id, fields={"discount": "9"}),
            RecordSaved(id=core.new_id()(), kind=PARTNER, record=partner.id, personal={"contact": "Jānis"}),
        ]
        core.record(facts, desk.stamp())
    kept = desk.partners.get(partner.id).card
    assert (kept.discount, kept.contact, kept.terms) == ("9", "Jānis", FULL.terms)


def test_nothing_is_kept_of_what_is_refused(desk: Desk) -> None:
    partner = desk.partners.add(FULL)
    with refuses(desk, BadRequest):
        desk.partners.add(PartnerCard(" "))
    with refuses(desk, BadRequest):
        desk.partners.change(partner.id, PartnerCard("x", discount="half"))
    with refuses(desk, BadRequest):
        desk.partners.change("nobody", FULL)
    with refuses(desk, BadRequest):
        desk.partners.note("nobody", "x")
    with refuses(desk, BadRequest):
        desk.partners.remind("nobody", NewReminder("x", TODAY))
    with refuses(desk, BadRequest):
        desk.partners.done(f"{partner.id}/nothing")


def test_they_stand_by_name_and_those_put_away_by_themselves(desk: Desk) -> None:
    names = ("ābele", "Zoo", "Abols")
    partners = [desk.partners.add(PartnerCard(name)) for name in names]
    assert [each.card.name for each in desk.partners.everything()] == ["ābele", "Abols", "Zoo"]
    desk.partners.put_away(partners[1].id)
    assert [each.card.name for each in desk.partners.everything()] == ["ābele", "Abols"]
    assert [each.card.name for each in desk.partners.everything(put_away=True)] == ["Zoo"]
    desk.partners.put_away(partners[1].id, away=False)
    assert len(desk.partners.everything()) == 3


def test_a_partner_is_named_by_id_or_by_a_name_that_only_one_has(desk: Desk) -> None:
    partner = desk.partners.add(FULL)
    assert desk.partners.called(partner.id) == desk.partners.called("baltic roast") == partner
    desk.partners.add(PartnerCard("BALTIC ROAST"))
    for name, reason in (("Baltic Roast", "partner_several"), ("Nobody", "partner_gone"), ("", "partner_gone")):
        with pytest.raises(BadRequest) as refused:
            desk.partners.called(name)
        assert refused.value.reason == reason


def test_notes_are_a_log_with_the_newest_first(desk: Desk, clock: Clock) -> None:
    partner, other = desk.partners.add(FULL), desk.partners.add(PartnerCard("Other"))
    first = desk.partners.note(partner.id, "Rang about the beans", desk.stamp(staff="Marta"))
    clock.forward(days=2)
    second = desk.partners.note(partner.id, "<b>They</b> came")
    desk.partners.note(other.id, "Nothing to do with it")
    assert desk.partners.notes(partner.id) == [second, first]
    assert (first.staff, first.text) == ("Marta", "Rang about the beans")
    with refuses(desk, BadRequest):
        desk.partners.note(partner.id, "x" * 1001)


def test_what_was_done_once_is_done_and_can_be_taken_back(desk: Desk) -> None:
    partner = desk.partners.add(FULL)
    reminder = desk.partners.remind(partner.id, NewReminder("Order beans", TODAY))
    done = desk.partners.done(reminder.id)
    assert (done.done, done.day, done.done_at) == (True, TODAY, desk.now())
    assert desk.partners.due() == []
    assert desk.partners.take_back(reminder) == reminder
    assert [each.reminder for each in desk.partners.due()] == [reminder]


def test_what_repeats_comes_back_on_the_last_day_of_each_month(desk: Desk, clock: Clock) -> None:
    partner = desk.partners.add(FULL)
    reminder = desk.partners.remind(partner.id, NewReminder("Pay", date(2026, 1, 31), Repetition.MONTH))
    days = []
    for _times in range(3):
        reminder = desk.partners.done(reminder.id)
        days.append(reminder.day)
        clock.to(f"{reminder.day.isoformat()}T10:00:00")
    assert days == [date(2026, 3, 31), date(2026, 4, 30), date(2026, 5, 31)]
    assert not reminder.done


def test_what_is_done_stands_last(desk: Desk) -> None:
    partner = desk.partners.add(FULL)
    first, second = (desk.partners.remind(partner.id, NewReminder(text, TODAY)) for text in ("one", "two"))
    desk.partners.done(first.id)
    assert [each.text for each in desk.partners.reminders(partner.id)] == ["two", "one"]
    assert desk.partners.reminders(partner.id)[0] == second


def test_due_are_reminders_of_today_and_before_and_agreements_that_end(desk: Desk) -> None:
    roast = desk.partners.add(FULL)
    ending = desk.partners.add(PartnerCard("Almond House", until=TODAY + timedelta(days=30)))
    over = desk.partners.add(PartnerCard("Old Dairy", until=TODAY - timedelta(days=1)))
    desk.partners.add(PartnerCard("Later", until=TODAY + timedelta(days=31)))
    desk.partners.remind(roast.id, NewReminder("tomorrow", TODAY + timedelta(days=1)))
    late = desk.partners.remind(roast.id, NewReminder("late", TODAY - timedelta(days=3)))
    today = desk.partners.remind(roast.id, NewReminder("today", TODAY))
    found = [(each.partner, each.reminder) for each in desk.partners.due()]
    assert found == [(roast, late), (over, None), (roast, today), (ending, None)]
    desk.partners.put_away(roast.id)
    desk.partners.put_away(over.id)
    assert [each.partner for each in desk.partners.due()] == [ending]


def test_the_owners_list_says_what_is_late_what_is_for_today_and_what_ends(desk: Desk) -> None:
    assert desk.agenda.matters() == ()
    roast = desk.partners.add(FULL)
    desk.partners.remind(roast.id, NewReminder("Order beans", TODAY))
    (matter,) = desk.agenda.matters()
    assert (matter.kind, matter.urgency, matter.count) == (MatterKind.PARTNER_REMINDER, Urgency.SOON, 1)
    assert (matter.page, matter.what, matter.name) == ("partners", f"suppliers:{roast.id}", "Baltic Roast")
    assert (matter.text, matter.day) == ("Order beans", TODAY)
    desk.partners.remind(roast.id, NewReminder("Pay", TODAY - timedelta(days=1)))
    desk.partners.remind(roast.id, NewReminder("Ask", TODAY - timedelta(days=2)))
    desk.partners.add(PartnerCard("Almond House", until=TODAY + timedelta(days=9)))
    late, today, ends = desk.agenda.matters()
    assert (late.urgency, late.count, late.what, late.text) == (Urgency.LATE, 2, "suppliers:due", "Ask")
    assert (today.urgency, today.count) == (Urgency.SOON, 1)
    assert (ends.urgency, ends.text) == (Urgency.NOTED, "the agreement ends")


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (PARTNER, {"name": "Half"}),
        (PARTNER, {"name": "x", "kind": "cousin", "at": "2026-03-14T10:05:00+01:00"}),
        (PARTNER, {"name": 7, "kind": "supplier", "at": "not a time"}),
        (REMINDER, {"text": "x", "day": "someday"}),
        (REMINDER, {"day": "2026-03-14"}),
    ],
)
def test_what_another_release_wrote_is_passed_over(desk: Desk, kind: str, fields: dict[str, str]) -> None:
    partner = desk.partners.add(FULL)
    with desk.writing():
        record = "0190" if kind == PARTNER else f"{partner.id}/0190"
        saved = RecordSaved(id=desk._core.new_id()(), kind=kind, record=record, fields=dict(fields))
        desk._core.record([saved], desk.stamp())
    assert desk.partners.everything() == [partner]
    assert desk.partners.reminders() == []
    assert desk.partners.due() == []
