"""Keeps what each customer paid in each month and year, in the order of how much it was."""

from loyaltydesk.store.sqlite import Connection

_SUM = (
    "SELECT coalesce(sum(due - refunded), 0) FROM purchases INDEXED BY purchases_of "
    "WHERE customer = ?1 AND day BETWEEN ?2 AND ?2 || '~'"
)
_MONTHS = (
    "SELECT substr(day, 1, 7), sum(due - refunded) FROM purchases INDEXED BY purchases_of WHERE customer = ? GROUP BY 1"
)


class Spends:
    """The table `spends`: a row for each customer and each month and year in which they paid more than came back.

    All is called when the purchases are as they stand afterwards.
    """

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def paid(self, customer: bytes, day: str, more: int) -> None:
        """A customer paid so much more (minor units) on a day than was known, or less."""
        if not more:
            return
        for span in (day[:7], day[:4]):
            (spend,) = self._db.execute(_SUM, (customer, span)).fetchone()
            if spend and spend != more:
                self._db.execute(
                    "UPDATE spends SET spend = ?1 WHERE span = ?2 AND spend = ?1 - ?3 AND customer = ?4",
                    (spend, span, more, customer),
                )
            else:
                self._drop(span, spend - more, customer)
                self._keep(span, spend, customer)

    def all_of(self, customer: bytes, sign: int) -> None:
        """Everything a customer paid, added or taken away."""
        change, years = self._keep if sign > 0 else self._drop, dict[str, int]()
        for month, spend in self._db.execute(_MONTHS, (customer,)).fetchall():
            change(month, spend, customer)
            years[month[:4]] = years.get(month[:4], 0) + spend
        for year, spend in years.items():
            change(year, spend, customer)

    def _keep(self, span: str, spend: int, customer: bytes) -> None:
        if spend:
            self._db.execute("INSERT INTO spends VALUES (?, ?, ?)", (span, spend, customer))

    def _drop(self, span: str, spend: int, customer: bytes) -> None:
        if spend:
            self._db.execute(
                "DELETE FROM spends WHERE span = ? AND spend = ? AND customer = ?", (span, spend, customer)
            )
