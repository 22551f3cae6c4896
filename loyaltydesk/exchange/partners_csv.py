"""Suppliers and partner shops as a CSV file, one line each."""

from collections.abc import Iterable, Iterator

from loyaltydesk.exchange.csv_writing import Shape, harmless, literal, written
from loyaltydesk.model.partners import Partner

HEADER = (
    "id", "name", "kind", "contact", "phone", "email", "address", "tax_id", "payment_days", "discount", "until",
    "terms",
    "put_away",
)  # fmt: skip


def csv_text(partners: Iterable[Partner], shape: Shape) -> Iterator[str]:
    """The file piece by piece; the discount is in percent, days are ISO dates."""
    return written(HEADER, (_cells(partner, shape) for partner in partners), shape)


def _cells(partner: Partner, shape: Shape) -> list[str | int]:
    card = partner.card
    return [
        partner.id,
        harmless(card.name),
        card.kind.value,
        harmless(card.contact),
        literal(card.phone, shape),
        harmless(card.email),
        harmless(card.address),
        literal(card.tax_id, shape),
        "" if card.payment_days is None else card.payment_days,
        card.discount.replace(".", shape.decimal),
        card.until.isoformat() if card.until else "",
        harmless(card.terms),
        "yes" if partner.put_away else "",
    ]
