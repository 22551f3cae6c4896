"""A panel leaves with cells that people read and spreadsheets reckon with, and with a name every disk takes."""

import pytest

from loyaltydesk.model.money import Currency
from ui.seams.formats import QtFormats
from ui.seams.panel_export_paper import (
    LONGEST,
    Figure,
    PanelPaper,
    cell_text,
    file_name,
    is_number,
    money_cell,
    number_cell,
    share_cell,
)

ENGLISH, RUSSIAN = (QtFormats(language, Currency("EUR", 2)) for language in ("en", "ru"))


def test_money_is_read_with_its_sign_and_reckoned_without():
    assert money_cell(ENGLISH, 124_050) == Figure("€1,240.50", "1240.50")
    assert money_cell(RUSSIAN, -5).plain == "-0,05"


@pytest.mark.parametrize(
    ("thousandths", "text"), [(625, "62.5%"), (630, "63%"), (0, "0%"), (-5, "-0.5%"), (1000, "100%")]
)
def test_a_share_has_no_decimal_that_is_nothing(thousandths, text):
    assert share_cell(ENGLISH, thousandths) == Figure(text, text.removesuffix("%"))


def test_numbers_stand_to_the_right_and_words_to_the_left():
    assert number_cell(ENGLISH, 1240) == Figure("1,240", "1240")
    assert [is_number(cell) for cell in (3, number_cell(ENGLISH, 3), "3")] == [True, True, False]


def test_a_cell_is_one_line_that_somebody_may_have_typed_by_mistake():
    assert cell_text("Anna\n\tKowalska") == "Anna Kowalska"
    assert len(cell_text("x" * 10_000)) == LONGEST


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("Insights", "Customer groups", "2026-03"), "Insights – Customer groups – 2026-03.pdf"),
        (("Insights", "", "2026-03"), "Insights – 2026-03.pdf"),
        (('a/b\\c:d*"e?<f>|g\x00\n',), "a b c d e f g.pdf"),
        (("..", " . "), "Loyalty Desk.pdf"),
        (("Группы покупателей",), "Группы покупателей.pdf"),
    ],
)
def test_a_file_has_a_name_that_every_disk_takes(parts, name):
    assert file_name(parts, "pdf") == name


def test_a_long_name_is_cut_where_a_disk_would_refuse_it():
    assert len(file_name(["Ж" * 500], "csv").encode()) < 200


def test_each_row_has_a_cell_for_each_name():
    with pytest.raises(ValueError, match="zip"):
        PanelPaper(title="x", header=("a", "b"), rows=(("1",),))
