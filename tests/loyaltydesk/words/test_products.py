"""Whoever mends a product file is told the row, the code and the reason, with fields called as on the screen."""

import pytest

from loyaltydesk.model.money import currency
from loyaltydesk.model.products import FIELDS, ProductRow
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.words.formats import BabelFormats
from loyaltydesk.words.products import field_name, refusal, row_refusal

FORMATS = BabelFormats("en", currency("EUR"))


def test_every_field_has_a_name() -> None:
    assert all(field_name(field) != field for field in ("sku", *FIELDS))
    assert field_name("file") == "file"


def test_a_refusal_names_the_field_as_the_screen_does() -> None:
    assert refusal(BadRequest("sku", "missing"), FORMATS) == "“Code” is missing."


@pytest.mark.parametrize(
    ("sku", "said"), [("7", "Row 1,204, 7: “Product name” is missing."), ("", "Row 1,204: “Product name” is missing.")]
)
def test_a_row_is_named_by_its_number_and_code(sku: str, said: str) -> None:
    assert row_refusal(ProductRow(1204, sku, refused=BadRequest("name", "missing")), FORMATS) == said
