"""The tour as a whole: it comes to its end, leaves what it should, and says where it does not."""

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from loyaltydesk import words
from loyaltydesk.demo import Demo
from loyaltydesk.model.refusals import FileReadOnly
from tests.reading import codes
from ui.theme.theme import Theme
from ui.tour import at_the_till, eyes, first_run, start, through_the_pages, with_voices
from ui.tour.album import PAPERS
from ui.tour.guide import Guide
from ui.tour.start import Tour, TourFailed, choose_platform

WANTED = set(
    """
    customer amount recorded reward voucher voucher-used returned undone locked customer-display customers
    customer-page cards settings first-run-programme greetings greetings-design greetings-calls scanned bill parked
    taken-up products products-found product till-promise till-voice-overdue survey-asked survey-display
    survey-thanks team voices voices-answer voices-wish promises survey survey-commitment focus-group partners
    suppliers insights insights-how insights-group campaign campaign-cards campaign-result reports staff-goals
    staff-bonuses settings-search import-columns import-preview import-done export
    """.split()
)
WHOLE = {"survey-asked", "voices-wish", "insights", "staff-goals", "import-preview", "locked"}  # the window never grows


@pytest.fixture
def as_before(qapp: QApplication, dressed: Theme) -> Iterator[None]:
    """The tour's program dresses the application and speaks a language; the next test finds the usual ones."""
    usual, flash = QLocale(), qapp.cursorFlashTime()
    yield
    qapp.setCursorFlashTime(flash)
    QLocale.setDefault(usual)
    words.use("en")
    dressed.set(mode="dark")
    dressed.set(mode="light")


@pytest.fixture
def small(as_before: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A shop that is made in no time, for tours that do not get far."""
    monkeypatch.setattr(start, "SIZE", Demo(customers=5, purchases=10))


def _tour(language: str = "en", told: list[str] | None = None) -> Tour:
    words.use(language)
    return Tour(lambda: datetime.now().astimezone(), language, "light", (told if told is not None else []).append)


@pytest.mark.slow
@pytest.mark.usefixtures("as_before")
@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_day_of_work_leaves_numbered_pictures_and_every_paper(tmp_path: Path, language: str) -> None:
    told: list[str] = []
    _tour(language, told).run(tmp_path)
    names = sorted(each.name for each in tmp_path.iterdir())
    pictures = [name for name in names if name.endswith(".png")]
    assert pictures[0] == "001-ready.png"
    assert [int(name[:3]) for name in pictures] == list(range(1, len(pictures) + 1))
    assert {name[4:-4] for name in pictures} >= WANTED
    assert [name for name in names if name.endswith(".pdf")] == [f"{paper}.pdf" for paper in PAPERS]
    assert [line.partition(":")[0] for line in told if ".png" in line] == pictures
    image = QImage(str(tmp_path / "001-ready.png"))
    assert (image.width(), image.height()) == (1366, 768)
    assert {QImage(str(tmp_path / name)).height() for name in pictures if name[4:-4] in WHOLE} == {768}
    assert [code[0] for code in _codes(tmp_path / "voucher.pdf")] == ["V"]
    assert [code[:2] for code in _codes(tmp_path / "card.pdf")] == ["26"]
    assert len(set(_codes(tmp_path / "sheet.pdf"))) == 10
    assert len(_codes(tmp_path / "slip.pdf")) == 1
    assert len(set(_codes(tmp_path / "survey.pdf"))) == with_voices.SHEETS


def _codes(paper: Path) -> list[str]:
    """What a scanner would read off all pages of a paper."""
    document = pypdfium2.PdfDocument(paper)
    pages = [page.render(scale=200 / 72).to_pil() for page in document]
    document.close()
    return [code for page in pages for code in codes(page)]


@pytest.mark.usefixtures("small")
def test_a_step_that_fails_is_named_and_what_was_there_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def look_for_a_miracle(guide: Guide) -> None:
        guide.see("ready", what="The till")
        raise eyes.NotSeen("Miracle")

    monkeypatch.setattr(at_the_till, "day", look_for_a_miracle)
    with pytest.raises(TourFailed, match="after 2 pictures: “Miracle” was not there"):
        _tour().run(tmp_path)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["001-ready.png", "002-stopped.png"]


@pytest.mark.usefixtures("small")
def test_a_page_that_cannot_be_reached_fails_the_tour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(eyes, "PATIENCE_MS", 50)
    monkeypatch.setattr(at_the_till, "day", lambda _guide: None)
    pages = start.page_specs
    monkeypatch.setattr(start, "page_specs", lambda: [*pages()[:1], pages()[0], *pages()[1:]])
    with pytest.raises(TourFailed, match="“Till” was not there"):
        _tour().run(tmp_path)


@pytest.mark.usefixtures("small")
def test_a_fault_in_a_slot_fails_the_tour_even_when_all_pictures_came(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cause_a_fault(_guide: Guide) -> None:
        sys.excepthook(ZeroDivisionError, ZeroDivisionError("by nothing"), None)

    monkeypatch.setattr(at_the_till, "day", cause_a_fault)
    monkeypatch.setattr(through_the_pages, "visit", lambda *_: None)
    monkeypatch.setattr(first_run, "ask", lambda *_, **__: None)
    monkeypatch.setattr(sys, "excepthook", lambda *_: None)
    with pytest.raises(TourFailed, match="ZeroDivisionError: by nothing"):
        _tour().run(tmp_path)


@pytest.mark.usefixtures("small")
def test_any_other_fault_ends_it_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(at_the_till, "day", lambda _guide: {}["nothing"])
    with pytest.raises(TourFailed, match="KeyError: 'nothing'"):
        _tour().run(tmp_path)


def test_a_folder_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileReadOnly):
        _tour().run(tmp_path / "file" / "tour")


def test_without_a_screen_the_platform_without_one_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    choose_platform()
    assert start.os.environ["QT_QPA_PLATFORM"] == "offscreen"


def test_a_screen_is_used_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setenv("DISPLAY", ":7")
    choose_platform()
    assert "QT_QPA_PLATFORM" not in start.os.environ
