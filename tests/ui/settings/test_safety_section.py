"""Backups are made where they are wanted, and the file is proved on request; both say how it went."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from loyaltydesk.desk import Desk
from tests.shop import buy, join, store_of
from tests.ui.person import Person
from ui.restoring.choosing import ChoosingDialog
from ui.seams.second_backup import keep_second_place, second_place
from ui.seams.tasks import BackgroundRunner
from ui.settings import safety_section as module
from ui.settings.drives import Drive
from ui.settings.safety_section import SafetySection

PAGE = 4096  # bytes


@pytest.fixture
def section(page) -> SafetySection:
    page.open("safety")
    return page.section("safety")


def _said(section: SafetySection) -> str:
    return section.notice.accessibleName() if section.notice.isVisible() else ""


def _place(section: SafetySection, key: str) -> None:
    section.place.setCurrentIndex(section.place.findData(key))
    section.place.activated.emit(section.place.currentIndex())


def test_what_is_in_the_file_is_told(section, person, desk: Desk, shop_file: Path):
    _customer, card = join(desk, "Jānis")
    buy(desk, card, 500)
    section.session.changed.emit()
    assert [value.text() for value in section._values][:1] == [str(shop_file)]
    assert [value.text() for value in section._values][2:5] == ["2", "1", "Never"]
    assert section._values[1].text().endswith("kB")
    assert section._values[6].text() == desk.shop.sqlite_release


def test_a_backup_lies_beside_the_shop_and_is_told(section, person, shop_file: Path):
    person.tap(person.find(QPushButton, "Make a backup now"))
    (copy,) = (shop_file.parent / "backups").iterdir()
    assert _said(section) == "The backup is made and proved."
    assert str(copy) in person.reads()
    assert section._values[4].text() == "14 Mar 2026 10:05"


def test_a_backup_that_made_itself_is_told_when_the_section_is_shown_again(section, page, desk: Desk):
    page.open("about")
    desk.shop.back_up(desk.shop.backup_folder)
    page.open("safety")
    assert section._values[4].text() == "14 Mar 2026 10:05"


def test_a_backup_goes_to_a_stick(section, person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "drives", lambda: [Drive("STICK", str(tmp_path / "stick"), 4_000_000_000)])
    (tmp_path / "stick").mkdir()
    section.reload()
    _place(section, str(tmp_path / "stick" / "Loyalty Desk"))
    assert section.place.currentText() == "STICK, 4.0 GB free"
    person.tap(person.find(QPushButton, "Make a backup now"))
    assert [each.suffix for each in (tmp_path / "stick" / "Loyalty Desk").iterdir()] == [".ldbak"]
    assert [value.text() for value in section._values[4:6]] == ["Never", "14 Mar 2026 10:05"]


def test_a_backup_goes_to_a_folder_that_is_chosen(section, person, tools, tmp_path: Path):
    section.place.ask_folder = lambda _parent: str(tmp_path / "home")
    _place(section, "other")
    assert section.place.currentText() == second_place(tools.preferences) == str(tmp_path / "home")
    assert section._values[5].text() == "Not within reach"
    person.tap(person.find(QPushButton, "Make a backup now"))
    assert len(list((tmp_path / "home").iterdir())) == 1


def test_whoever_chooses_no_folder_keeps_the_place_they_had(section, tools):
    keep_second_place(tools.preferences, "/somewhere/safe")
    section.reload()
    section.place.ask_folder = lambda _parent: ""
    _place(section, "other")
    assert section.place.current() == second_place(tools.preferences) == "/somewhere/safe"
    _place(section, "")
    assert section.place.folder is None


def test_a_place_that_cannot_be_written_is_told(section, person, shop_file: Path):
    (shop_file.parent / "backups").write_text("not a folder")
    person.tap(person.find(QPushButton, "Make a backup now"))
    assert "cannot be written" in _said(section)
    assert section.back_up.isEnabled()


def test_a_whole_file_is_said_to_be_whole(section, person):
    person.tap(person.find(QPushButton, "Check the file"))
    assert _said(section) == "The file is whole."
    assert section.progress.isHidden()


def test_the_check_tells_how_far_it_is(section, person, desk: Desk):
    steps: list[int] = []
    section.progress.valueChanged.connect(steps.append)
    desk.cards.make(2500)
    person.tap(person.find(QPushButton, "Check the file"))
    assert len(steps) >= 3
    assert steps[-1] == section.progress.maximum()


def test_a_file_that_is_not_whole_is_told_with_what_was_found(section, person, desk: Desk):
    store_of(desk).connection.execute("UPDATE customers SET balance = 999")
    person.tap(person.find(QPushButton, "Check the file"))
    assert _said(section) == "The file is not whole."
    assert "customers: rows that do not follow from the journal" in person.reads()


def test_the_work_is_done_beside_the_window(qtbot, qapp: QApplication, section, person, tools, shop_file: Path):
    runner = BackgroundRunner(qapp)
    object.__setattr__(tools, "run", runner)
    person.tap(section.back_up)
    assert not section.back_up.isEnabled()
    assert _said(section).startswith("Copying the file")
    qtbot.waitUntil(lambda: _said(section) == "The backup is made and proved.")
    runner.wait()
    assert section.check.isEnabled()


def test_an_answer_that_comes_too_late_disturbs_nobody(qtbot, qapp: QApplication, section, tools, page):
    runner = BackgroundRunner(qapp)
    object.__setattr__(tools, "run", runner)
    section.check.click()
    page.deleteLater()
    qtbot.waitSignal(page.destroyed).wait()
    runner.wait()
    qapp.processEvents()


def test_the_place_stays_chosen_when_the_shop_changes(section, tmp_path: Path):
    section.place.ask_folder = lambda _parent: str(tmp_path)
    _place(section, "other")
    section.session.changed.emit()
    assert section.place.current() == str(tmp_path)


def test_a_backup_to_put_back_is_chosen_in_a_dialog(qtbot, section, person, desk: Desk):
    copy = desk.shop.back_up(desk.shop.backup_folder)
    person.tap(person.find(QPushButton, "Put a backup back…"))
    dialog = section.findChild(ChoosingDialog)
    assert "as it was on 14 Mar 2026 10:05" in Person(dialog).reads()
    with qtbot.waitSignal(section.session.backup_wanted) as wanted:
        Person(dialog).tap(dialog.choosing.put_back)
    assert wanted.args == [copy]
    assert section.findChild(ChoosingDialog) is None


def test_the_dialog_is_left_with_escape(section, person, desk: Desk):
    wanted: list[Path] = []
    section.session.backup_wanted.connect(wanted.append)
    person.tap(section.put_back)
    dialog = section.findChild(ChoosingDialog)
    Person(dialog).press(Qt.Key.Key_Escape)
    assert section.findChild(ChoosingDialog) is None
    assert wanted == []
