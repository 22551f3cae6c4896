"""What cards are printed on is remembered by this computer, and a printer that prints askew is corrected."""

import msgspec
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QPushButton

from loyaltydesk.model.design import CardDesign
from loyaltydesk.model.grids import Grid
from loyaltydesk.printing.card import CR80, Sides
from loyaltydesk.printing.card_paper import Sheet
from loyaltydesk.printing.stocks import A4_TO_CUT, CARD_STOCKS, Flip
from tests.reading import words
from tests.ui.cards.printed import pages
from ui.cards.kept_paper import KeptPaper, read_paper
from ui.cards.own_sheet import OwnSheetDialog
from ui.cards.paper_form import NEW, PaperForm, kept_sheet
from ui.seams.preferences import Preferences

A4 = CARD_STOCKS["Avery C32011"]
MINE = Grid("Office shop", left=1900, top=1300)


def _pick(form: PaperForm, name: str) -> None:
    form.paper.choose(name)
    form.paper.chosen.emit(name)


def _turn(form: PaperForm, flip: Flip) -> None:
    form.flip.choose(flip.value)
    form.flip.chosen.emit(flip.value)


def _usual(stock, **change) -> Sheet:
    return Sheet(replace(stock, back_shift=(0, 0), **change), Sides.BOTH)


def test_ten_to_a_sheet_of_a4_is_usual(printing):
    assert printing.paper.sheet() == _usual(A4)


@pytest.mark.parametrize("name", ["Avery L7414", "Avery 5371", A4_TO_CUT])
def test_the_preview_has_the_size_of_the_labels(printing, name):
    _pick(printing.paper, name)
    assert printing.paper.sheet().size == CARD_STOCKS[name].label
    paper = printing.sides.front.paper()
    wide, high = CARD_STOCKS[name].label
    assert paper.width() / paper.height() == pytest.approx(wide / high, rel=0.02)


def test_single_cards_need_no_correction_and_no_picture_of_a_sheet(printing, person):
    _pick(printing.paper, "single")
    assert printing.paper.sheet() == Sheet(None, Sides.BOTH)
    assert printing.paper.sheet().size == CR80
    assert person.names(QDoubleSpinBox) == []
    assert not printing.paper.picture.isVisible()


def test_fronts_and_backs_are_moved_each_by_their_own(printing, person):
    before = [next(iter(printing.paper.sheet().stock.places(mirrored=side))) for side in (False, True)]
    for name, value in (
        ("Fronts: move to the right", 1.2), ("Fronts: move down", -0.7), ("Backs: move down", 0.3),
    ):  # fmt: skip
        person.find(QDoubleSpinBox, name).setValue(value)
    front, back = (next(iter(printing.paper.sheet().stock.places(mirrored=side))) for side in (False, True))
    assert front == pytest.approx((before[0][0] + 1.2, before[0][1] - 0.7))
    assert back == pytest.approx((before[1][0], before[1][1] + 0.3))


def test_a_page_to_measure_by_is_printed_for_the_chosen_paper(printing, person, printed):
    _pick(printing.paper, "Avery L7414")
    person.tap(person.find(QPushButton, "Page to measure by…"))
    assert "Calibration: Avery L7414 – front" in words(printed[0])


def test_fronts_or_backs_can_be_printed_alone(printing, person, printed):
    for side in ("Fronts", "Backs"):
        person.tap(person.find(QPushButton, side))
        person.tap(printing.print_button)
    assert [len(document.pages) for document in printed] == [1, 1]


def test_a_sheet_that_was_begun_is_filled_up(printing, person, printed, qtbot):
    picture = printing.paper.picture
    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=picture.place_of(6).center().toPoint())
    assert printing.paper.sheet().stock.start == 6
    assert picture.accessibleName() == "First free label: 7 of 10"
    picture.setFocus()
    person.press(Qt.Key.Key_Right)
    assert printing.paper.sheet().stock.start == 7
    assert "2 sheets of paper" in person.reads()
    person.tap(printing.print_button)
    assert [len(codes) for codes, _words in pages(printed[0])] == [0, 3, 0, 7]
    assert printing.paper.sheet().stock.start == 0  # that sheet is full now


