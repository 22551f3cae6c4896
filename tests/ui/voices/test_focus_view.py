"""Focus groups on the Voices page: drawn by lot, called one after the other, and drawn again for who declines."""

from pathlib import Path

import pytest

from loyaltydesk.model.focus_groups import Reply
from tests.reading import words as words_of
from tests.shop import join
from ui.paper.dialog import PaperDialog
from ui.voices.focus_paper import csv_of
from ui.voices.focus_view import FocusView


@pytest.fixture
def callable_people(desk) -> list[str]:
    return [join(desk, f"=Customer {n}", phone=f"+371200123{n:02}", consent="Agreed")[0] for n in range(8)]


@pytest.fixture
def view(shown, callable_people) -> FocusView:
    found = shown().go("focus")
    assert isinstance(found, FocusView)
    return found


@pytest.fixture
def drawn(view, desk):
    view.new_button.click()
    view.form.title.setText("Which bread?")
    view.form.count.setValue(3)
    view.form.draw.click()
    return desk.focus_groups.all()[0]


def test_it_is_drawn_by_lot(view, desk, drawn, callable_people) -> None:
    assert (len(drawn.places), drawn.among) == (3, 8)
    assert len(view.panel.replies) == 3
    assert not view.panel.more.isVisible()
    assert set(view.panel.replies) <= set(callable_people)


def test_a_title_is_needed(view, desk) -> None:
    view.new_button.click()
    view.form.draw.click()
    assert view.form.trouble.isVisible()
    assert desk.focus_groups.all() == []
    assert view.go_back()


def test_who_declines_makes_room_for_the_next(view, desk, drawn) -> None:
    first = drawn.places[0].customer.id
    view.panel.replies[first].chosen.emit(Reply.DECLINES.value)
    assert view.panel.more.isVisible()
    view.panel.more.click()
    found = desk.focus_groups.get(drawn.id)
    assert (len(found.places), found.places[0].reply, found.free) == (4, Reply.DECLINES, 0)


def test_the_list_is_printed_with_phone_numbers(view, desk, drawn) -> None:
    seen: list[PaperDialog] = []
    view.show_dialog = seen.append
    view.panel.print_button.click()
    text = words_of(seen[0]._document)
    assert "Which bread?" in text
    for place in drawn.places:
        assert place.customer.profile.phone[4:] in text.replace(" ", "")


def test_the_list_is_saved_harmless_for_a_spreadsheet(view, desk, drawn, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    view.ask_file = lambda _parent, _name: str(path)
    view.panel.save_button.click()
    text = path.read_text(encoding="utf-8-sig")
    assert path.read_bytes() == csv_of(desk.focus_groups.get(drawn.id))
    assert text.splitlines()[0] == "Number,Name,Phone,What they said"
    assert all(line.split(",")[1].startswith("'=") for line in text.splitlines()[1:])
    view.ask_file = lambda _parent, _name: str(tmp_path / "none" / "list.csv")
    view.panel.save_button.click()
    assert view.notice.isVisible()


def test_a_customer_who_is_forgotten_leaves_a_place(view, desk, session, drawn) -> None:
    session.do(lambda desk: desk.customers.erase(drawn.places[1].customer.id) or True)
    assert len(view.panel.replies) == 2
    assert view.panel.more.isVisible()
    assert b"Forgotten" not in csv_of(desk.focus_groups.get(drawn.id))


def test_it_leads_to_the_profile(view, drawn) -> None:
    wished = []
    view.wanted.connect(lambda page, what: wished.append((page, what)))
    view.panel.customer_wanted.emit(drawn.places[0].customer.id)
    assert wished == [("customers", drawn.places[0].customer.id)]
