"""Saving: what will be different, at once or from a day on."""

from datetime import date

import pytest
from PySide6.QtCore import QDate

from loyaltydesk.model.products import Product
from loyaltydesk.model.refusals import DiskFull
from ui.programme.page import ProgrammePage


@pytest.fixture
def changed(page: ProgrammePage) -> ProgrammePage:
    """A draft with double points on Saturdays, about to be saved."""
    page.draft.put({**page.draft.tables, "multiply": [{"id": "sat", "by": 2, "when": {"weekdays": ["sat"]}}]})
    page.open_view(page.save)
    return page


def test_it_says_what_will_be_different(changed, person):
    assert [change.after for change in changed.save.list.found] == ["Twice the points · on Saturdays"]
    assert "New" in person.reads()


def test_from_a_date_it_begins_on_that_day(desk, changed, person):
    changed.save.when.choose("later")
    assert changed.save.day.isVisible()
    assert changed.save.first_day == date(2026, 3, 15)
    changed.save.day.setDate(QDate(2026, 4, 1))
    person.tap(changed.save.save)
    assert desk.shop.programme_version == 1
    assert desk.shop.programme_history()[-1].from_day == date(2026, 4, 1)
    assert "Version 2 is saved and begins on 1 Apr 2026." in person.reads()


def test_a_version_that_would_never_be_used_is_told_of(desk, changed, person):
    desk.shop.load_programme(desk.shop.programme_text(), from_day=date(2026, 5, 1))
    changed.open_view(changed.save)
    assert "Version 2, which was to begin on 1 May 2026, will not be used then." in person.reads()
    changed.save.when.choose("later")
    changed.save.day.setDate(QDate(2026, 6, 1))
    assert "will not be used" not in person.reads()


def test_a_refusal_is_said_in_place_and_the_draft_stays(desk, changed, person, monkeypatch):
    def full(*_anything, **_more):
        raise DiskFull("shop.db")

    monkeypatch.setattr(desk.shop, "load_programme", full)
    person.tap(changed.save.save)
    assert "The disk is full" in person.reads()
    assert changed.view is changed.save
    assert changed.draft.is_changed


def test_a_product_that_is_not_in_the_list_is_refused_without_talk_of_files(desk, changed, person):
    desk.products.save(Product("TEA", "Cup of tea"))
    person.tap(changed.save.save)
    assert "“COFFEE” is not in the list of products." in person.reads()
    assert "line" not in changed.save.notice.accessibleName()


def test_notes_alone_can_be_saved_too(changed, person):
    changed.draft.discard()
    changed.draft.begin("# mine\n" + changed.draft.text)
    changed.open_view(changed.save)
    assert "only the notes in the file are others" in person.reads()
