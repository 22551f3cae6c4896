"""Tables of every make are opened, and files that are none, or would fill the computer, are refused."""

import struct
import tempfile
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from loyaltydesk.exchange import workbook_guard
from loyaltydesk.exchange.code_pages import code_page
from loyaltydesk.exchange.tables_in import open_table
from loyaltydesk.exchange.workbooks import number_text
from loyaltydesk.model.refusals import BadRequest, DiskFull, FileMissing, Refused
from tests.disk import small_disk

POLISH = "Nazwisko;Miasto\nŁucja Żółć;Gdańsk\nJan Gęś;Łódź\nŚwięta Źdźbło;Kraków\n"
LATVIAN = "Vārds;Pilsēta\nJānis Bērziņš;Rīga\nĶērsta Žagare;Cēsis\nŠķēle Ūdre;Jūrmala\n"
RUSSIAN = "Имя;Город\nПётр Щукин;Рига\nЮлия Ёлкина;Даугавпилс\n"
LITHUANIAN = "Vardas;Miestas\nŽydrūnas Šarūnas;Kėdainiai\nĄžuolas Įvaras;Panevėžys\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((POLISH, each) for each in ("cp1250", "cp1257", "iso8859-2", "cp852", "utf-8", "utf-8-sig", "utf-16")),
        *((LATVIAN, each) for each in ("cp1257", "iso8859-13", "cp775", "utf-16-le", "utf-16-be")),
        *((RUSSIAN, each) for each in ("cp1251", "koi8-r", "cp866", "iso8859-5", "utf-16")),
        *((LITHUANIAN, each) for each in ("cp1257", "utf-8")),
    ],
)
def test_every_encoding_is_found_out(tmp_path: Path, text: str, encoding: str) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(text.encode(encoding))
    with open_table(path) as table:
        assert ["".join(";".join(row.cells)) for row in table.rows()] == text.splitlines()


def test_a_polish_page_is_told_from_a_baltic_one() -> None:
    assert code_page(POLISH.encode("cp1250")) == "cp1250"
    assert code_page(LATVIAN.encode("cp1257")) == "cp1257"


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_every_delimiter_is_found_out_though_others_stand_in_the_cells(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "table.csv"
    others = "".join(sign for sign in ";,|" if sign != delimiter)
    lines = [("Name", "Note", "Points"), *((f"Anna {n}", f"a{others}b", str(n)) for n in range(9))]
    path.write_text("\n".join(delimiter.join(line) for line in lines), encoding="utf-8")
    with open_table(path) as table:
        assert table.delimiter == delimiter
        assert [len(row.cells) for row in table.rows()] == [3] * 10


def test_rows_are_numbered_as_a_spreadsheet_counts(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text('sep=;\nName;Note\n\n"Anna";"two\nlines"\nJan;x\n', encoding="utf-8")
    with open_table(path) as table:
        assert [(row.number, row.cells[0]) for row in table.rows()] == [(2, "Name"), (4, "Anna"), (5, "Jan")]


# --- workbooks


def _book(path: Path) -> None:
    book = xlsxwriter.Workbook(str(path))
    book.add_worksheet("Empty")
    hidden, sheet = book.add_worksheet("Hidden"), book.add_worksheet("People")
    hidden.write_string(0, 0, "secret")
    hidden.hide()
    sheet.write_row(2, 1, ["Card", "Born", "Sum", "Note"])
    sheet.write_number(3, 1, 2600001234567)
    sheet.write_datetime(3, 2, date(1990, 3, 14), book.add_format({"num_format": "dd.mm.yyyy"}))
    sheet.write_formula(3, 3, "=1+1", None, 2)
    sheet.write_string(3, 4, "=cmd()")
    book.close()


def test_the_first_sheet_that_can_be_seen_and_is_not_empty_is_read(tmp_path: Path) -> None:
    _book(tmp_path / "a.xlsx")
    with open_table(tmp_path / "a.xlsx") as table:
        assert (table.sheets, table.sheet) == (("Empty", "People"), "People")
        rows = list(table.rows())
        assert [row.number for row in rows] == [3, 4]
        assert rows[1].cells == ("", "2600001234567", "1990-03-14", "2", "=cmd()")
        assert list(table.rows()) == rows


def test_a_sheet_that_there_is_not_is_refused(tmp_path: Path) -> None:
    _book(tmp_path / "a.xlsx")
    with pytest.raises(BadRequest) as refused:
        open_table(tmp_path / "a.xlsx", sheet="Hidden")
    assert refused.value.reason == "sheet_missing"


def test_numbers_are_as_they_were_typed_and_none_looks_like_a_thousand() -> None:
    numbers = (2000123456789.0, 1.5, 12.345, 2.6e17, 0.0, -3.0, float("nan"), float("inf"))
    assert [number_text(number) for number in numbers] == [
        "2000123456789", "1.5", "12.3450", "2.6000000000E+17", "0", "-3", "", "",
    ]  # fmt: skip


# --- what is no table


def _packed(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return path


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "table_empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x01\x02" * 20, "no_table"),
        (b"PK\x03\x04" + bytes(200), "table_unreadable"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000), "table_unreadable"),
    ],
)
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    (tmp_path / "a.xlsx").write_bytes(content)
    with pytest.raises(BadRequest) as refused:
        open_table(tmp_path / "a.xlsx")
    assert refused.value.reason == reason


