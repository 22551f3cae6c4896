"""Tables for spreadsheets keep their numbers numbers, their names names, and carry no formula."""

import csv

import pytest

from loyaltydesk.exchange.csv_writing import Shape, for_spreadsheet
from ui.seams.panel_export_paper import Figure, PanelPaper
from ui.seams.panel_export_tables import csv_text, tabbed_text

PLAIN = Shape()


def paper(*cells):
    return PanelPaper(title="x", header=("Name",) * len(cells), rows=(cells,))


def written(*cells, shape=PLAIN):
    text = "".join(csv_text(paper(*cells), shape)).lstrip("\ufeff")
    return list(csv.reader(text.splitlines(), delimiter=shape.delimiter))[1]


@pytest.mark.parametrize("formula", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1"])
def test_no_cell_and_no_name_is_taken_for_a_formula(formula):
    assert written(formula)[0].startswith("'")
    header = PanelPaper(title="x", header=(formula,), rows=())
    assert "".join(csv_text(header, PLAIN)).lstrip('"').startswith("'")
    for line in tabbed_text(PanelPaper(title="x", header=(formula,), rows=((formula,),))).split("\n"):
        assert line.startswith("'")


def test_a_formula_behind_blanks_is_pasted_as_words():
    assert tabbed_text(paper("  =1+1")).endswith("'=1+1")


def test_numbers_are_written_as_a_spreadsheet_reckons():
    assert written(1240, Figure("€1,240.50", "1240.50"), Figure("−3", "-3")) == ["1240", "1240.50", "-3"]
    assert written(Figure("=1", "=1")) == ["'=1"]


def test_digits_that_are_a_name_lose_none():
    assert written("2600000000017", shape=for_spreadsheet("en")) == ['="2600000000017"']
    assert written("007") == ["007"]


def test_columns_part_by_the_sign_of_the_language():
    assert "".join(csv_text(paper("Anna", 5), for_spreadsheet("ru"))) == "\ufeffName;Name\r\nAnna;5\r\n"


def test_tabs_and_line_ends_in_a_name_do_not_part_what_is_pasted():
    assert tabbed_text(paper("Anna\tMaria\nKowalska", 5)) == "Name\tName\nAnna Maria Kowalska\t5"
