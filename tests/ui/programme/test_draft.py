"""The draft: only what reads as a programme gets into it, and it lasts until it is saved or discarded."""

from datetime import date

import pytest

from loyaltydesk.model.refusals import BadProgramme
from loyaltydesk.rules.ready import ready_programme
from ui.programme.draft import Draft, free_id, with_rule, without_rule


@pytest.fixture
def draft(session, tools) -> Draft:
    return Draft(session, tools.preferences)


def _doubled(draft: Draft):
    return with_rule(draft.tables, "multiply", None, rule={"id": "sat", "by": 2, "when": {"weekdays": ["sat"]}})


def test_without_a_change_it_is_the_programme_in_force(desk, draft: Draft):
    assert not draft.is_changed
    assert draft.programme == desk.shop.programme
    assert draft.text == desk.shop.programme_text()


def test_a_change_is_told_and_not_in_force(desk, draft: Draft):
    told: list[bool] = []
    draft.changed.connect(lambda: told.append(True))
    draft.put(_doubled(draft))
    assert told == [True]
    assert [change.after for change in draft.changes()] == ["Twice the points · on Saturdays"]
    assert desk.shop.programme.multiply == ()


def test_what_is_no_programme_does_not_get_in(draft: Draft):
    with pytest.raises(BadProgramme):
        draft.put(with_rule(draft.tables, "multiply", None, rule={"id": "sat", "by": "x"}))
    assert not draft.is_changed


def test_a_change_that_is_taken_back_leaves_no_draft(draft: Draft):
    draft.put(_doubled(draft))
    draft.put(without_rule(draft.tables, "multiply", 0))
    assert not draft.is_changed


def test_it_is_there_again_when_the_program_is(session, tools, draft: Draft):
    draft.put(_doubled(draft))
    again = Draft(session, tools.preferences)
    assert again.is_changed
    assert again.programme == draft.programme
    again.discard()
    assert not Draft(session, tools.preferences).is_changed


def test_a_draft_of_another_shop_is_not_taken_up(session, tools, draft: Draft):
    draft.put(_doubled(draft))
    tools.preferences.write("programme/draft_of", "/elsewhere/shop.db")
    assert not Draft(session, tools.preferences).is_changed


def test_a_draft_that_reads_no_more_is_left(session, tools, draft: Draft):
    draft.put(_doubled(draft))
    tools.preferences.write("programme/draft", "no programme at all")
    assert not Draft(session, tools.preferences).is_changed


def test_saved_it_is_in_force_from_today(desk, draft: Draft):
    draft.put(_doubled(draft))
    assert draft.save(None, refused=pytest.fail) == 2
    assert not draft.is_changed
    assert len(desk.shop.programme.multiply) == 1
    assert desk.shop.programme_history()[-1].from_day == date(2026, 3, 14)


def test_saved_for_later_it_waits_for_its_day(desk, clock, draft: Draft):
    draft.put(_doubled(draft))
    draft.save(date(2026, 4, 1), refused=pytest.fail)
    assert desk.shop.programme.multiply == ()
    clock.to("2026-04-01T08:00:00")
    assert len(desk.shop.programme.multiply) == 1


def test_what_is_taken_up_as_written_keeps_its_notes(desk, draft: Draft):
    text = ready_programme("cafe", "en", currency=desk.shop.programme.currency)
    draft.begin(text)
    draft.save(None, refused=pytest.fail)
    assert desk.shop.programme_text() == text


def test_a_refusal_leaves_the_draft(draft: Draft):
    draft.begin(draft.text.replace('"EUR"', '"PLN"'))
    said: list[str] = []
    draft.save(None, refused=said.append)
    assert draft.is_changed == bool(said)


def test_tiers_stand_in_their_order():
    tables = {"tier": [{"name": "Gold", "from": "500.00"}]}
    added = with_rule(tables, "tier", None, rule={"name": "Silver", "from": "100.00"})
    assert [tier["name"] for tier in added["tier"]] == ["Silver", "Gold"]
    unreadable = with_rule(added, "tier", 0, rule={"name": "Silver", "from": "1O0"})
    assert [tier["name"] for tier in unreadable["tier"]] == ["Gold", "Silver"]


def test_a_new_rule_has_an_id_of_its_own():
    tables = {"earn": [{"id": "base"}, {"id": "base-2"}]}
    assert [free_id(tables, "earn", wanted=wanted) for wanted in ("visit", "base")] == ["visit", "base-3"]


def test_a_table_that_there_is_once_goes_as_a_whole():
    assert without_rule({"redeem": {"points": 1}, "tiers": {}}, "redeem", 0) == {"tiers": {}}
