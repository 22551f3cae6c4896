"""Promises and warranties: the soonest first, written down, kept or not, and taken back."""

from datetime import date

import pytest

from loyaltydesk.model.pledges import NewPledge, PledgeKind, PledgeState
from ui.seams.day_field import show_day


@pytest.fixture
def three(desk, people):
    """A late promise to Anna, one to Jānis that is far away, and a warranty of Olga's that ends soon."""
    given = desk.pledges.give
    return (
        given(people["Anna"][0], NewPledge(PledgeKind.PROMISE, "A <b>rye</b> loaf", date(2026, 3, 16), "Ilze")),
        given(people["Jānis"][0], NewPledge(PledgeKind.PROMISE, "Almond cake", date(2026, 5, 1))),
        given(people["<b>Olga</b>"][0], NewPledge(PledgeKind.WARRANTY, "Grinder", date(2026, 4, 2))),
    )


@pytest.fixture
def promises(shown):
    def show():
        page = shown()
        page.go("promises")
        return page

    return show


def names(page):
    return [line.name for line in page.view.list.lines.lines]


def test_nothing_is_promised_yet(promises, at):
    assert "Nothing is promised yet" in at(promises()).reads()


def test_what_is_late_comes_first_and_stands_out(promises, at, three):
    page = promises()
    assert names(page) == ["Anna", "Jānis"]
    assert "A <b>rye</b> loaf" in at(page).reads()
    assert "Last day: 16 Mar 2026 (3 days ago)" in at(page).reads()
    assert "Promise · Overdue" in at(page).reads()


@pytest.mark.parametrize(
    ("sieve", "found"),
    [
        ("near", ["Anna", "<b>Olga</b>"]),
        ("warranties", ["<b>Olga</b>"]),
        ("done", []),
        ("all", ["Anna", "<b>Olga</b>", "Jānis"]),
    ],
)
def test_the_list_is_sifted(promises, three, sieve, found):
    page = promises()
    page.open(f"promises:{sieve}")
    assert names(page) == found


def test_it_is_searched_by_words_and_names(promises, three):
    page = promises()
    page.view.list.search.setText("almond")
    assert names(page) == ["Jānis"]
    page.view.list.search.setText("ilze rye")
    assert names(page) == ["Anna"]
    assert page.go_back()


def test_a_promise_is_kept_with_a_word_and_that_is_taken_back(desk, promises, at, three):
    page = promises()
    page.view.panel.note.setText("She was glad")
    page.view.panel.note.returnPressed.emit()
    kept = desk.pledges.get(three[0].id)
    assert (kept.state, kept.note) == (PledgeState.KEPT, "She was glad")
    assert names(page) == ["Jānis"]
    at(page).tap(page.view.notice.button)
    assert desk.pledges.get(three[0].id).state is PledgeState.OPEN
    page.view.panel.broken_button.click()
    assert PledgeState.BROKEN in {pledge.state for pledge in desk.pledges.everything()}


def test_enter_leads_from_the_list_to_what_became_of_it(desk, promises, at, three):
    page = promises()
    person = at(page)
    page.view.list.lines.setFocus()
    key = page.view.list.lines.key
    person.enter()
    assert person.focus == "What became of it"
    person.type("Done\r")
    assert desk.pledges.get(key).note == "Done"


def test_a_closed_one_is_opened_again(desk, promises, at, three):
    desk.pledges.close(three[2].id, PledgeState.KEPT)
    page = promises()
    page.open(f"promises:{three[2].id}")
    assert page.view.list.sieve.current() == "all"
    assert "Closed on 14 Mar 2026" in at(page).reads()
    page.view.panel.open_button.click()
    assert desk.pledges.get(three[2].id).is_open


def test_a_new_one_needs_a_customer_and_words(desk, people, promises, at):
    page = promises()
    page.view.new_button.click()
    form = page.view.form
    form.submitted.emit()
    assert "Find the customer first" in at(page).reads()
    form.who.pick(people["Anna"][0])
    form.submitted.emit()
    assert "what was promised" in at(page).reads()
    form.text.setText("A <b>loaf")
    form.text.returnPressed.emit()
    (given,) = desk.pledges.of(people["Anna"][0])
    assert (given.text, given.until, given.staff) == ("A <b>loaf", date(2026, 3, 26), "Marta")
    assert names(page) == ["Anna"]


def test_a_warranty_runs_for_two_years_unless_somebody_says_otherwise(promises):
    page = promises()
    page.view.ask_to_promise()
    form = page.view.form
    form.kind.choose("warranty")
    assert form.asked().until == date(2028, 3, 18)
    show_day(form.until, date(2026, 6, 1))
    form.kind.choose("promise")
    assert form.asked().until == date(2026, 6, 1)


def test_it_can_be_changed(desk, promises, three):
    page = promises()
    page.view.panel.change_button.click()
    form = page.view.form
    assert not form.who.isVisible()
    form.keeper.setText("Olga")
    form.save_button.click()
    changed = desk.pledges.get(three[0].id)
    assert (changed.keeper, changed.text, changed.until) == ("Olga", three[0].text, three[0].until)


def test_the_customer_is_opened_and_a_scan_shows_theirs(people, promises, three):
    page = promises()
    assert page.take_scan(people["Jānis"][1])
    assert page.view.list.lines.key == three[1].id
    page.view.panel.customer_button.click()
    assert page.window().page("customers").opened == [people["Jānis"][0]]
    assert page.take_scan(people["<b>Olga</b>"][1])
    assert page.view.list.lines.key == three[2].id
