"""A table is read whatever spreadsheet of whatever country wrote it."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyaltydesk.exchange.encodings import LARGEST, decoded, header, headers, table, unwrapped
from loyaltydesk.model.refusals import BadRequest

POLISH = "Kod;Nazwa\n1;Żółty ser łagodny\n2;Sernik, ćwiartka\n"
LATVIAN = "Kods;Nosaukums\n1;Rīta kafija ar šķiņķi\n2;Ābolu sula\n"
RUSSIAN = "Код;Наименование\n1;Кофе чёрный\n2;Чай с лимоном\n"
UNICODE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(text, encoding) for text in (POLISH, LATVIAN, RUSSIAN) for encoding in UNICODE]
    + [(POLISH, "cp1250"), (LATVIAN, "cp1257"), (RUSSIAN, "cp1251")],
)
def test_the_encoding_is_found_out(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding)) == text


def test_what_is_no_text_is_refused() -> None:
    for content in (b"\xff\xfe\x00", b"PK\x03\x04\x00\x00\x00\xd8", b"\xef\xbb\xbf\xff"):
        with pytest.raises(BadRequest):
            decoded(content)


def test_a_file_that_is_far_too_large_is_refused_at_once() -> None:
    with pytest.raises(BadRequest) as refused:
        decoded(b"x" * (LARGEST + 1))
    assert refused.value.reason == "file_too_large"


def _known(cells: tuple[str, ...]) -> int:
    return sum(cell in ("code", "name", "price") for cell in cells)


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_the_delimiter_is_the_one_that_names_the_columns(sign: str) -> None:
    text = f'code{sign}name{sign}price\n1{sign}"a,b;c\td"{sign}2\n'
    assert [row.cells for row in table(text, _known)] == [("code", "name", "price"), ("1", "a,b;c\td", "2")]


def test_a_line_may_name_the_delimiter_and_rows_are_counted_as_in_the_file() -> None:
    rows = table('sep=|\r\ncode|name\r\n\r\n1|"two\nlines"\r\n2|b\r\n', _known)
    assert [(row.number, row.cells) for row in rows] == [
        (2, ("code", "name")),
        (4, ("1", "two\nlines")),
        (6, ("2", "b")),
    ]


def test_a_cell_that_never_ends_is_refused() -> None:
    with pytest.raises(BadRequest) as refused:
        table('code,name\n1,"' + "x" * 200_000, _known)
    assert refused.value.reason == "no_table"


@pytest.mark.parametrize(
    ("cell", "meant"), [(' ="0012" ', "0012"), ('="a ""b"""', 'a "b"'), ('="', '="'), ("'12", "'12"), ("", "")]
)
def test_a_cell_that_says_that_it_is_text_is_that_text(cell: str, meant: str) -> None:
    assert unwrapped(cell) == meant


def test_columns_are_known_by_any_of_their_names_however_they_are_written() -> None:
    known = headers({"number": "card number, kod karty", "name": "nazwa"})
    assert [known.get(header(cell)) for cell in ("Card_Number:", '="KOD KARTY"', "Nazwa", "x", "")] == [
        "number", "number", "name", None, None,
    ]  # fmt: skip


@given(st.binary(max_size=300))
def test_no_bytes_bring_it_down(content: bytes) -> None:
    with suppress(BadRequest):
        table(decoded(content), _known)
