"""The wizard from the choice of a file to taking all of it back, by keys and taps, and with files of all kinds."""

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from loyaltydesk.desk import Desk
from loyaltydesk.model.imports import DayOrder, ImportField, OnTwin, TwinKind, Verdict
from tests.messy import people, write_workbook
from tests.shop import buy, join
from ui.exchange.import_view import COLUMNS, DONE, FILE, PREVIEW, ImportView
from ui.seams.tasks import BackgroundRunner
from ui.theme.text import ElidedLabel


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def to_preview(view: ImportView, path: Path) -> None:
    view.begin(path)
    view.go_on()
    view.go_on()
    assert view.number == PREVIEW


# --- the whole way


def test_a_table_is_taken_over_by_the_keyboard_alone(desk: Desk, view, person, file):
    view.file.ask_which = lambda _parent: str(file)
    person.enter()
    words = person.reads()
    assert {"klienci.csv", "3 rows · 5 columns", "Step 1 of 4: File"} <= set(words.splitlines())
    assert view.file.form.encoding.currentText() == "Central European (Windows-1250)"
    assert view.file.form.heading.currentText().startswith("Row 2: Nr karty · Imię")
    person.enter()
    assert [row.column().field for row in view.columns.rows][:3] == [
        ImportField.CARD,
        ImportField.NAME,
        ImportField.PHONE,
    ]
    assert view.columns.country.currentText() == "Poland (+48)"
    person.enter()
    assert view.next_button.text() == "Take 2 customers over"
    assert desk.customers.count() == 0
    person.enter()
    assert "2 customers were taken over" in person.reads()
    assert desk.customers.scan("OLD-1").customer.profile.phone == "+48600000001"
    person.enter()
    assert not view.isVisible()


def test_escape_goes_back_step_by_step_and_nothing_is_written(desk: Desk, view, person, file):
    to_preview(view, file)
    for number in (COLUMNS, FILE):
        person.press(Qt.Key.Key_Escape)
        assert view.number == number
    assert view.course.draft is None
    person.press(Qt.Key.Key_Escape)
    assert not view.isVisible()
    assert desk.customers.count() == 0


def test_whoever_presses_everything_twice_sees_the_preview_before_anything_is_written(
    desk: Desk, view, person, file, monkeypatch
):
    view.begin(file)
    monkeypatch.setattr("ui.exchange.wizard_frame.pause", lambda: 10_000)
    person.enter()
    person.enter()
    assert view.number == COLUMNS
    person.tap(view.next_button)
    QTest.mouseDClick(view.next_button, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(view.next_button, Qt.MouseButton.LeftButton)
    assert view.number == PREVIEW
    person.enter()
    assert view.number == PREVIEW
    assert desk.customers.count() == 0


def test_a_file_can_be_dropped(view, file):
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(file))])
    buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, dropped, buttons, modifiers)
    QApplication.sendEvent(view.file, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(
        view.file, QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, dropped, buttons, modifiers)
    )
    assert view.file.is_ready


def test_a_scan_meanwhile_is_for_the_till(desk: Desk, view, window, person):
    _customer, card = join(desk, "Anna Ozola")
    person.scan(card)
    assert window.key == "till"
    window.go("customers")
    assert view.isVisible()


def test_the_settings_lead_to_it(window, person):
    settings = window.go("settings")
    settings.open("safety")
    person.tap(settings.section("safety").take_in)
    assert window.key == "customers"
    assert "Drop a table of customers here" in person.reads()


# --- the file


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.csv", b"", "There is nothing in this table."),
        ("picture.xlsx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "This is no table of text."),
        ("torn.xlsx", b"PK\x03\x04\0\0\0\0", "This workbook is damaged, or none."),
        ("headings.csv", b"Name;Phone\n", "There is nothing in this table."),
        (None, b"", "There is no file"),
    ],
)
def test_what_is_no_table_is_said_in_place(view, person, tmp_path, name, content, said):
    path = tmp_path / (name or "gone.csv")
    if name:
        path.write_bytes(content)
    view.begin(path)
    assert said in person.reads()
    assert not view.next_button.isEnabled()
    assert view.number == FILE


def test_a_bomb_is_not_unpacked(view, person, tmp_path):
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", "<workbook/>")
        packed.writestr("xl/worksheets/sheet1.xml", '<row r="9000000"/><c r="ZZ1"/>')
    view.begin(path)
    assert "far more than a computer can hold" in person.reads()


