"""A file of old cards is read as spreadsheets of several countries write it."""

import pytest

from loyaltydesk.exchange.cards_csv import read
from loyaltydesk.model.old_cards import OldCard
from loyaltydesk.model.refusals import BadRequest


@pytest.mark.parametrize(
    "text",
    [
        "number,printed,symbology\n0012345678905,12 34,EAN-13\n4711,,\n",
        "Numer karty;Nadruk;Rodzaj\r\n0012345678905;12 34;EAN-13\r\n\r\n4711;;\r\n",
        'sep=;\nKartes numurs;Uz kartes;Veids\n="0012345678905";12 34;EAN-13\n\'4711\n',
        "Вид\tНомер карты\tНомер на карте\nEAN-13\t0012345678905\t12 34\n\t4711\t\n",
    ],
)
def test_columns_are_known_by_their_names_in_each_language(text: str) -> None:
    cards = read(text.encode())
    assert [(card.number, card.printed, card.symbology) for card in cards] == [
        ("0012345678905", "12 34", "EAN-13"),
        ("4711", "", ""),
    ]


def test_without_names_the_columns_are_number_printed_and_kind() -> None:
    assert read(b"0012345678905;1234\n4711\n") == [
        OldCard("0012345678905", "1234", "", 1),
        OldCard("4711", "", "", 2),
    ]


def test_rows_are_counted_as_a_spreadsheet_does() -> None:
    assert [card.row for card in read(b"number\n\n4711\n4712\n")] == [3, 4]


@pytest.mark.parametrize("content", [b"", b"number,printed\n", b"name,phone\nAnna,1\n", b"\x89PNG\r\n\x1a\n\0\0"])
def test_a_file_without_cards_is_refused(content: bytes) -> None:
    with pytest.raises(BadRequest) as refused:
        read(content)
    assert refused.value.reason in ("no_cards", "no_table")
