"""A panel is saved or copied from its menu, and what could not be written is said in one sentence."""

from dataclasses import replace

import pypdfium2
import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from loyaltydesk import words
from loyaltydesk.model.refusals import DiskFull
from tests.ui.fitting import nameless, small
from ui.seams import panel_export
from ui.seams.panel_export import ExportButton, PanelExport, ask_where
from ui.seams.panel_export_paper import PanelPaper
from ui.theme.charts.ranked import Rank, Ranked

GROUPS = PanelPaper(
    title="Customer groups",
    period="March 2026",
    when="2026-03",
    header=("Group", "Customers"),
    rows=(("Loyal", 88), ("=Lost", 61)),
    drawing=Ranked(rows=(Rank("", "Loyal", 88), Rank("", "Lost", 61))),
)


class Asked:
    """Chooses a file in place of a person, and remembers the name that was suggested."""

    def __init__(self, folder):
        self.folder, self.suggested = folder, ""

    def __call__(self, _parent, suggested):
        self.suggested = suggested
        return str(self.folder / suggested) if self.folder else ""


@pytest.fixture
def page(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    return page


@pytest.fixture
def export(session, tools, page, tmp_path):
    export = PanelExport(session, tools, page, about="Insights")
    export.ask_where = Asked(tmp_path)
    export.said = []
    export.told.connect(lambda text: export.said.append(("told", text)))
    export.refused.connect(lambda text: export.said.append(("refused", text)))
    return export


@pytest.fixture
def button(qtbot, theme, export):
    button = ExportButton(theme, export, name=GROUPS.title, paper=lambda: GROUPS)
    qtbot.addWidget(button)
    return button


def test_the_menu_saves_a_pdf(button, export, tmp_path):
    button.pdf.trigger()
    path = tmp_path / "Insights – Customer groups – 2026-03.pdf"
    assert export.said == [("told", f"Saved as {path}")]
    said = pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range()
    assert "Insights · March 2026" in said
    assert "Customer groups" in said


def test_the_menu_saves_a_table(button, export, tmp_path):
    button.csv.trigger()
    path = tmp_path / "Insights – Customer groups – 2026-03.csv"
    assert path.read_bytes().decode("utf-8") == "\ufeffGroup,Customers\r\nLoyal,88\r\n'=Lost,61\r\n"


def test_the_table_is_written_as_the_spreadsheets_of_the_language_read_it(button, tmp_path):
    words.use("pl")
    button.csv.trigger()
    (path,) = tmp_path.glob("*.csv")
    assert "Loyal;88" in path.read_text(encoding="utf-8")


def test_the_menu_copies_words_and_picture(button, export):
    button.copy.trigger()
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == "Group\tCustomers\nLoyal\t88\n'=Lost\t61"
    assert copied.imageData().width() > 1000
    assert export.said[0][0] == "told"


def test_what_is_copied_may_outlive_the_program(export):
    """What Python made would be let go by Qt after Python has gone: the program would end with a fault."""
    export.copy(GROUPS)
    assert not shiboken6.createdByPython(QGuiApplication.clipboard().mimeData())


def test_a_panel_without_a_chart_is_copied_as_words_alone(export):
    export.copy(PanelPaper(title="x", header=("a",), rows=(("b",),)))
    assert not QGuiApplication.clipboard().mimeData().hasImage()


def test_all_panels_go_into_one_file_with_the_name_of_the_page(export, tmp_path):
    export.save_pdf([GROUPS, GROUPS])
    path = tmp_path / "Insights – 2026-03.pdf"
    assert pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range().count("Customer groups") == 2


def test_nothing_is_written_where_no_file_is_chosen_or_no_panel_there(export):
    export.ask_where = Asked(None)
    export.save_csv(GROUPS)
    export.save_pdf([GROUPS])
    export.ask_where = lambda *_: pytest.fail("asked for nothing")
    export.save_pdf([])
    assert export.said == []


@pytest.mark.parametrize("kind", ["pdf", "csv"])
def test_a_folder_that_is_gone_is_said_in_one_sentence(button, export, tmp_path, kind):
    export.ask_where = Asked(tmp_path / "gone")
    getattr(button, kind).trigger()
    assert export.said == [("refused", f"There is no folder {tmp_path / 'gone'}.")]


def test_a_full_disk_is_said_in_one_sentence(export, monkeypatch):
    def full(_content, path):
        raise DiskFull(str(path))

    monkeypatch.setattr(panel_export, "save", full)
    export.save_pdf([GROUPS])
    assert export.said == [("refused", "The disk is full, and nothing was written. Make room and do it again.")]


def test_who_left_the_page_meanwhile_is_told_nothing(qapp, session, tools, tmp_path):
    page = QWidget()
    waiting = []
    held = replace(tools, run=lambda job, **answers: waiting.append((job, answers)))
    export = PanelExport(session, held, page, about="Insights")
    export.ask_where = Asked(tmp_path)
    export.save_csv(GROUPS)
    shiboken6.delete(page)
    ((job, answers),) = waiting
    answers["done"](job())
    assert list(tmp_path.glob("*.csv"))


def test_the_button_says_of_which_panel_it_is(qtbot, button):
    with qtbot.waitExposed(button):
        button.show()
    assert button.accessibleName() == "Save or copy: Customer groups"
    assert nameless(button) == small(button) == []
    assert min(button.width(), button.height()) >= 44
    assert button.menu().actions() == [button.pdf, button.csv, button.copy]
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize(("name", "title"), [("Insights.pdf", "Save as PDF"), ("Insights.csv", "Save as CSV")])
def test_the_question_where_suggests_a_file_of_its_kind(page, monkeypatch, name, title):
    asked = []

    def exec_(dialog):
        asked.append((dialog.windowTitle(), dialog.defaultSuffix(), dialog.acceptMode()))
        return 1

    monkeypatch.setattr(QFileDialog, "exec", exec_)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _dialog: [f"/x/{name}"])
    assert ask_where(page, name) == f"/x/{name}"
    assert asked == [(title, name[-3:], QFileDialog.AcceptMode.AcceptSave)]