def test_what_was_found_can_be_put_right_by_hand(view, tmp_path):
    view.begin(write(tmp_path / "x.csv", "Who,a;b\nAnna Ozola,1;2\nJan Nowak,3;4\n"))
    form = view.file.form
    assert form.delimiter.current() == ";"
    form.delimiter.choose(",")
    form.delimiter.chosen.emit(",")
    assert view.course.found.table.delimiter == ","
    form.heading.choose("0")
    form.heading.chosen.emit("0")
    assert (view.course.found.plan.rows, view.course.found.table.delimiter) == (3, ",")


def test_an_encoding_that_cannot_be_is_said_and_another_can_be_chosen(view, person, file):
    view.begin(file)
    form = view.file.form
    form.encoding.chosen.emit("utf-16")
    assert not view.next_button.isEnabled()
    assert view.file.banner.isVisible()
    form.encoding.chosen.emit("cp1250")
    assert view.next_button.isEnabled()
    assert view.file.banner.isHidden()


def test_of_a_workbook_another_sheet_can_be_chosen(view, tmp_path):
    import xlsxwriter

    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        for name, person in (("Old", "Anna Ozola"), ("New", "Jan Nowak")):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, ["Name", "Card"])
            sheet.write_row(1, 0, [person, "OLD-1"])
    view.begin(path)
    form = view.file.form
    assert form.sheet.isVisible()
    assert form.encoding.isHidden() or not form.encoding.isVisible()
    form.sheet.chosen.emit("New")
    assert view.course.found.table.sheet == "New"
    assert any("Jan Nowak" in cell for row in view.course.found.first for cell in row.cells)


def test_a_messy_workbook_is_looked_through(view, tmp_path):
    path = tmp_path / "klienci.xlsx"
    some = people(40, "pl")
    write_workbook(path, some, "pl")
    to_preview(view, path)
    assert view.course.draft.counts().refused == sum(bool(each.fault) for each in some)


# --- the columns


def test_the_same_field_twice_is_said_in_place(view, person, file):
    view.begin(file)
    view.go_on()
    row = view.columns.rows[1]
    row.field.choose(ImportField.PHONE)
    row.field.chosen.emit(ImportField.PHONE)
    assert person.reads().count("“Phone” is told by another column, too.") == 2
    assert not view.next_button.isEnabled()
    person.enter()
    assert view.number == COLUMNS
    row.field.choose("")
    row.field.chosen.emit("")
    assert view.next_button.isEnabled()


def test_nobody_can_be_taken_over_without_saying_who(view, person, tmp_path):
    view.begin(write(tmp_path / "x.csv", "Points;What\n5;x\n6;y\n"))
    view.go_on()
    assert "No column says who somebody is." in person.reads()
    assert not view.next_button.isEnabled()


def test_dates_that_could_be_read_in_two_ways_can_be_turned_round(view, person, tmp_path):
    view.begin(write(tmp_path / "x.csv", "Name;Date of birth\nAnna Ozola;3/4/1990\nJan Nowak;5/6/1991\n"))
    view.go_on()
    row = view.columns.rows[1]
    assert row.order.isVisible()
    assert "3/4/1990 could be read in two ways" in person.reads()
    heading = next(each for each in row.findChildren(ElidedLabel) if each.text() == "Date of birth")
    assert heading.height() == heading.sizeHint().height()  # keeps to what is below it beside two choices, too
    row.order.choose(DayOrder.MONTH_FIRST)
    row.order.chosen.emit(DayOrder.MONTH_FIRST)
    view.go_on()
    assert view.preview.good.rows[0].row.told["birth_date"] == "1990-03-04"


def test_the_country_of_the_phone_numbers_is_that_of_the_table(view, file):
    view.begin(file)
    view.go_on()
    view.columns.country.choose("LV")
    view.columns.rows[0].field.setFocus()
    view.go_on()
    assert view.course.draft.choices.region == "LV"


# --- the preview


def test_refused_rows_are_told_with_their_reason_and_saved_to_be_mended(view, person, tmp_path, file):
    to_preview(view, file)
    person.tap(view.preview.figures.figure(Verdict.REFUSED))
    (row,) = view.preview.bad.rows
    assert (row.row.number, view.preview.bad.columns[1].words(row)) == (
        4,
        "“Date of birth” is a date that there is not.",
    )
    saved = tmp_path / "again.csv"
    view.ask_where = lambda _parent, suggested: str(saved) if suggested == "klienci refused.csv" else ""
    person.tap(view.preview.save_button)
    assert "again.csv" in person.reads()
    text = saved.read_text(encoding="utf-8-sig")
    assert "Jan Ćwikła" in text
    view.begin(write(tmp_path / "mended.csv", text.replace("31.02.1990", "28.02.1990")))
    view.go_on()
    view.go_on()
    assert view.course.draft.counts().new == 1


