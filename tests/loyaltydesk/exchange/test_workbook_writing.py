"""Workbooks and folders of everything: text as text, dates as dates, and half of one never."""

import errno
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from python_calamine import load_workbook

from loyaltydesk.exchange import workbook_writing
from loyaltydesk.exchange.csv_tables import CsvTables, save_folder, save_zip
from loyaltydesk.exchange.csv_writing import Shape, for_spreadsheet
from loyaltydesk.exchange.workbook_writing import save_workbook
from loyaltydesk.model.exports import CellKind, ExportColumn, ExportTable, Value
from loyaltydesk.model.money import Currency
from loyaltydesk.model.refusals import DiskFull, FileExists, FileReadOnly, FolderMissing, Refused
from tests.hostile import HOSTILE

EURO = Currency("EUR", 2)
NAMES = (str.title, str)
COLUMNS = tuple(
    ExportColumn(name, CellKind(name)) for name in ("text", "code", "number", "money", "percent", "day", "moment")
)
ROW: tuple[Value, ...] = ("=1+1", "0012345678901", 7, 1250, 2100, "2026-03-14", "2026-03-14T10:05:00+01:00")


def table(*rows: tuple[Value, ...], name: str = "people") -> ExportTable:
    return ExportTable(name, COLUMNS, len(rows), lambda: iter(rows))


def quiet(_done: int, _whole: int) -> None:
    pass


def save(path: Path, *tables: ExportTable) -> None:
    save_workbook(path, tables, EURO, names=NAMES, progress=quiet)


def read(path: Path, sheet: str = "People") -> list[list[object]]:
    with load_workbook(str(path)) as book:
        return list(book.get_sheet_by_name(sheet).to_python())


def test_text_is_text_and_a_date_is_a_date(tmp_path: Path) -> None:
    save(tmp_path / "all.xlsx", table(ROW))
    assert read(tmp_path / "all.xlsx")[1] == [
        "=1+1", "0012345678901", 7.0, 12.5, 21.0, date(2026, 3, 14), datetime.fromisoformat("2026-03-14T10:05"),
    ]  # fmt: skip
    with zipfile.ZipFile(tmp_path / "all.xlsx") as packed:
        assert b"<f>" not in packed.read("xl/worksheets/sheet1.xml")


def test_what_no_spreadsheet_can_count_stays_as_it_is_written(tmp_path: Path) -> None:
    save(tmp_path / "all.xlsx", table((None, "", None, None, None, "--03-14", "1850-01-01T00:00:00")))
    assert read(tmp_path / "all.xlsx")[1][-2:] == ["--03-14", "1850-01-01T00:00:00"]


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words_break_no_workbook(tmp_path: Path, words: str) -> None:
    save(tmp_path / "all.xlsx", table((words, words, *ROW[2:])))
    assert len(read(tmp_path / "all.xlsx")) == 2


def test_a_table_of_too_many_rows_goes_on_in_another_sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_writing, "MOST_ROWS", 2)
    save(tmp_path / "all.xlsx", table(*[ROW] * 5))
    assert [len(read(tmp_path / "all.xlsx", name)) for name in ("People", "People 2", "People 3")] == [3, 3, 2]


def test_stopped_in_the_middle_nothing_is_left(tmp_path: Path) -> None:
    def stop(_done: int, _whole: int) -> None:
        raise KeyboardInterrupt

    (tmp_path / "all.xlsx").write_bytes(b"before")
    with pytest.raises(KeyboardInterrupt):
        save_workbook(tmp_path / "all.xlsx", [table(*[ROW] * 1500)], EURO, names=NAMES, progress=stop)
    texts = CsvTables(EURO, Shape(), name_of=str, progress=stop).texts([table(*[ROW] * 1500)])
    with pytest.raises(KeyboardInterrupt):
        save_folder(tmp_path / "folder", texts)
    assert [path.name for path in tmp_path.iterdir()] == ["all.xlsx"]
    assert (tmp_path / "all.xlsx").read_bytes() == b"before"


@pytest.mark.parametrize(
    ("number", "kind"), [(errno.ENOSPC, DiskFull), (errno.EACCES, FileReadOnly), (errno.ENOENT, FolderMissing)]
)
def test_a_full_disk_leaves_nothing_half(tmp_path: Path, number: int, kind: type[Refused]) -> None:
    def text() -> Iterator[str]:
        yield "half"
        raise OSError(number, "no")

    for save_texts, name in ((save_folder, "folder"), (save_zip, "all.zip")):
        with pytest.raises(kind):
            save_texts(tmp_path / name, [("people.csv", text())])
    assert list(tmp_path.iterdir()) == []


def test_csv_files_are_in_a_folder_or_a_zip(tmp_path: Path) -> None:
    for save_texts, name in ((save_folder, "folder"), (save_zip, "all.zip")):
        texts = CsvTables(EURO, for_spreadsheet("pl"), name_of=str, progress=quiet).texts([table(ROW)])
        save_texts(tmp_path / name, texts)
    with zipfile.ZipFile(tmp_path / "all.zip") as packed:
        text = packed.read("people.csv").decode("utf-8-sig")
    assert text == (tmp_path / "folder" / "people.csv").read_bytes().decode("utf-8-sig")
    assert text.splitlines()[1] == '\'=1+1;"=""0012345678901""";7;12,50;21,00;2026-03-14;2026-03-14T10:05:00+01:00'


def test_a_folder_with_something_in_it_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "mine.txt").write_text("mine")
    with pytest.raises(FileExists):
        save_folder(tmp_path / "there", [("people.csv", _text())])
    assert [path.name for path in (tmp_path / "there").iterdir()] == ["mine.txt"]


def _text() -> Iterator[str]:
    yield "a"
