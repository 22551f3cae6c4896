"""Every version is kept: to be looked at, compared, put back, saved to a file; and a file becomes the draft."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from loyaltydesk.desk import Desk
from ui.programme.history_view import HistoryView
from ui.programme.page import ProgrammePage

DOUBLED = '\n[[multiply]]\nid = "sat"\nby = 2\nwhen = { weekdays = ["sat"] }\n'


@pytest.fixture
def history(desk: Desk, clock, page: ProgrammePage) -> HistoryView:
    """Three versions: the second doubles points, the third is like the first."""
    first = desk.shop.programme_text()
    clock.to("2026-03-15T10:00:00")
    desk.shop.load_programme(first + DOUBLED)
    clock.to("2026-03-16T10:00:00")
    desk.shop.load_programme(first.replace("Rīts Club", "Rīts"))
    page.session.changed.emit()
    page.open_view(page.history)
    return page.history


def test_the_newest_comes_first_and_the_one_in_force_is_marked(history: HistoryView):
    assert [version.number for version in history.rows.rows] == [3, 2, 1]
    chips = [history.rows.columns[0].chip(version) for version in history.rows.rows]
    assert [chip.words if chip else "" for chip in chips] == ["in force", "", ""]
    assert history.table.current().number == 3


def test_a_version_says_what_it_changed(history: HistoryView, person):
    person.press(Qt.Key.Key_Down)
    assert history.table.current().number == 2
    assert [change.after for change in history.list.found] == ["Twice the points · on Saturdays"]
    assert "Rīts Club · version 2" in person.reads()
    person.press(Qt.Key.Key_Down)
    assert "This is the first version." in person.reads()


def test_it_can_be_compared_with_any_other(history: HistoryView):
    history.table.choose(2)
    history.compared.setCurrentIndex(history.compared.findData("3"))
    history.compared.activated.emit(history.compared.currentIndex())
    assert {change.table for change in history.list.found} == {"programme", "multiply"}


def test_an_old_one_is_put_back_as_a_draft_with_its_notes(
    desk: Desk, page: ProgrammePage, history: HistoryView, person
):
    history.table.choose(2)
    person.tap(history.put_back)
    assert page.view is page.rules
    assert "Version 2 is your draft now." in person.reads()
    page.open_view(page.save)
    person.tap(page.save.save)
    assert desk.shop.programme_version == 4
    assert desk.shop.programme_text().endswith(DOUBLED)


def test_the_one_in_force_need_not_be_put_back(history: HistoryView):
    history.table.choose(3)
    assert not history.put_back.isVisible()


def test_a_version_is_saved_to_a_file_as_it_was_written(desk: Desk, history: HistoryView, person, tmp_path: Path):
    asked: list[str] = []
    target = tmp_path / "rules.toml"
    history.ask_place = lambda _parent, suggested: asked.append(suggested) or str(target)
    history.table.choose(2)
    person.tap(history.export)
    assert asked == ["Rīts Club 2.toml"]
    assert target.read_text(encoding="utf-8") == desk.shop.programme_history()[1].toml
    assert "Saved as" in person.reads()


def test_a_folder_that_is_gone_is_said(history: HistoryView, person, tmp_path: Path):
    history.ask_place = lambda *_: str(tmp_path / "gone" / "rules.toml")
    person.tap(history.export)
    assert "There is no folder" in person.reads()


def test_giving_up_saves_and_reads_nothing(history: HistoryView, page: ProgrammePage, person):
    history.ask_place = lambda *_: ""
    history.ask_file = lambda *_: ""
    person.tap(history.export)
    person.tap(history.read)
    assert page.view is history
    assert not history.notice.isVisible()


def test_a_file_becomes_the_draft(history: HistoryView, page: ProgrammePage, person, tmp_path: Path, desk: Desk):
    file = tmp_path / "rules.toml"
    file.write_text("# mine\n" + desk.shop.programme_text() + DOUBLED, encoding="utf-8")
    history.ask_file = lambda _parent: str(file)
    person.tap(history.read)
    assert page.view is page.rules
    assert "“rules.toml” is your draft now." in person.reads()
    assert page.draft.text.startswith("# mine")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfe\x00", "UTF-8"),
        (b"[programme]\nname = 'x'\n", "currency"),
        (
            b"[programme]\nname = 'x'\ncurrency = 'EUR'\n[[earn]]\nid = 'a'\npoints = 1\nper = '1,5'\n",
            "line 7: earn[0].per",
        ),
    ],
)
def test_a_bad_file_is_refused_with_its_place(history: HistoryView, page, person, tmp_path: Path, content, said):
    file = tmp_path / "rules.toml"
    file.write_bytes(content)
    history.ask_file = lambda _parent: str(file)
    person.tap(history.read)
    assert page.view is history
    assert said in person.reads()
    assert not page.draft.is_changed


def test_a_version_that_cannot_be_read_any_more_is_still_there(history: HistoryView, person, tmp_path: Path):
    history.rows.rows[1] = replace(history.rows.rows[1], toml="[programme]\n# of an older release")
    history.table.choose(1)
    history.table.choose(2)
    assert "This release cannot read these rules." in person.reads()
    assert not history.put_back.isVisible()
    target = tmp_path / "old.toml"
    history.ask_place = lambda *_: str(target)
    person.tap(history.export)
    assert target.read_text(encoding="utf-8").endswith("older release")
    history.table.choose(3)
    assert "The other version cannot be read." in person.reads()


def test_one_of_an_older_release_is_put_back_as_it_is_written_today(history: HistoryView, page: ProgrammePage, person):
    tiers = '[[tier]]\nname = "Gold"\nfrom = "500.00"\n[[tier]]\nname = "Silver"\nfrom = "100.00"\n'
    old = '[programme]\nname = "Old"\ncurrency = "EUR"\n' + tiers  # the highest first, as it could be once
    history.rows.rows[1] = replace(history.rows.rows[1], toml=old)
    history.table.choose(2)
    person.tap(history.put_back)
    assert [tier.name for tier in page.draft.programme.tiers] == ["Silver", "Gold"]
