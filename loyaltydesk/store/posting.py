"""Posts what facts do to points on their accounts, worked out anew together when a fact is late or links customers."""

from collections.abc import Iterable

from loyaltydesk.model.facts import (
    CustomerErased,
    CustomersMerged,
    Fact,
    HouseholdFormed,
    HouseholdLeft,
    Recorded,
)
from loyaltydesk.model.lots import EntryKind, Movement, Purse, Use
from loyaltydesk.model.pools import Pools, unheard
from loyaltydesk.store import codec
from loyaltydesk.store.gifts import Gifts
from loyaltydesk.store.journal import Journal
from loyaltydesk.store.ledger import Ledger
from loyaltydesk.store.links import Links
from loyaltydesk.store.sqlite import Connection

_LINKING = (CustomersMerged, HouseholdFormed, HouseholdLeft)
_DRAWING = (EntryKind.EXPIRED, EntryKind.ERASED)
_OPEN_LOTS = (
    "(SELECT json_group_array(json_array(points, from_day, last_day)) FROM (SELECT sum(remaining) AS points, from_day, "
    "last_day FROM lots INDEXED BY lots_open WHERE customer = ?5 AND remaining > 0 GROUP BY last_day, from_day))"
)
_STAND = (
    f"UPDATE customers SET balance = ?1, debt = ?2, ledger_lamport = ?3, ledger_fact = ?4, open_lots = {_OPEN_LOTS} "
    "WHERE id = ?6"
)
_STAND_TOGETHER = f"UPDATE customers SET balance = ?1, debt = ?2, open_lots = {_OPEN_LOTS} WHERE account = ?5"


class Postings:
    """The points of every customer, in the ledger and, for a quick look, on the customer's own row."""

    def __init__(self, connection: Connection, journal: Journal) -> None:
        self._db = connection
        self._journal = journal
        self._ledger = Ledger(connection)
        self._links = Links(connection)
        self._gifts = Gifts(connection)

    # --- reading

    def purse(self, customer: str, debt: int) -> Purse:
        """The open lots and the debt of a customer's account."""
        return Purse(self._ledger.open_lots(self._links.account(codec.blob(customer))), debt)

    def uses(self, customer: str, source: str) -> list[Use]:
        """What a purchase or a voucher (the source) drew from the account's lots, and still holds."""
        return self._ledger.uses(self._links.account(codec.blob(customer)), source)

    # --- posting

    def post(self, recorded: Recorded) -> None:
        """Carries out the movements of a fact. One that comes late is put in its place and all after it follow anew."""
        fact = recorded.fact
        if isinstance(fact, _LINKING):
            self._replay(recorded)
        elif fact.movements():
            self._post(recorded)

    def _post(self, recorded: Recorded) -> None:
        fact = recorded.fact
        account, shared, stands, place = self._account(fact)
        if (recorded.lamport, codec.blob(fact.id)) < place or (shared and isinstance(fact, CustomerErased)):
            self._replay(recorded)
            return
        movements = fact.movements() if self._gifts.counts(recorded) else unheard(fact)
        purse = self._needed(account, movements, stands[1])
        balance = self._carry_out(account, recorded, purse, movements=movements, balance=stands[0])
        stand = (balance, purse.debt, recorded.lamport, codec.blob(fact.id), account)
        self._db.execute(_STAND, (*stand, account))
        if shared:
            self._db.execute(_STAND_TOGETHER, stand)

    def _account(self, fact: Fact) -> tuple[bytes, bool, tuple[int, int], tuple[int, bytes]]:
        """The account a fact goes to, whether it is shared, its balance and debt, and the place of its newest fact."""
        sql = "SELECT account, balance, debt, ledger_lamport, ledger_fact FROM customers WHERE id = ?"
        customer = codec.blob(fact.customer_id or "")
        account, balance, debt, *place = self._db.execute(sql, (customer,)).fetchone()
        shared = account is not None
        if shared and account != customer:
            account, balance, debt, *place = self._db.execute(sql, (account,)).fetchone()
        return account or customer, shared, (balance, debt), (place[0], place[1])

    def _needed(self, account: bytes, movements: tuple[Movement, ...], debt: int) -> Purse:
        """As much of the purse as the movements touch: nothing at all when points only come in."""
        purse = Purse((), debt)
        if any(move.points < 0 or move.kind in _DRAWING for move in movements):
            purse = Purse(self._ledger.open_lots(account), debt)
        for move in movements:
            for key in move.lots:
                lot = self._ledger.lot(account, key)
                if lot:
                    purse.lots[key] = lot
            if move.kind is EntryKind.GIVEN_BACK:
                purse.uses[move.source] = self._ledger.uses(account, move.source)
        return purse

    def _carry_out(
        self, account: bytes, recorded: Recorded, purse: Purse, *, movements: tuple[Movement, ...], balance: int
    ) -> int:
        """Posts one fact on a purse and writes what changed; returns the balance after it."""
        fact, stamp = recorded.fact, recorded.stamp
        place = recorded.lamport, codec.blob(fact.id)
        for posting in purse.post(fact.id, stamp.day, movements):
            balance += posting.points
            self._ledger.enter(account, posting, place=place, at=stamp.at, balance=balance)
        for key in sorted(purse.changed):
            self._ledger.keep_lot(account, purse.lots[key])
        for source in {move.source for move in movements if move.source in purse.uses}:
            self._ledger.keep_uses(account, source, purse.uses[source])
        return balance

    # --- anew

    def _replay(self, late: Recorded) -> None:
        """Works out all accounts that a fact has to do with from the first fact on."""
        customers = self._links.joined(codec.blob(late.fact.customer_id or ""))
        facts = self._known(customers, late)
        for customer in customers:
            self._ledger.clear(customer)
        pools, balances = Pools(codec.identity(customer) for customer in customers), dict.fromkeys(customers, 0)
        for recorded in facts:
            place = recorded.lamport, codec.blob(recorded.fact.id)
            for name, posting in pools.post(recorded):
                account = codec.blob(name)
                balances[account] += posting.points
                self._ledger.enter(account, posting, place=place, at=recorded.stamp.at, balance=balances[account])
        self._write(pools, balances)
        self._gifts.replace(customers, pools.gifts.values())

    def _known(self, customers: Iterable[bytes], late: Recorded) -> list[Recorded]:
        """Every fact that these customers' accounts follow from, in order."""
        ids = {fact for customer in customers for fact in self._ledger.facts(customer)} | self._links.facts(customers)
        ids.discard(codec.blob(late.fact.id))
        known = [late, *(fact for each in ids if (fact := self._journal.fact(codec.identity(each))))]
        return sorted(known, key=lambda each: (each.lamport, each.fact.id))

    def _write(self, pools: Pools, balances: dict[bytes, int]) -> None:
        for name, purse in pools.purses.items():
            for lot in purse.lots.values():
                self._ledger.keep_lot(codec.blob(name), lot)
            for source, uses in purse.uses.items():
                self._ledger.keep_uses(codec.blob(name), source, uses)
        for customer, account in pools.account.items():
            row, bearer = codec.blob(customer), codec.blob(account)
            shared = bearer if pools.shared(account) else None
            self._db.execute(
                "UPDATE customers SET account = ?, household = ? WHERE id = ?",
                (shared, codec.blob_or_none(pools.household(customer)), row),
            )
            lamport, fact = pools.last.get(customer, (0, ""))
            stand = (balances[bearer], pools.purse(account).debt, lamport, codec.blob(fact))
            self._db.execute(_STAND, (*stand, bearer, row))
