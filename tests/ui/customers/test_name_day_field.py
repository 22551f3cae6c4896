"""The name-day row offers what the calendar knows, follows name and birthday, and keeps what was chosen."""

import pytest
from PySide6.QtCore import Qt

from loyaltydesk.model.customers import NO_NAME_DAY, Profile
from loyaltydesk.model.refusals import BadRequest
from ui.customers.name_day_field import ANOTHER, UNKNOWN
from ui.customers.profile_form import ProfileForm

KASIA = Profile(name="Katarzyna Nowak", birth_date="1990-03-14", name_day_on="03-22")


@pytest.fixture
def form(qtbot, theme, session):
    session.do(lambda desk: desk.shop.save("shop", "shop", fields={"region": "PL"}))
    made = ProfileForm(theme, session)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def row(form):
    return form._name_day


def options(row):
    return [row.choice.itemText(number) for number in range(row.choice.count())]


def pick(row, key):
    row.choice.choose(key)
    row.choice.chosen.emit(key)


def retype(qtbot, form, name, text):
    form._fields[name].clear()
    qtbot.keyClicks(form._fields[name], text)


def test_the_dates_of_the_name_are_listed_the_usual_one_first(form, row):
    form.show_profile(KASIA)
    assert row.choice.currentText() == "22 Mar (usual)"
    listed = options(row)
    assert listed[:3] == ["22 Mar (usual)", "13 Feb", "9 Mar"]
    assert listed[-2:] == ["Another date", "Keeps no name day"]
    assert not row.another.isVisible()
    assert not form.is_changed


def test_a_name_with_a_date_in_every_week_shows_the_usual_ones(form, row):
    form.show_profile(Profile(name="Jan"))
    assert 10 < row.choice.count() < 30
    assert "24 Jun" in options(row)


def test_a_name_that_no_calendar_knows_can_have_a_date_all_the_same(qtbot, form, row):
    form.show_profile(Profile(name="Emily"))
    assert options(row) == ["Not known", "Another date", "Keeps no name day"]
    pick(row, ANOTHER)
    assert row.another.isVisible()
    qtbot.keyClicks(row.another, "26.7.")
    assert form.profile().name_day_on == "07-26"
    assert form.is_changed


def test_a_new_name_or_birthday_brings_the_date_of_custom_along(qtbot, form, row):
    form.show_profile(Profile())
    assert row.choice.current() == UNKNOWN
    retype(qtbot, form, "name", "Katarzyna")
    assert form.profile().name_day_on == "02-13"
    retype(qtbot, form, "birth_date", "14.03.1990")
    assert form.profile().name_day_on == "03-22"
    retype(qtbot, form, "name_day", "Ewa")
    assert form.profile().name_day_on == "12-24"
    retype(qtbot, form, "name_day", "Qwertz")
    assert form.profile().name_day_on == ""


@pytest.mark.parametrize("chosen", ["11-25", "06-05", NO_NAME_DAY])
def test_what_was_chosen_stays_whatever_the_name_is(qtbot, form, row, chosen):
    form.show_profile(Profile(name="Katarzyna", name_day_on=chosen))
    assert form.profile().name_day_on == chosen
    retype(qtbot, form, "name", "Anna")
    assert form.profile().name_day_on == chosen


def test_another_date_that_is_being_typed_is_not_lost(qtbot, form, row):
    form.show_profile(KASIA)
    pick(row, ANOTHER)
    qtbot.keyClicks(row.another, "5.")
    retype(qtbot, form, "name", "Ewa")
    assert (row.choice.current(), row.another.text()) == (ANOTHER, "5.")


@pytest.mark.parametrize("typed", ["", "5", "31.02", "soon", "00.00", "26.07.1990x"])
def test_another_date_that_is_none_is_refused(qtbot, form, row, typed):
    form.show_profile(KASIA)
    pick(row, ANOTHER)
    qtbot.keyClicks(row.another, typed)
    assert form.is_changed
    with pytest.raises(BadRequest) as refused:
        form.profile()
    assert form.refuse(refused.value)
    assert form._rows["name_day_on"].isAncestorOf(form.focusWidget())


def test_everything_is_reached_by_keyboard(qtbot, form, row):
    form.show_profile(KASIA)
    form._fields["name_day"].setFocus()
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
    assert form.focusWidget() is row.choice
    qtbot.keyClick(row.choice, Qt.Key.Key_End)
    assert form.profile().name_day_on == NO_NAME_DAY
    qtbot.keyClick(row.choice, Qt.Key.Key_Up)
    assert row.another.isVisible()
    assert form.focusWidget() is row.choice
    qtbot.keyClick(row.choice, Qt.Key.Key_Tab)
    assert form.focusWidget() is row.another
    qtbot.keyClicks(row.another, "24.12")
    with qtbot.waitSignal(form.submitted):
        qtbot.keyClick(row.another, Qt.Key.Key_Return)
    assert form.profile().name_day_on == "12-24"
