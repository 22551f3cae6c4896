"""The balances of everybody as a CSV file, one line a customer or a card."""

from collections.abc import Iterable, Iterator

from loyaltydesk.exchange.csv_writing import Shape, harmless, literal, written
from loyaltydesk.model.reports import Held

HEADER = ("customer", "name", "card", "more_cards", "phone", "points", "tier", "only_collects", "shared", "vouchers")


def csv_text(held: Iterable[Held], shape: Shape) -> Iterator[str]:
    """The file piece by piece, so that a hundred thousand lines need no memory."""
    return written(HEADER, (_cells(each, shape) for each in held), shape)


def _cells(held: Held, shape: Shape) -> list[str | int]:
    return [
        held.customer,
        harmless(held.name),
        literal(held.card, shape),
        held.more,
        literal(held.phone, shape),
        held.points,
        harmless(held.tier),
        int(held.only_collects),
        int(held.shared),
        literal(" ".join(held.vouchers), shape),
    ]
