"""The bonus list of a month as a CSV file, one line a person, for a payroll program."""

from collections.abc import Iterable, Iterator

from loyaltydesk.exchange.csv_writing import Shape, harmless, literal, written
from loyaltydesk.model.money import Currency
from loyaltydesk.model.staff import Contest, Contestant, Deed

HEADER = (
    "month", "payroll", "name", "days", *(deed.value for deed in Deed), "for_deeds", "for_goals", "from_team", "bonus",
    "currency",
)  # fmt: skip


def csv_text(contest: Contest, currency: Currency, shape: Shape) -> Iterator[str]:
    """The file piece by piece; money is in major units. Only those who get bonuses have a line."""
    rows: Iterable[Contestant] = (row for row in contest.rows if row.member.is_rewarded)
    month = f"{contest.month:%Y-%m}"
    return written(HEADER, ([literal(month, shape), *_cells(row, currency, shape)] for row in rows), shape)


def _cells(row: Contestant, currency: Currency, shape: Shape) -> list[str | int]:
    sums = (sum(score.bonus for score in row.scores), row.reaching, row.share, row.bonus)
    return [
        literal(row.member.payroll, shape),
        harmless(row.member.name),
        row.days,
        *(row.count(deed) for deed in Deed),
        *(currency.text(money).replace(".", shape.decimal) for money in sums),
        currency.code,
    ]
