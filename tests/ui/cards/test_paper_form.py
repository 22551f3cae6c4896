"""What cards are printed on is remembered by this computer, and a printer that prints askew is corrected."""

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QDoubleSpinBox, QPushButton

from loyaltydesk.printing.card import CR80, Sides
from loyaltydesk.printing.stocks import CARD_STOCKS
from ui.cards.orders import Sheet, moved
from ui.cards.paper_form import PaperForm
from ui.seams.preferences import Preferences

A4 = CARD_STOCKS["Avery C32011"]


def _pick(form: PaperForm, name: str) -> None:
    form.paper.choose(name)
    form.paper.chosen.emit(name)


def test_ten_to_a_sheet_of_a4_is_usual(printing):
    assert printing.paper.sheet() == Sheet(A4, Sides.BOTH)


@pytest.mark.parametrize("name", CARD_STOCKS)
def test_the_preview_has_the_size_of_the_labels(printing, name):
    _pick(printing.paper, name)
    assert printing.paper.sheet().size == CARD_STOCKS[name].label
    paper = printing.sides.front.paper()
    wide, high = CARD_STOCKS[name].label
    assert paper.width() / paper.height() == pytest.approx(wide / high, rel=0.02)


def test_single_cards_need_no_correction(printing, person):
    _pick(printing.paper, "single")
    assert printing.paper.sheet() == Sheet(None, Sides.BOTH)
    assert printing.paper.sheet().size == CR80
    assert person.names(QDoubleSpinBox) == []


def test_a_correction_moves_every_card_of_a_sheet(printing, person, printed):
    before = next(iter(printing.paper.sheet().stock.places()))
    person.find(QDoubleSpinBox, "Move to the right").setValue(1.2)
    person.find(QDoubleSpinBox, "Move down").setValue(-0.7)
    after = next(iter(printing.paper.sheet().stock.places()))
    assert after == pytest.approx((before[0] + 1.2, before[1] - 0.7))
    person.tap(printing.print_button)
    own = printed[0].pages[0].items[1]
    assert (own.dx, own.dy) == pytest.approx(after)


def test_fronts_or_backs_can_be_printed_alone(printing, person, printed):
    for side in ("Fronts", "Backs"):
        person.tap(person.find(QPushButton, side))
        person.tap(printing.print_button)
    assert [len(document.pages) for document in printed] == [1, 1]


def test_the_answers_are_there_after_the_next_start(printing, theme, tools, tmp_path):
    _pick(printing.paper, "Avery 5371")
    printing.paper.right.setValue(-2.5)
    again = Preferences(QSettings(str(tmp_path / "preferences.ini"), QSettings.Format.IniFormat))
    assert PaperForm(theme, again).sheet() == Sheet(moved(CARD_STOCKS["Avery 5371"], (-25, 0)), Sides.BOTH)


def test_answers_that_make_no_sense_are_the_usual_ones(theme, tools):
    for name, nonsense in (("paper", "Papyrus"), ("right", "far"), ("down", "--")):
        tools.preferences.write(f"cards/{name}", nonsense)
    assert PaperForm(theme, tools.preferences).sheet() == Sheet(A4, Sides.BOTH)


def test_sheets_are_counted() -> None:
    assert [Sheet(A4, Sides.BOTH).sheets(count) for count in (1, 10, 11)] == [1, 1, 2]
    assert Sheet(None, Sides.BOTH).sheets(5) == 0
