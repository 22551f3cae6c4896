"""What the fields of a product are called, and why a row of a product file is refused."""

from dataclasses import replace

from loyaltydesk.model.products import ProductRow
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.words.catalogue import mark, tr
from loyaltydesk.words.formats import Formats
from loyaltydesk.words.refusals import sentence

FIELDS = {
    "sku": mark("Code"),
    "barcode": mark("Barcode"),
    "name": mark("Product name"),
    "category": mark("Category"),
    "price": mark("Price"),
    "tax": mark("Tax, percent"),
}


def field_name(field: str) -> str:
    """What a field of a product is called; its own name where it is none."""
    return tr(FIELDS[field]) if field in FIELDS else field


def refusal(no: BadRequest, formats: Formats) -> str:
    """What is wrong with a product, its field called as on the screen."""
    return sentence(replace(no, field=field_name(no.field)), formats)


def row_refusal(row: ProductRow, formats: Formats) -> str:
    """Which row of a file is refused, and why."""
    assert row.refused is not None
    said = refusal(row.refused, formats)
    if not row.sku:
        return tr("Row {number}: {why}").format(number=formats.number(row.number), why=said)
    return tr("Row {number}, {code}: {why}").format(number=formats.number(row.number), code=row.sku, why=said)
