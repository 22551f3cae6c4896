"""The list of partners as a CSV file: every number whole, and no formula."""

import csv
import io
from datetime import date

from loyaltydesk.exchange.csv_writing import Shape, for_spreadsheet
from loyaltydesk.exchange.partners_csv import HEADER, csv_text
from loyaltydesk.model.partners import Partner, PartnerCard, PartnerKind
from tests.shop import Clock

PARTNER = Partner(
    "0190",
    PartnerCard(
        "=HYPERLINK(1)", PartnerKind.BOTH, "@Ilze", "+37120012345", "", "-1", "LV40003009497", "a, b\n=c", 14, "7.5",
        date(2026, 12, 31),
    ),
    Clock().at,
    put_away=True,
)  # fmt: skip


def _row(shape: Shape) -> dict[str, str]:
    text = "".join(csv_text([PARTNER], shape)).lstrip("\ufeff")
    (row,) = csv.DictReader(io.StringIO(text, newline=""), delimiter=shape.delimiter)
    return row


def test_every_field_has_its_column_and_no_text_is_a_formula() -> None:
    row = _row(Shape())
    assert tuple(row) == HEADER
    assert row == {
        "id": "0190", "name": "'=HYPERLINK(1)", "kind": "both", "contact": "'@Ilze", "phone": "+37120012345",
        "email": "", "address": "'-1", "tax_id": "LV40003009497", "payment_days": "14", "discount": "7.5",
        "until": "2026-12-31", "terms": "a, b\n=c", "put_away": "yes",
    }  # fmt: skip


def test_a_spreadsheet_keeps_numbers_that_are_names() -> None:
    row = _row(for_spreadsheet("lv"))
    assert (row["phone"], row["tax_id"], row["discount"]) == ('="+37120012345"', '="LV40003009497"', "7,5")


def test_what_is_not_known_is_empty() -> None:
    text = "".join(csv_text([Partner("0190", PartnerCard("Mill"), Clock().at)], Shape()))
    assert text.splitlines()[1] == "0190,Mill,supplier,,,,,,,,,,"
