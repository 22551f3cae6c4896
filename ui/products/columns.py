"""The columns of the tables about products."""

from loyaltydesk.model.products import Product, ProductRow, tax_text
from loyaltydesk.words import tr
from loyaltydesk.words.products import refusal
from ui.seams.formats import QtFormats
from ui.seams.session import Session
from ui.seams.tables import Column

NOTHING = "–"
LONG_SUM = 8_888_88
SENTENCE = 75  # letters of a reason that are seen at least


def product_columns(session: Session) -> tuple[Column[Product], ...]:
    """The list: what it is, then how it is known and what it costs."""
    formats = session.formats
    return (
        Column(tr("Product"), lambda product: product.name),
        Column(tr("Category"), lambda product: product.category or NOTHING, room="Hot chocolate and tea", muted=True),
        Column(tr("Code"), lambda product: product.sku, room="CAPPUCCINO"),
        Column(tr("Barcode"), lambda product: product.barcode or NOTHING, room="8888888888888", muted=True),
        Column(tr("Tax"), lambda product: shown_tax(product, session.formats), room="88,8 %", right=True, muted=True),
        Column(tr("Price"), lambda p: session.formats.money(p.price), room=formats.money(LONG_SUM), right=True),
    )


def refused_columns(session: Session) -> tuple[Column[ProductRow], ...]:
    """The rows of a file that cannot be taken."""

    def why(row: ProductRow) -> str:
        return refusal(row.refused, session.formats) if row.refused else ""

    return (
        Column(tr("Row"), lambda row: session.formats.number(row.number), room="88,888", right=True),
        Column(tr("Code"), lambda row: row.sku or NOTHING, room="8888888888888"),
        Column(tr("Why it is left out"), why, room="8" * SENTENCE),
    )


def shown_tax(product: Product, formats: QtFormats) -> str:
    """The tax rate as the language writes it."""
    rate = tax_text(product.tax).replace(".", formats.decimal_sign)
    return tr("{rate}%").format(rate=rate) if product.tax else NOTHING
