"""Reads what a programme file promises: rewards, stamp cards, vouchers for the next purchase, promotions."""

from loyaltydesk.model.programme import Gives, NextPurchase, Promotion, Reward, StampCard
from loyaltydesk.rules.programme_rules import RuleReading, scope
from loyaltydesk.rules.programme_tables import (
    GivesTable,
    NextPurchaseTable,
    PromotionTable,
    RewardTable,
    StampCardTable,
)
from loyaltydesk.rules.programme_values import Values
from loyaltydesk.rules.toml_places import Path

_BESIDE = {"product": {"qty"}, "money": {"money"}, "percent": {"max"}, "donate": {"money"}}
_BESIDE_PROMOTION = {"buy": {"get", "get_price", "get_percent"}, "percent": {"max"}, "amount": set[str]()}


class PromiseReading:
    """Reads promises; `rules` reads their `when`."""

    def __init__(self, values: Values, rules: RuleReading) -> None:
        self._values = values
        self._rules = rules

    def reward(self, place: int, table: RewardTable) -> Reward:
        """[[reward]]"""
        return Reward(
            id=table.id,
            name=table.name,
            cost=table.cost,
            gives=self._gives(("reward", place, "gives"), table.gives),
            valid_days=table.valid_days,
            stock=table.stock,
            per_customer=table.per_customer,
            bearer=table.bearer,
        )

    def stamp_card(self, place: int, table: StampCardTable) -> StampCard:
        """[[stamp_card]]"""
        gives = self._gives(("stamp_card", place, "gives"), table.gives)
        return StampCard(
            id=table.id,
            name=table.name or table.id,
            every=table.every,
            gives=gives,
            of=scope(table.of),
            valid_days=table.valid_days,
            bearer=table.bearer,
        )

    def next_purchase(self, place: int, table: NextPurchaseTable) -> NextPurchase:
        """[[next_purchase]]"""
        path = ("next_purchase", place)
        return NextPurchase(
            id=table.id,
            name=table.name or table.id,
            gives=self._gives((*path, "gives"), table.gives),
            of=scope(table.of),
            when=self._rules.when(path, table.when),
            valid_days=table.valid_days,
            bearer=table.bearer,
        )

    def promotion(self, place: int, table: PromotionTable) -> Promotion:
        """[[promotion]]"""
        values, path = self._values, ("promotion", place)
        kind = values.one_of(path, table, tuple(_BESIDE_PROMOTION))
        values.only(
            path, table, extras=("get", "get_price", "get_percent", "max"), allowed=self._beside(path, kind, table)
        )
        percent = table.get_percent if kind == "buy" else table.percent
        return Promotion(
            id=table.id,
            name=table.name or table.id,
            kind="get" if kind == "buy" else kind,
            of=scope(table.of),
            when=self._rules.when(path, table.when, code=table.code),
            buy=table.buy or 0,
            get=table.get or 0,
            get_price=values.money_or_none((*path, "get_price"), table.get_price),
            percent=values.percent((*path, "get_percent" if kind == "buy" else "percent"), percent or 0),
            amount=values.some_money((*path, "amount"), table.amount) if table.amount is not None else 0,
            max_money=values.money_or_none((*path, "max"), table.max),
            max_uses=table.max_uses,
            max_uses_customer=table.max_uses_customer,
            members=table.members,
        )

    def _beside(self, path: Path, kind: str, table: PromotionTable) -> set[str]:
        """What may stand beside a promotion's kind; refuses one that does not say what the units got cost."""
        allowed = _BESIDE_PROMOTION[kind]
        if kind != "buy":
            return allowed
        if table.get is None:
            self._values.refuse(path, "missing_key", detail="get")
        price = self._values.one_of(path, table, ("get_price", "get_percent"))
        return allowed | {"max"} if price == "get_percent" else allowed

    def _gives(self, path: Path, table: GivesTable) -> Gives:
        values = self._values
        kinds = [kind for kind in ("product", "percent", "donate") if getattr(table, kind) is not None]
        if not kinds and table.money is not None:
            kinds = ["money"]
        if len(kinds) != 1:
            values.refuse(path, "one_of", detail="product, money, percent, donate")
        kind = kinds[0]
        values.only(path, table, extras=("qty", "money", "max"), allowed=_BESIDE[kind])
        if kind == "donate" and table.money is None:
            values.refuse(path, "missing_key", detail="money")
        return Gives(
            kind=kind,
            product=table.product or "",
            qty=table.qty or 1,
            money=values.money_or_none((*path, "money"), table.money) or 0,
            percent=values.percent((*path, "percent"), table.percent or 0),
            max_money=values.money_or_none((*path, "max"), table.max),
            cause=table.donate or "",
        )
