"""The dialog before printing: it saves, prints, turns pages, and says in one sentence what went wrong."""

import errno
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event

import pypdfium2
import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from loyaltydesk.model.refusals import Refused
from loyaltydesk.printing.lazy_pages import LazyPages
from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.scene import Document, Page, Text
from ui.paper import dialog as module
from ui.paper import printers
from ui.paper.dialog import PaperDialog, ask_where_to_save, ask_which_printer
from ui.paper.printer import printer_for
from ui.paper.printers import Abilities
from ui.seams.tasks import Answer, BackgroundRunner, Job, Run, run_now
from ui.seams.tools import Tools
from ui.theme.theme import Theme


@pytest.fixture
def laser(monkeypatch: pytest.MonkeyPatch) -> None:
    """A printer that can do everything; what it prints is a PDF file."""
    monkeypatch.setattr(printers, "installed", lambda: ["Laser"])
    monkeypatch.setattr(printers, "abilities", lambda _name: Abilities(turns=True, colours=True))


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme, card: Document, tools: Tools, laser: None) -> Callable[..., PaperDialog]:
    def build(
        path: Path | str = "", printed: Path | None = None, document: Document = card, run: Run = run_now
    ) -> PaperDialog:
        def to_file(document: Document) -> QPrinter:
            printer = printer_for(document)
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(printed))
            return printer

        made = PaperDialog(theme, document, title="Loyalty card", tools=replace(tools, run=run))
        made.ask_file = lambda _parent, _name: str(path)
        made.ask_printer = lambda _dialog: printed is not None
        made.make_printer = to_file
        qtbot.addWidget(made)
        return made

    return build


def _said(shown: PaperDialog) -> str:
    return "" if shown.banner.isHidden() else shown.banner.accessibleName()


def test_the_saved_file_is_the_document(opened: Callable[..., PaperDialog], card: Document, tmp_path: Path) -> None:
    shown = opened(tmp_path / "card.pdf")
    shown.save_button.click()
    assert (tmp_path / "card.pdf").read_bytes() == pdf_bytes(card)
    assert str(tmp_path / "card.pdf") in _said(shown)


