"""Partners through the desk: kept field by field, put away and not deleted, remembered on the owner's list."""

from datetime import date, timedelta
from pathlib import Path

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
)
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.model.shop import ShopSettings
from loyaltydesk.store.restoring import restore
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
        desk.partner_log.note("nobody", "x")
    with refuses(desk, BadRequest):
        desk.partner_log.remind("nobody", NewReminder("x", TODAY))
    with refuses(desk, BadRequest):
        desk.partner_log.done(f"{partner.id}/nothing")


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


def test_due_are_reminders_of_today_and_before_and_agreements_that_end(desk: Desk) -> None:
    roast = desk.partners.add(FULL)
    ending = desk.partners.add(PartnerCard("Almond House", until=TODAY + timedelta(days=30)))
    over = desk.partners.add(PartnerCard("Old Dairy", until=TODAY - timedelta(days=1)))
    desk.partners.add(PartnerCard("Later", until=TODAY + timedelta(days=31)))
    desk.partner_log.remind(roast.id, NewReminder("tomorrow", TODAY + timedelta(days=1)))
    late = desk.partner_log.remind(roast.id, NewReminder("late", TODAY - timedelta(days=3)))
    today = desk.partner_log.remind(roast.id, NewReminder("today", TODAY))
    found = [(each.partner, each.reminder) for each in desk.partners.due()]
    assert found == [(roast, late), (over, None), (roast, today), (ending, None)]
    desk.partners.put_away(roast.id)
    desk.partners.put_away(over.id)
    assert [each.partner for each in desk.partners.due()] == [ending]


def test_the_owners_list_says_what_is_late_what_is_for_today_and_what_ends(desk: Desk) -> None:
    assert desk.agenda.matters() == ()
    roast = desk.partners.add(FULL)
    desk.partner_log.remind(roast.id, NewReminder("Order beans", TODAY))
    (matter,) = desk.agenda.matters()
    assert (matter.kind, matter.urgency, matter.count) == (MatterKind.PARTNER_REMINDER, Urgency.SOON, 1)
    assert (matter.page, matter.what, matter.name) == ("partners", f"suppliers:{roast.id}", "Baltic Roast")
    assert (matter.text, matter.day) == ("Order beans", TODAY)
    desk.partner_log.remind(roast.id, NewReminder("Pay", TODAY - timedelta(days=1)))
    desk.partner_log.remind(roast.id, NewReminder("Ask", TODAY - timedelta(days=2)))
    desk.partners.add(PartnerCard("Almond House", until=TODAY + timedelta(days=9)))
    late, today, ends = desk.agenda.matters()
    assert (late.urgency, late.count, late.what, late.text) == (Urgency.LATE, 2, "suppliers:due", "Ask")
    assert (today.urgency, today.count) == (Urgency.SOON, 1)
    assert (ends.urgency, ends.text) == (Urgency.NOTED, "the agreement ends")


def _whole(desk: Desk, shop_file: Path) -> bytes:
    store_of(desk).settle()
    files = [shop_file, *shop_file.parent.glob(f"{shop_file.name}-*")]
    return b"".join(file.read_bytes() for file in files)


def test_not_a_word_is_left_of_a_forgotten_partner(filed: Desk, shop_file: Path) -> None:
    word = "Zebrahaltestelle"
    others = filed.partners.add(FULL)
    told = PartnerCard(
        f"{word} a", PartnerKind.SHOP, word, "+37120999888", f"{word}@roast.lv", word, tax_id=word, terms=word
    )
    partner = filed.partners.add(told)
    filed.partners.change(partner.id, PartnerCard(f"{word} b", contact="Marta"))
    note = filed.partner_log.note(partner.id, f"{word} rang")
    filed.partner_log.correct(note.id, f"{word} came")
    reminder = filed.partner_log.remind(partner.id, NewReminder(f"Ask {word}", TODAY))
    filed.partner_log.remove(filed.partner_log.remind(partner.id, NewReminder(f"{word} again", TODAY)))
    kept = filed.partner_log.note(others.id, "Nothing to do with it")
    filed.partners.forget(partner.id)
    assert filed.partners.everything() == [others]
    assert filed.partners.everything(put_away=True) == filed.partners.due() == filed.partner_log.reminders() == []
    assert filed.partner_log.notes(others.id) == [kept]
    found = _whole(filed, shop_file)
    assert word.encode() not in found
    assert b"20999888" not in found
    assert b"Baltic Roast" in found
    assert filed.shop.faults() == []
    filed.shop.rebuild()
    assert filed.partners.everything() == [others]
    for call in (
        lambda: filed.partners.forget(partner.id),
        lambda: filed.partners.change(partner.id, told),
        lambda: filed.partner_log.note(partner.id, "x"),
        lambda: filed.partner_log.done(reminder.id),
        lambda: filed.partner_log.correct(note.id, "x"),
    ):
        with refuses(filed, BadRequest):
            call()


def test_what_another_till_says_of_a_forgotten_partner_is_not_shown(desk: Desk) -> None:
    partner = desk.partners.add(FULL)
    desk.partners.forget(partner.id)
    core = desk._core
    with desk.writing():
        told = {"name": "Baltic Roast"}
        late = RecordSaved(id=core.new_id()(), kind=PARTNER, record=partner.id, personal=told)
        line = RecordSaved(id=core.new_id()(), kind=REMINDER, record=f"{partner.id}/0190", fields={"day": "2026-03-14"},
                           personal={"text": "Ask Ilze"})  # fmt: skip
        core.record([late, line], desk.stamp())
    assert desk.partners.everything() == desk.partner_log.reminders() == []
    assert "name" not in desk.shop.fields(PARTNER, partner.id)


def test_a_partner_stays_forgotten_when_a_backup_is_put_back(shop_file: Path, tmp_path: Path, clock: Clock) -> None:
    desk, backup = Desk.open(shop_file, clock), tmp_path / "backup.db"
    partner, other = desk.partners.add(FULL), desk.partners.add(PartnerCard("Other"))
    store_of(desk).connection.execute("VACUUM INTO ?", (str(backup),))
    desk.partners.forget(partner.id)
    desk.close()
    restore(backup, shop_file, now=clock())
    desk = Desk.open(shop_file, clock)
    assert [each.id for each in desk.partners.everything()] == [other.id]
    assert b"Ilze" not in _whole(desk, shop_file)
    assert desk.shop.faults() == []
    desk.close()


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
    assert desk.partner_log.reminders() == []
    assert desk.partners.due() == []
