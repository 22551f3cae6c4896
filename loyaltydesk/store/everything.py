"""Reads everything in the file as plain rows, table by table, for whoever takes it elsewhere."""

from collections.abc import Iterator
from functools import partial
from typing import Any, Final

from loyaltydesk.model.exports import CellKind, ExportColumn, ExportTable, Value
from loyaltydesk.model.voices import VOICE
from loyaltydesk.store import codec
from loyaltydesk.store.partner_tables import partner_tables
from loyaltydesk.store.sqlite import Connection

PIECE = 1000  # rows read at once
_KINDS: Final = {"!": CellKind.CODE, "#": CellKind.NUMBER, "$": CellKind.MONEY, "%": CellKind.PERCENT,
                 "@": CellKind.DAY, "*": CellKind.MOMENT}  # fmt: skip
_NAME = "(SELECT name FROM customers WHERE id = {})"

# The table's name, its columns (a sign tells what stands in one), and the question that reads them.
_TABLES: Final = (
    (
        "customers",
        "customer name company phone! email birth_date@ name_day name_day_on language tax_id! address note consent "
        "referred_by tier floor blocked# balance# debt# visits# spend$ earned# registered* last_visit* household",
        "SELECT id, name, company, phone, email, birth_date, name_day, name_day_on, language, tax_id, address, note, "
        "consent, referred_by, tier, floor, blocked, balance, debt, visits, spend, earned, registered, last_visit, "
        "household FROM customers WHERE erased = 0 AND merged IS NULL ORDER BY id",
    ),
    (
        "cards",
        "card! printed! bars customer name state role replaced_by! issued*",
        f"SELECT number, printed, symbology, customer, {_NAME.format('customer')}, state, role, "
        "(SELECT d.number FROM cards d WHERE d.id = cards.replaced_by), issued FROM cards ORDER BY number, id",
    ),
    (
        "purchases",
        "purchase at* receipt! customer name card! total$ discount$ value$ due$ earned# spent# state refunded$ "
        "taken_back# given_back# programme# staff",
        f"SELECT id, at, receipt, customer, {_NAME.format('customer')}, "
        "(SELECT number FROM cards WHERE cards.id = purchases.card), total, discount, value, due, earned, spent, "
        "state, refunded, taken_back, given_back, programme, staff FROM purchases ORDER BY id",
    ),
    (
        "lines",
        "purchase place# sku! category quantity# price$ tax%",
        "SELECT j.id, line.key + 1, json_extract(line.value, '$.sku'), json_extract(line.value, '$.category'), "
        "json_extract(line.value, '$.qty'), json_extract(line.value, '$.price'), json_extract(line.value, '$.tax') "
        "FROM journal j, json_each(j.payload, '$.lines') line WHERE j.kind = 'PurchaseRecorded'",
    ),
    (
        "points",
        "customer name at* kind points# balance# purchase last_day@",
        f"SELECT customer, {_NAME.format('customer')}, at, kind, points, balance, source, last_day FROM entries "
        "ORDER BY customer, lamport, fact, n",
    ),
    (
        "lots",
        "customer name points# remaining# came@ from_day@ last_day@",
        f"SELECT customer, {_NAME.format('customer')}, points, remaining, day, from_day, last_day FROM lots "
        "ORDER BY customer, fact, n",
    ),
    (
        "vouchers",
        "code! reward reward_name customer name cost# money_left$ issued* last_day@ state source purchase",
        f"SELECT code, reward, name, customer, {_NAME.format('customer')}, cost, money_left, issued, last_day, state, "
        "source, purchase FROM vouchers ORDER BY id",
    ),
    (
        "products",
        "sku! barcode! product_name category price$ tax%",
        "SELECT sku, barcode, name, category, price, tax FROM products WHERE gone = 0 ORDER BY sku",
    ),
    (
        "households",
        "household household_name customer name",
        "SELECT h.id, h.name, c.id, c.name FROM households h JOIN customers c ON c.household = h.id "
        "WHERE c.household IS NOT NULL AND c.erased = 0 AND c.merged IS NULL ORDER BY h.id, c.id",
    ),
    (
        "programmes",
        "programme# at* from_day@ toml",
        "SELECT version, at, from_day, toml FROM programmes ORDER BY version, fact",
    ),
)  # fmt: skip
_SETTINGS = (
    "kind record field value",
    "SELECT kind, record, field, json_extract(value, '$') FROM records "
    "WHERE kind NOT IN ('customer', 'card', 'product', 'voice', 'partner', 'partner_note', 'reminder', 'holder') "
    "ORDER BY kind, record, field",
)


class Everything:
    """All tables of the file that tell something to a person."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def tables(self) -> list[ExportTable]:
        """The tables as they are now; what is read later is as it is then, but for within one `reading()`."""
        made = [self._table(name, columns=columns, sql=sql) for name, columns, sql in _TABLES]
        settings = self._table("settings", columns=_SETTINGS[0], sql=_SETTINGS[1])
        return [*made, self._voices(), *partner_tables(self._db), settings]

    def _table(self, name: str, *, columns: str, sql: str) -> ExportTable:
        (count,) = self._db.execute(f"SELECT count(*) FROM ({sql.partition(' ORDER BY ')[0]})").fetchone()
        return ExportTable(name, tuple(map(_column, columns.split())), count, partial(self._rows, sql))

    def _rows(self, sql: str) -> Iterator[tuple[Value, ...]]:
        cursor = self._db.execute(sql)
        while piece := cursor.fetchmany(PIECE):
            for row in piece:
                yield tuple(codec.identity(value) if isinstance(value, bytes) else value for value in row)

    def _voices(self) -> ExportTable:
        """What customers said, a line each, with whatever fields are kept of it."""
        fields = [row[0] for row in self._db.execute("SELECT DISTINCT field FROM records WHERE kind = ?", (VOICE,))]
        sql = "SELECT record, json_group_object(field, json(value)) FROM records WHERE kind = 'voice' GROUP BY record"
        (count,) = self._db.execute("SELECT count(DISTINCT record) FROM records WHERE kind = ?", (VOICE,)).fetchone()
        columns = tuple(ExportColumn(name) for name in ("voice", *sorted(fields)))

        def rows() -> Iterator[tuple[Value, ...]]:
            for voice, told in self._db.execute(sql):
                known: dict[str, Any] = codec.value_from(told, dict)
                yield voice, *(_plain(known.get(field)) for field in sorted(fields))

        return ExportTable("voices", columns, count, rows)


def _column(name: str) -> ExportColumn:
    kind = _KINDS.get(name[-1])
    return ExportColumn(name[:-1], kind) if kind else ExportColumn(name)


def _plain(value: object) -> Value:
    return value if value is None or isinstance(value, str | int) else codec.written(value)
