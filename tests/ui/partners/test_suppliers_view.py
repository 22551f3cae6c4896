"""Suppliers and partner shops on the screen: written down, remembered, noted of, put away, and saved as a table."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from loyaltydesk.model.partners import NewReminder, PartnerCard, PartnerKind


@pytest.fixture
def view(page):
    return page.go("suppliers")


def _keys(view):
    return [line.name for line in view.list.lines.lines]


def test_a_partner_is_written_down_and_shown(person, view, desk):
    person.tap(view.new_button)
    form = view.form
    assert person.focus == "Name"
    form.fields["name"].setText("<b>Mill</b> & Co")
    form.kind.choose("both")
    form.fields["payment_days"].setText("30")
    form.fields["discount"].setText("5,5")
    form.until.tick.setChecked(True)
    form.until.day.setDate(form.until.day.date().fromString("2026-03-20", Qt.DateFormat.ISODate))
    form.terms.setPlainText("Flour on Fridays.\nBread here.")
    person.tap(form.save_button)
    kept = desk.partners.called("<b>Mill</b> & Co").card
    assert (kept.kind, kept.payment_days, kept.discount, kept.until) == (PartnerKind.BOTH, 30, "5.5", date(2026, 3, 20))
    assert kept.terms == "Flour on Fridays.\nBread here."
    for words in ("<b>Mill</b> & Co", "5.5 % discount · 30 days to pay in", "Agreement until 20 Mar 2026 (Ends soon)"):
        assert words in person.reads()


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("name", " ", "Type the name of the partner."),
        ("discount", "half", "A discount is a percentage between 0 and 100, with two decimals at most."),
        ("email", "nobody", "This is no e-mail address."),
        ("phone", "abc", "This is no phone number."),
    ],
)
def test_what_is_wrong_is_said_at_its_field(person, view, desk, roast, field, text, sentence):
    person.tap(view.panel.change_button)
    view.form.fields[field].setText(text)
    person.tap(view.form.save_button)
    assert view.form.fields[field].accessibleDescription() == sentence
    assert desk.partners.get(roast.id) == roast


def test_terms_that_are_too_long_are_refused(person, view):
    person.tap(view.panel.change_button)
    view.form.terms.setPlainText("x" * 2001)
    person.tap(view.form.save_button)
    assert view.form.terms.accessibleDescription() == "The terms have 2,000 letters at most."


def test_a_partner_is_changed_and_keeps_what_was_left_alone(person, view, desk, roast):
    person.tap(view.panel.change_button)
    view.form.fields["contact"].setText("Jānis")
    person.tap(view.form.save_button)
    assert desk.partners.get(roast.id).card == PartnerCard(
        "Baltic Roast", contact="Jānis", terms="By Tuesday.", discount="7.5"
    )


def test_a_doubtful_tax_number_is_a_hint_and_is_kept(person, view, desk, roast):
    person.tap(view.panel.change_button)
    view.form.fields["tax_id"].clear()
    view.form.fields["tax_id"].setFocus()
    person.type("LV40003009498")
    assert view.form.fields["tax_id"].accessibleDescription().startswith("The check digit does not fit")
    person.tap(view.form.save_button)
    assert desk.partners.get(roast.id).card.tax_id == "LV40003009498"


def test_a_reminder_that_repeats_comes_back_and_done_can_be_undone(person, view, desk, roast):
    (reminder,) = desk.partner_log.reminders(roast.id)
    assert "14 Mar 2026 · Every quarter" in person.reads()
    person.tap(view.panel.reminders.buttons[reminder.id])
    assert "14 Jun 2026 · Every quarter" in person.reads()
    person.tap(view.notice.button)
    assert desk.partner_log.reminders(roast.id) == [reminder]


def test_a_reminder_is_added_with_its_day_and_repetition(person, view, desk, roast):
    rows = view.panel.reminders
    rows.text.setText("Pay")
    rows.repeats.choose("month")
    person.tap(rows.add_button)
    added = desk.partner_log.reminders(roast.id)[-1]
    assert (added.text, added.day, added.repeats.value) == ("Pay", date(2026, 3, 21), "month")
    assert rows.text.text() == ""


def test_an_empty_reminder_and_an_empty_note_are_refused(person, view, desk, roast):
    person.tap(view.panel.reminders.add_button)
    assert view.notice.accessibleName() == "Write down in a few words what is to be remembered."
    view.panel.notes.noted.emit("  ")
    assert view.notice.accessibleName() == "Write down in a few words what is to be noted."
    assert len(desk.partner_log.reminders(roast.id)) == len(desk.partner_log.notes(roast.id)) == 1


def test_notes_stand_with_the_newest_first_and_what_is_typed_stays(view, desk, roast, clock):
    clock.forward(days=1)
    notes = view.panel.notes
    notes.text.setText("half a sen")
    view.session.do(lambda desk: desk.partner_log.note(roast.id, "They came", stamp=desk.stamp(staff="Marta")))
    assert notes.text.text() == "half a sen"
    notes.add_button.click()
    assert [note.text for note in desk.partner_log.notes(roast.id)] == ["half a sen", "They came", "Five sacks ordered"]
    assert notes.text.text() == ""


def test_a_partner_is_put_away_and_taken_out_again(person, view, desk, roast):
    person.tap(view.panel.away_button)
    assert _keys(view) == []
    view.open(roast.id)
    assert view.list.sieve.current() == "away"
    assert "Supplier · put away" in person.reads()
    person.tap(view.panel.away_button)
    assert not desk.partners.get(roast.id).put_away
    person.tap(view.notice.button)
    assert desk.partners.get(roast.id).put_away


def test_the_list_is_sifted_by_kind_by_words_and_by_what_is_due(view, desk):
    desk.partners.add(PartnerCard("Magnolia", PartnerKind.SHOP))
    desk.partners.add(PartnerCard("Mill", PartnerKind.BOTH, until=date(2026, 3, 1)))
    view.session.changed.emit()
    for sieve, names in {
        "all": ["Baltic Roast", "Magnolia", "Mill"],
        "suppliers": ["Baltic Roast", "Mill"],
        "shops": ["Magnolia", "Mill"],
        "due": ["Mill", "Baltic Roast"],
        "away": [],
    }.items():
        view.list.sieve.choose(sieve)
        view.list.sieve.chosen.emit(sieve)
        assert _keys(view) == names, sieve
    view.open("all")
    view.list.search.setText("tuesday ILZE")
    assert _keys(view) == ["Baltic Roast"]


def test_chips_say_what_is_late_and_what_is_over(view, desk, roast):
    desk.partners.add(PartnerCard("Mill", until=date(2026, 3, 1)))
    desk.partner_log.remind(roast.id, NewReminder("late", date(2026, 3, 10)))
    view.session.changed.emit()
    lines = {line.name: (line.chips[0].words, line.tone) for line in view.list.lines.lines}
    assert lines == {"Baltic Roast": ("Reminder", "danger"), "Mill": ("Over", "danger")}


def test_the_form_stays_while_the_shop_changes(person, view, desk, roast):
    person.tap(view.new_button)
    view.form.fields["name"].setText("Mill")
    view.session.changed.emit()
    assert (view.form.isVisible(), view.form.fields["name"].text()) == (True, "Mill")
    person.press(Qt.Key.Key_Escape)
    assert view.panel.isVisible()


def test_the_list_is_saved_as_a_table(view, tmp_path):
    path = tmp_path / "partners.csv"
    view.ask_where = lambda _parent, suggested: str(path) if suggested == "Partners.csv" else ""
    view.csv_button.click()
    assert "Baltic Roast" in path.read_text(encoding="utf-8")
    assert view.notice.accessibleName() == "It is saved."
    view.ask_where = lambda _parent, _suggested: str(tmp_path / "no folder" / "x.csv")
    view.csv_button.click()
    assert view.notice.accessibleName().startswith("There is no folder")
    view.notice.hide()
    view.ask_where = lambda _parent, _suggested: ""
    view.csv_button.click()
    assert view.notice.isHidden()


def test_an_empty_shop_says_what_this_is_for(person, view, desk, roast):
    desk.partners.put_away(roast.id)
    view.session.changed.emit()
    assert "Nothing to see to here" in person.reads()


def test_a_reminder_is_put_in_other_words_on_another_day(person, view, desk, roast):
    (reminder,) = desk.partner_log.reminders(roast.id)
    rows = view.panel.reminders
    person.tap(rows.tools[reminder.id].change)
    assert (rows.text.text(), rows.repeats.current(), rows.add_button.text()) == (reminder.text, "quarter", "Save")
    rows.text.setText("")
    person.tap(rows.add_button)
    assert "Write down in a few words what is to be remembered." in person.reads()
    rows.text.setFocus()
    person.type("Ask for beans")
    rows.day.setDate(rows.day.date().addDays(1))
    person.tap(rows.add_button)
    (kept,) = desk.partner_log.reminders(roast.id)
    assert (kept.id, kept.text, kept.day, kept.repeats) == (
        reminder.id, "Ask for beans", date(2026, 3, 15), reminder.repeats
    )  # fmt: skip
    assert (rows.text.text(), rows.add_button.text(), rows.back_button.isVisible()) == ("", "Remind", False)


def test_escape_leaves_what_was_being_changed_as_it_was(person, view, desk, roast):
    (reminder,), (note,) = desk.partner_log.reminders(roast.id), desk.partner_log.notes(roast.id)
    for lines, line in ((view.panel.reminders, reminder), (view.panel.notes, note)):
        person.tap(lines.tools[line.id].change)
        assert lines.text.text() == line.text
        person.press(Qt.Key.Key_Escape)
        assert (lines.text.text(), lines.changed) == ("", None)


def test_a_note_is_corrected(person, view, desk, roast):
    (note,) = desk.partner_log.notes(roast.id)
    person.tap(view.panel.notes.tools[note.id].change)
    person.type(", on credit")
    person.enter()
    assert [each.text for each in desk.partner_log.notes(roast.id)] == ["Five sacks ordered, on credit"]
    assert view.panel.notes.add_button.text() == "Note it"


def test_what_was_removed_can_be_put_back(person, view, desk, roast):
    (reminder,), (note,) = desk.partner_log.reminders(roast.id), desk.partner_log.notes(roast.id)
    person.tap(view.panel.reminders.tools[reminder.id].change)
    person.tap(view.panel.reminders.tools[reminder.id].remove)
    assert (desk.partner_log.reminders(roast.id), view.panel.reminders.changed) == ([], None)
    person.tap(view.notice.button)
    assert desk.partner_log.reminders(roast.id) == [reminder]
    person.tap(view.panel.notes.tools[note.id].remove)
    assert desk.partner_log.notes(roast.id) == []
    person.tap(view.notice.button)
    assert desk.partner_log.notes(roast.id) == [note]


def test_only_who_was_put_away_can_be_forgotten_and_that_is_asked_before(person, view, desk, roast):
    assert not view.panel.forget_button.isVisible()
    person.tap(view.panel.away_button)
    view.open(roast.id)
    person.tap(view.panel.forget_button)
    assert "Forget Baltic Roast for good?" in person.reads()
    person.press(Qt.Key.Key_Escape)
    assert desk.partners.get(roast.id).put_away
    person.tap(view.panel.forget_button)
    person.tap(person.find(type(view.panel.forget_button), "Forget for good"))
    assert desk.partners.everything(put_away=True) == []
    assert person.reads().count("Baltic Roast") == 1
    assert "Baltic Roast is forgotten. Backups made before still know this partner." in person.reads()