def test_what_is_done_with_whoever_is_there_can_be_chosen(desk: Desk, view, person, file):
    join(desk, "Łucja Żółć", phone="+48600000001")
    to_preview(view, file)
    form = view.preview.form
    assert "1 row has the same phone number" in person.reads()
    assert form.choices[TwinKind.EMAIL].isHidden()
    for chosen, verdict in ((OnTwin.SKIP, "skipped"), (OnTwin.ADD, "new"), (OnTwin.UPDATE, "filled")):
        before = getattr(view.course.draft.counts(), verdict)
        form.choices[TwinKind.PHONE].choose(chosen)
        form.choices[TwinKind.PHONE].chosen.emit(chosen)
        assert getattr(view.course.draft.counts(), verdict) == before + 1


def test_opening_points_and_their_last_day_are_told(view, person, file):
    to_preview(view, file)
    words = person.reads().splitlines()
    assert "150" in words
    assert "They end on 14 Mar 2027, as the programme says." in words


def test_a_table_that_is_there_already_has_nothing_to_take(view, person, file):
    to_preview(view, file)
    view.go_on()
    to_preview(view, file)
    assert "Nothing in this table is new" in person.reads()
    assert not view.next_button.isEnabled()


# --- afterwards


def test_an_import_is_taken_back_as_a_whole_and_who_stays_is_named(desk: Desk, view, person, file):
    to_preview(view, file)
    view.go_on()
    buy(desk, "OLD-1", 500)
    person.tap(view.done.undo_button)
    words = person.reads()
    assert "1 customer goes." in words
    assert "Łucja Żółć: bought something" in words
    person.enter()
    assert "The import was taken back." in person.reads()
    assert desk.customers.count() == 1
    assert not view.done.undo_button.isEnabled()


def test_earlier_imports_are_listed_and_can_be_taken_back(desk: Desk, view, person, file):
    to_preview(view, file)
    view.go_on()
    view.begin()
    earlier = view.file.earlier
    (batch,) = earlier.rows.rows
    assert (batch.file, batch.counts.new) == ("klienci.csv", 2)
    person.tap(earlier.undo_button)
    person.press(Qt.Key.Key_Escape)
    assert (desk.customers.count(), view.isVisible()) == (2, True)
    person.tap(earlier.undo_button)
    person.enter()
    assert desk.customers.count() == 0
    assert not earlier.undo_button.isEnabled()
    assert earlier.rows.columns[1].chip(earlier.rows.rows[0]).words == "Taken back"


# --- beside the window


@pytest.fixture
def beside(qtbot, theme, filed, tools, tmp_path):
    """The wizard on a shop in a file, with a worker of its own; and a table that keeps it busy for a while."""
    from ui.seams.session import Session

    runner = BackgroundRunner()
    session = Session(filed)
    view = ImportView(theme, session, replace(tools, run=runner))
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    lines = "".join(f"OLD-{number};Customer {number}\n" for number in range(3000))
    view.begin(write(tmp_path / "many.csv", "Card;Name\n" + lines))
    qtbot.waitUntil(lambda: not view.is_busy)
    view.go_on()
    yield view, session
    view.course.stop()
    runner.wait()
    QApplication.processEvents()


def test_it_is_done_beside_the_window_and_can_be_given_up(beside, filed, qtbot):
    view, _session = beside
    view.go_on()
    assert view.is_busy
    assert view.progress.isVisible()
    with qtbot.waitSignal(view.course.checked):
        pass
    assert view.number == PREVIEW
    with qtbot.waitSignal(view.course.given_up):
        view.go_on()
        assert view.is_busy
        view.go_back()
    assert "Stopped. Nothing was written." in view.preview.banner.accessibleName()
    assert filed.customers.count() == 0
    with qtbot.waitSignal(view.course.taken):
        view.go_on()
    assert view.number == DONE
    assert filed.customers.count() == 3000


def test_while_many_are_written_whoever_wants_to_write_is_told_at_once(beside, monkeypatch, qtbot):
    view, session = beside
    monkeypatch.setattr("ui.exchange.import_view.PATIENT", 10)
    with qtbot.waitSignal(view.course.checked):
        view.go_on()
    said = []
    with qtbot.waitSignal(view.course.taken):
        view.go_on()
        session.do(lambda _desk: pytest.fail("it would wait"), refused=said.append)
    assert said == ["Customers of a table are being written just now. Try again in a moment."]
    assert session.held == ""


def test_choices_given_up_half_way_lead_back_to_the_columns(beside, qtbot):
    view, _session = beside
    with qtbot.waitSignal(view.course.checked):
        view.go_on()
    with qtbot.waitSignal(view.course.given_up):
        view.preview.form.numbers.click()
        view.go_back()
    assert view.number == COLUMNS
    assert view.course.draft is None