def test_the_arrows_stay_on_the_sheet(printing, person):
    picture = printing.paper.picture
    picture.setFocus()
    person.press(Qt.Key.Key_Left, Qt.Key.Key_Up)
    assert picture.start == 0
    person.press(Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert picture.start == 9
    person.press(Qt.Key.Key_Up)
    assert picture.start == 7
    person.press(Qt.Key.Key_Home)
    assert picture.start == 0


def test_colour_beyond_the_edge_is_as_the_design_has_it_until_it_is_answered_here(printing, person, tools):
    tick = person.find(QCheckBox, "Colour to the edge")
    printing.session.do(lambda desk: desk.designs.save_card(CardDesign(bleed=True)))
    assert tick.isChecked()
    assert printing.paper.sheet().stock.bleed == 3
    assert kept_sheet(printing.theme, tools.preferences, bleed=True).stock.bleed == 3
    person.tap(tick)
    assert printing.paper.sheet().stock.bleed == 0
    assert kept_sheet(printing.theme, tools.preferences, bleed=True).stock.bleed == 0
    person.tap(tick)
    printing.session.do(lambda desk: desk.designs.save_card(CardDesign(bleed=False)))
    assert not tick.isChecked()


def test_the_edge_is_asked_for_where_backs_are_printed_on_sheets(printing, person):
    _turn(printing.paper, Flip.SHORT_EDGE)
    assert printing.paper.sheet().stock.flip is Flip.SHORT_EDGE
    person.tap(person.find(QPushButton, "Fronts"))
    assert not printing.paper.flip.isVisible()


def test_marks_and_colour_beyond_the_edge_are_ticked(printing, person):
    person.tap(person.find(QCheckBox, "Marks to cut by"))
    person.tap(person.find(QCheckBox, "Colour to the edge"))
    stock = printing.paper.sheet().stock
    assert (stock.marks, stock.bleed) == (True, 3)
    _pick(printing.paper, "single")
    assert printing.paper.sheet() == Sheet(None, Sides.BOTH, marks=True, bleed=True)
    _pick(printing.paper, A4_TO_CUT)
    assert "Marks to cut by" not in person.names(QCheckBox)  # it always has them


def test_the_answers_are_there_after_the_next_start(printing, theme, person, tools, tmp_path):
    _pick(printing.paper, "Avery 5371")
    printing.paper.moves.front[0].setValue(-2.5)
    _turn(printing.paper, Flip.SHORT_EDGE)
    person.tap(person.find(QPushButton, "Backs"))
    again = Preferences(QSettings(str(tmp_path / "preferences.ini"), QSettings.Format.IniFormat))
    moved = replace(CARD_STOCKS["Avery 5371"], shift=(-2.5, 0), back_shift=(0, 0), flip=Flip.SHORT_EDGE)
    assert PaperForm(theme, again).sheet() == kept_sheet(theme, again) == Sheet(moved, Sides.BACKS)


def test_a_measured_sheet_that_cannot_be_is_forgotten(tools):
    impossible = msgspec.json.encode(replace(MINE, columns=0)).decode()
    for name, value in (("paper", MINE.name), ("own", impossible)):
        tools.preferences.write(f"cards/{name}", value)
    assert read_paper(tools.preferences) == KeptPaper()


def test_answers_that_make_no_sense_are_the_usual_ones(theme, tools):
    for name, nonsense in (
        ("paper", "Papyrus"), ("right", "far"), ("down", "--"), ("sides", "inside"), ("turn", "twice"), ("own", "{"),
        ("back_right", "1_0"), ("back_down", "9999"),
    ):  # fmt: skip
        tools.preferences.write(f"cards/{name}", nonsense)
    assert read_paper(tools.preferences) == KeptPaper(back=(0, 100))


# --- sheets of the shop's own


@pytest.fixture
def ask(monkeypatch):
    """What is done with the dialog that asks for a sheet."""
    done = []

    def run(dialog: OwnSheetDialog) -> None:
        done.pop(0)(dialog)

    monkeypatch.setattr(OwnSheetDialog, "exec", run)
    return done


def test_a_sheet_is_measured_named_kept_and_printed_on(desk, printing, ask):
    def fill(dialog):
        assert not dialog.save_button.isEnabled()
        dialog.name.setText("Office shop")
        dialog.lengths["left"].setValue(19)
        dialog.lengths["top"].setValue(13)
        dialog.save_button.click()

    ask.append(fill)
    _pick(printing.paper, NEW)
    assert desk.stocks.all() == [MINE]
    assert printing.paper.paper.current() == "Office shop"
    assert printing.paper.sheet().stock.origin == (19, 13)


def test_what_does_not_fit_is_said_at_once(printing, ask):
    def fill(dialog):
        dialog.name.setText("Office shop")
        dialog.columns.setValue(3)
        assert "The columns do not fit the sheet" in dialog.banner.accessibleName()
        assert not dialog.save_button.isEnabled()
        dialog.columns.setValue(2)
        assert dialog.save_button.isEnabled()
        dialog.size_choice.choose("letter")
        dialog.size_choice.chosen.emit("letter")
        assert "higher than it is" in dialog.banner.accessibleName()

    ask.append(fill)
    _pick(printing.paper, NEW)
    assert printing.paper.sheet() == _usual(A4)


def test_a_kept_sheet_is_changed_and_removed(desk, printing, person, ask):
    desk.stocks.save(MINE)
    printing.session.changed.emit()
    _pick(printing.paper, "Office shop")
    ask.append(lambda dialog: (dialog.lengths["left"].setValue(20), dialog.save_button.click()))
    person.tap(person.find(QPushButton, "Change this sheet…"))
    assert desk.stocks.all() == [replace(MINE, left=2000)]
    assert printing.paper.sheet().stock.origin == (20, 13)
    ask.append(lambda dialog: dialog.remove_button.click())
    person.tap(person.find(QPushButton, "Change this sheet…"))
    assert desk.stocks.all() == []
    assert printing.paper.sheet() == _usual(A4)


def test_without_the_shop_a_measured_sheet_is_still_known(theme, desk, printing, tools):
    desk.stocks.save(MINE)
    printing.session.changed.emit()
    _pick(printing.paper, "Office shop")
    assert kept_sheet(theme, tools.preferences).stock.name == "Office shop"
