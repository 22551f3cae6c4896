"""The chapters of a dossier that tell what is known well: who it is, cards, purchases, points, vouchers."""

from collections.abc import Iterator, Sequence

from loyaltydesk.desk.core import Core
from loyaltydesk.model.customers import PERSONAL_FIELDS, Customer
from loyaltydesk.model.dossiers import Chapter
from loyaltydesk.model.exports import CellKind, ExportColumn, Value
from loyaltydesk.model.purchases import Purchase
from loyaltydesk.rules import tiers

EVERYTHING = 10_000_000  # purchases and entries: more than anybody has
_KINDS = {
    "money": "total due refunded money_left",
    "number": "points balance earned spent remaining cost have",
    "day": "last_day from_day came",
    "moment": "at issued",
    "code": "card printed receipt code replaced_by",
}
_KIND_OF = {name: CellKind(kind) for kind, names in _KINDS.items() for name in names.split()}


def columns(names: str) -> tuple[ExportColumn, ...]:
    """Columns by their names, each with the kind that its name has."""
    return tuple(ExportColumn(name, _KIND_OF.get(name, CellKind.TEXT)) for name in names.split())


class Known:
    """What is kept of a customer and of the records that went into theirs."""

    def __init__(self, core: Core, customer: Customer, records: Sequence[str]) -> None:
        """`records` are the customer's id and those of the records that went into it."""
        self._core, self._customer, self._records = core, customer, records

    def chapters(self) -> Iterator[Chapter]:
        """All of them, those too in which nothing stands."""
        yield Chapter("profile", columns("field value"), tuple(self._profile()))
        yield Chapter("account", columns("field value"), tuple(self._account()))
        yield Chapter("cards", columns("card printed bars state role replaced_by issued holder"), tuple(self._cards()))
        bought = columns("at receipt goods total due refunded earned spent state staff")
        yield Chapter("purchases", bought, tuple(map(self._purchase, self._purchases())))
        yield Chapter("points", columns("at kind points balance receipt last_day reason"), tuple(self._entries()))
        yield Chapter("lots", columns("points remaining came from_day last_day"), tuple(self._lots()))
        stamps = self._core.store.vouchers.stamps(self._customer.id)
        yield Chapter("stamps", columns("stamp_card have"), tuple(stamps.items()))
        yield Chapter(
            "vouchers",
            columns("code reward_name issued last_day state money_left cost source"),
            tuple(self._vouchers()),
        )

    # --- who it is

    def _profile(self) -> Iterator[tuple[Value, ...]]:
        for name in PERSONAL_FIELDS:
            if told := getattr(self._customer.profile, name):
                yield name, told

    def _account(self) -> Iterator[tuple[Value, ...]]:
        core, customer = self._core, self._customer
        account, tier = customer.account, tiers.held(core.programme, customer)
        household = core.store.households.by_id(customer.household) if customer.household else None
        told: dict[str, Value] = {
            "customer": customer.id,
            "records": ", ".join(self._records[1:]),
            "registered": customer.registered.isoformat(),
            "tier": tier.name if tier else "",
            "floor": customer.floor,
            "blocked": "yes" if customer.blocked else "no",
            "balance": account.balance,
            "debt": account.debt,
            "visits": account.visits,
            "spend": account.spend,
            "earned": account.earned,
            "last_visit": account.last_visit.isoformat() if account.last_visit else "",
            "brought": core.store.households.brought(customer.id),
            "household_name": household.name if household else "",
            "household_members": len(household.members) if household else None,
        }
        return ((name, value) for name, value in told.items() if value not in (None, ""))

    # --- what they have and did

    def _cards(self) -> Iterator[tuple[Value, ...]]:
        for card in self._core.store.customers.cards(self._customer.id):
            holder = self._core.store.companies.holder(card.id)
            issued = card.issued.isoformat() if card.issued else None
            yield (
                card.number, card.printed, card.symbology, card.state.value, card.role.value, card.replaced_by, issued,
                holder,
            )  # fmt: skip

    def _purchases(self) -> list[Purchase]:
        return self._core.store.purchases.of_customer(self._customer.id, EVERYTHING)

    def _purchase(self, bought: Purchase) -> tuple[Value, ...]:
        recorded = self._core.store.purchases.recorded(bought.id)
        skus = [line.sku or line.category for line in recorded.lines if line.sku or line.category]
        names = self._names(skus)
        goods = ", ".join(
            f"{line.qty} × {names.get(line.sku, line.sku or line.category)}"
            for line in recorded.lines
            if line.sku or line.category
        )
        return (
            bought.at.isoformat(), bought.receipt, goods, bought.total, bought.due, bought.refunded, bought.earned,
            bought.spent, bought.state.value, bought.staff,
        )  # fmt: skip

    def _names(self, skus: Sequence[str]) -> dict[str, str]:
        found = ((sku, self._core.store.products.by_sku(sku)) for sku in set(skus))
        return {sku: product.name for sku, product in found if product and product.name}

    def _entries(self) -> Iterator[tuple[Value, ...]]:
        reasons = self._core.store.dossiers.reasons(self._records)
        for entry in self._core.store.purchases.statement(self._customer.id, EVERYTHING):
            last_day = entry.last_day.isoformat() if entry.last_day else None
            yield (
                entry.at.isoformat(), entry.kind.value, entry.points, entry.balance, entry.receipt, last_day,
                reasons.get(entry.fact, ""),
            )  # fmt: skip

    def _lots(self) -> Iterator[tuple[Value, ...]]:
        for lot in self._core.store.customers.purse(self._customer).in_order(self._core.now().date()):
            last_day = lot.last_day.isoformat() if lot.last_day else None
            yield lot.points, lot.remaining, lot.day.isoformat(), lot.from_day.isoformat(), last_day

    def _vouchers(self) -> Iterator[tuple[Value, ...]]:
        today = self._core.now().date()
        for voucher in self._core.store.vouchers.of_customer(self._customer.id):
            last_day = voucher.last_day.isoformat() if voucher.last_day else None
            yield (
                voucher.code, voucher.name, voucher.issued.isoformat(), last_day, voucher.state_on(today).value,
                voucher.left, voucher.cost, voucher.source.value,
            )  # fmt: skip