def test_a_zip_of_something_else_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadRequest) as refused:
        open_table(_packed(tmp_path / "a.xlsx", {"readme.txt": b"hello"}))
    assert refused.value.reason == "table_unreadable"


def test_nothing_is_unpacked_of_a_workbook_that_says_how_large_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook_guard, "LARGEST", 1_000_000)
    path = _packed(tmp_path / "a.xlsx", {"xl/workbook.xml": b"<a/>", "xl/worksheets/sheet1.xml": bytes(1_000_001)})
    assert path.stat().st_size < 10_000
    with pytest.raises(BadRequest) as refused:
        open_table(path)
    assert refused.value.reason == "table_too_large"


def test_a_workbook_that_lies_about_its_size_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_guard, "LARGEST", 1_000_000)
    path = _packed(tmp_path / "a.xlsx", {"xl/workbook.xml": bytes(3_000_000)})
    content = path.read_bytes()
    path.write_bytes(content.replace(struct.pack("<I", 3_000_000), struct.pack("<I", 10)))
    with pytest.raises(BadRequest) as refused:
        open_table(path)
    assert refused.value.reason == "table_too_large"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("xl/worksheets/sheet1.xml", b'<row r="1048576"><c r="A1048576"/><c r="XFD1048576"><v>1</v></c></row>'),
        ("content.xml", b'<table:table-row table:number-rows-repeated="1000000"><table:table-cell '
                        b'table:number-columns-repeated="1000" office:value="1">x</table:table-cell>'),
    ],
)  # fmt: skip
def test_a_small_sheet_that_says_it_is_huge_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    with pytest.raises(BadRequest) as refused:
        open_table(_packed(tmp_path / "a.xlsx", {"xl/workbook.xml": b"<a/>", name: content}))
    assert refused.value.reason == "table_too_large"


def test_many_empty_rows_at_the_end_are_no_harm() -> None:
    cells = workbook_guard._Repeated()
    cells.count(b'<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
                b'table:number-columns-repeated="16384"/></table:table-row><table:table-row><table:table-cell '
                b'table:number-columns-repeated="30" office:value="1">')  # fmt: skip
    assert cells.cells() == 30


def test_a_file_that_there_is_not_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        open_table(tmp_path / "none.csv")
    with pytest.raises(FileMissing):
        open_table(tmp_path)


def test_a_quotation_mark_that_is_never_closed_is_named_with_its_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('Name;Note\nAnna;x\nJan;"never' + "\nclosed" * 20_000, encoding="utf-8")
    with open_table(path) as table, pytest.raises(BadRequest) as refused:
        list(table.rows())
    assert (refused.value.field, refused.value.reason) == ("3", "quote_open")


@pytest.mark.parametrize("lost", ['Jan;"Nowak\nEwa;x\nOla;y\n', 'Jan;"Nowak\nEwa;x\nOla "Ola";y\nIza;z\n'])
def test_a_quotation_mark_that_swallows_rows_is_named_with_its_row(tmp_path: Path, lost: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text('Name;Note\nAnna;"two\nlines, ""said"" she"\n' + lost, encoding="utf-8")
    with open_table(path) as table, pytest.raises(BadRequest) as refused:
        list(table.rows())
    assert (refused.value.field, refused.value.reason) == ("3", "quote_open")


def test_where_there_is_no_room_to_unpack_a_workbook_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet()
    for row in range(2000):
        page.write_row(row, 0, [f"Anna {row} " + "x" * 100])
    book.close()
    with small_disk(tmp_path / "passing", "64k") as place:
        monkeypatch.setattr(tempfile, "tempdir", str(place))
        with pytest.raises(DiskFull):
            open_table(path)


def _sample() -> bytes:
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.add_worksheet().write_row(0, 0, ["Name", "Points", 5, "=1"])
    book.close()
    return file.getvalue()


SAMPLE = _sample()


@settings(max_examples=60)
@given(st.integers(0, len(SAMPLE) - 1), st.binary(min_size=1, max_size=6))
def test_a_damaged_workbook_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, at: int, by: bytes) -> None:
    path = tmp_path_factory.mktemp("fuzz") / "a.xlsx"
    path.write_bytes(SAMPLE[:at] + by + SAMPLE[at + len(by) :])
    try:
        with open_table(path) as table:
            list(table.rows())
    except Refused:
        pass


@settings(max_examples=60)
@given(st.binary(max_size=300))
def test_any_bytes_are_a_table_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("fuzz") / "a.csv"
    path.write_bytes(content)
    try:
        with open_table(path) as table:
            list(table.rows())
    except Refused:
        pass


def test_what_is_packed_in_another_way_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_BZIP2) as packed:
        packed.writestr("xl/workbook.xml", b"<a/>")
    with pytest.raises(BadRequest):
        open_table(path)