def test_no_chosen_file_is_nothing_saved(opened: Callable[..., PaperDialog], tmp_path: Path) -> None:
    shown = opened("")
    shown.save_button.click()
    assert _said(shown) == ""
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "there is no room left on the disk"), (errno.EROFS, "it cannot be written there")],
)
def test_a_disk_that_fails_is_told_in_a_sentence_and_nothing_is_left_behind(
    opened: Callable[..., PaperDialog], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    def fail(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    shown = opened(tmp_path / "card.pdf")
    shown.save_button.click()
    assert _said(shown).startswith("card.pdf was not saved: " + words)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_gone_is_told(opened: Callable[..., PaperDialog], tmp_path: Path) -> None:
    shown = opened(tmp_path / "gone" / "card.pdf")
    shown.save_button.click()
    assert "this folder is not there any more" in _said(shown)


def test_a_long_document_is_written_beside_the_window_which_stays_until_it_knows(
    qtbot: QtBot, qapp: QApplication, opened: Callable[..., PaperDialog], card: Document, tmp_path: Path
) -> None:
    runner = BackgroundRunner(qapp)
    shown = opened(tmp_path / "card.pdf", run=runner)
    shown.show()
    shown.save_button.click()
    assert _said(shown) == "Writing card.pdf …"
    shown.reject()
    assert shown.isVisible()
    assert not shown.save_button.isEnabled()
    qtbot.waitUntil(lambda: _said(shown).startswith("Saved as"))
    runner.wait()
    assert (tmp_path / "card.pdf").read_bytes() == pdf_bytes(card)
    shown.reject()
    assert shown.isHidden()


def test_print_prints_both_sides(opened: Callable[..., PaperDialog], tmp_path: Path) -> None:
    shown, went = opened(printed=tmp_path / "printed.pdf"), list[int]()
    shown.printed.connect(went.extend)
    shown.print_button.click()
    assert len(pypdfium2.PdfDocument((tmp_path / "printed.pdf").read_bytes())) == 2
    assert _said(shown) == "Sent to the printer."
    assert went == [0, 1]


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)  # Qt says so too
def test_a_printer_that_takes_nothing_is_told(opened: Callable[..., PaperDialog], tmp_path: Path) -> None:
    shown, went = opened(printed=tmp_path / "gone" / "printed.pdf"), list[int]()
    shown.printed.connect(went.extend)
    shown.print_button.click()
    assert _said(shown).startswith("The printer took no pages.")
    assert went == []


def test_a_dismissed_printer_dialog_prints_nothing(opened: Callable[..., PaperDialog]) -> None:
    shown = opened()
    shown.more_button.click()
    assert _said(shown) == ""


def test_the_systems_dialog_prints_what_it_was_asked_for(opened: Callable[..., PaperDialog], tmp_path: Path) -> None:
    def choose(dialog: QPrintDialog) -> bool:
        dialog.printer().setPrintRange(QPrinter.PrintRange.PageRange)
        dialog.printer().setFromTo(2, 2)
        return True

    shown = opened(printed=tmp_path / "printed.pdf")
    shown.ask_printer = choose
    shown.more_button.click()
    (page,) = pypdfium2.PdfDocument((tmp_path / "printed.pdf").read_bytes())
    assert "2 600000 000017" in page.get_textpage().get_text_range()


def test_what_the_form_says_is_printed(opened: Callable[..., PaperDialog], tmp_path: Path) -> None:
    shown = opened(printed=tmp_path / "printed.pdf")
    made = []
    make = shown.make_printer
    shown.make_printer = lambda document: made.append(make(document)) or made[-1]
    shown.form.pages.setText("2")
    shown.form.copies.setValue(3)
    shown.form.colours.choose("grey")
    shown.print_button.click()
    (printer,) = made
    assert (printer.copyCount(), printer.colorMode()) == (3, QPrinter.ColorMode.GrayScale)
    assert len(pypdfium2.PdfDocument((tmp_path / "printed.pdf").read_bytes())) == 1


def test_pages_that_are_not_there_are_refused_before_anything_is_printed(
    opened: Callable[..., PaperDialog], tmp_path: Path
) -> None:
    shown = opened(printed=tmp_path / "printed.pdf")
    shown.form.pages.setText("3")
    shown.print_button.click()
    assert list(tmp_path.glob("*.pdf")) == []
    assert _said(shown) == ""


def test_without_a_printer_the_file_is_proposed(
    opened: Callable[..., PaperDialog], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(printers, "installed", list)
    shown = opened(tmp_path / "card.pdf")
    assert _said(shown).startswith("No printer is installed on this computer.")
    assert [each.isEnabled() for each in (shown.print_button, shown.more_button)] == [False, False]
    assert shown.save_button.isDefault()
    shown.save_button.click()
    assert (tmp_path / "card.pdf").exists()
    assert not shown.print_button.isEnabled()


def _long(pages: int) -> Document:
    return Document(LazyPages(range(pages), lambda number: Page(50, 20, (Text(f"{number}", 5, 10, 5),))), "Long")


@pytest.mark.parametrize("what", ["save", "print"])
def test_a_long_run_shows_how_far_it_is_and_is_given_up_where_it_is(
    qtbot: QtBot, qapp: QApplication, opened: Callable[..., PaperDialog], tmp_path: Path, what: str
) -> None:
    runner = BackgroundRunner(qapp)
    begun, go_on = Event(), Event()

    def page(number: int) -> Page:
        if number == 5:
            begun.set()
            go_on.wait(9)
        return Page(50, 20, (Text(f"{number}", 5, 10, 5),))

    path = tmp_path / "long.pdf"
    shown = opened(path, path, Document(LazyPages(range(400), page), "Long"), runner)
    shown.show()
    {"save": shown.save_button, "print": shown.print_button}[what].click()
    qtbot.waitUntil(begun.is_set)
    assert shown.under_way.isVisible()
    shown.reject()
    assert shown.isVisible()
    shown.under_way.stop_button.click()
    go_on.set()
    qtbot.waitUntil(lambda: _said(shown).startswith("Stopped."))
    runner.wait()
    assert shown.under_way.isHidden()
    assert what == "print" or not path.exists()
    assert shown.save_button.isEnabled()


@pytest.mark.parametrize("what", ["save", "print"])
def test_a_fault_of_ours_does_not_hold_the_dialog(
    opened: Callable[..., PaperDialog], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    def broken(*_paper: object, **_more: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(module, "save_pdf", broken)
    monkeypatch.setattr(module, "print_document", broken)
    faults: list[Exception] = []

    def run(job: Job, *, done: Answer, refused: Callable[[Refused], None]) -> None:
        try:
            run_now(job, done=done, refused=refused)
        except ZeroDivisionError as fault:
            faults.append(fault)

    shown = opened(tmp_path / "card.pdf", tmp_path / "printed.pdf", run=run)
    shown.show()
    (shown.save_button if what == "save" else shown.print_button).click()
    assert len(faults) == 1
    assert (shown.save_button.isEnabled(), _said(shown), shown.under_way.isHidden()) == (True, "", True)
    shown.close_button.click()
    assert shown.isHidden()


def test_a_few_pages_need_no_bar(opened: Callable[..., PaperDialog], tmp_path: Path) -> None:
    for pages, seen in ((20, False), (21, True)):
        shown = opened(tmp_path / "long.pdf", document=_long(pages))
        shown.under_way.begin("Printing …", pages)
        assert shown.under_way.isHidden() is not seen


def test_everything_works_from_the_keyboard(qtbot: QtBot, opened: Callable[..., PaperDialog], tmp_path: Path) -> None:
    shown = opened(tmp_path / "saved.pdf", tmp_path / "printed.pdf")
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    qtbot.keyClick(shown, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert (tmp_path / "saved.pdf").exists()
    qtbot.keyClick(shown, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert (tmp_path / "printed.pdf").exists()
    qtbot.keyClick(shown.preview, Qt.Key.Key_PageDown)
    assert shown.preview.number == 1
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert shown.isHidden()


def test_the_arrows_turn_the_pages_as_far_as_there_are_any(opened: Callable[..., PaperDialog]) -> None:
    shown = opened()
    assert (shown.back_button.isEnabled(), shown.forth_button.isEnabled()) == (False, True)
    shown.forth_button.click()
    assert shown.preview.number == 1
    assert (shown.back_button.isEnabled(), shown.forth_button.isEnabled()) == (True, False)
    shown.back_button.click()
    assert shown.preview.number == 0


def test_one_page_has_no_arrows(opened: Callable[..., PaperDialog], card: Document) -> None:
    shown = opened(document=Document(card.pages[:1], "front"))
    assert shown.forth_button.isHidden()


def test_the_real_file_dialog_asks_for_a_pdf(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.setattr(QFileDialog, "exec", lambda _self: QDialog.DialogCode.Accepted)
    assert ask_where_to_save(parent, str(tmp_path / "Card.pdf")) == str(tmp_path / "Card.pdf")
    monkeypatch.setattr(QFileDialog, "exec", lambda _self: QDialog.DialogCode.Rejected)
    assert ask_where_to_save(parent, "Card.pdf") == ""


def test_the_real_printer_dialog_knows_the_pages(
    opened: Callable[..., PaperDialog], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def remember(shown: QPrintDialog) -> int:
        seen.append((shown.minPage(), shown.maxPage()))
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(QPrintDialog, "exec", remember)
    shown = opened()
    shown.ask_printer = ask_which_printer
    shown.more_button.click()
    assert seen == [(1, 2)]
    assert _said(shown) == ""


@pytest.mark.parametrize(
    ("title", "name"), [("Loyalty card", "Loyalty card.pdf"), ('A/B: "C"\n', "A B C.pdf"), ("...", "Loyalty Desk.pdf")]
)
def test_the_suggested_name_is_one_every_disk_takes(title: str, name: str) -> None:
    assert Path(module._suggested(title)).name == name


def test_without_a_folder_for_documents_the_home_is_proposed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(tmp_path))
    assert Path(module._suggested("Card")).parent == tmp_path
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(tmp_path / "Documents"))
    assert Path(module._suggested("Card")).parent == Path.home()
