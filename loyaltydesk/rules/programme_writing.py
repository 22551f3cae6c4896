"""Writes a programme as the tables of its file, and as the file itself, so that reading it gives the same programme."""

from collections.abc import Iterator, Mapping
from datetime import time
from decimal import Decimal
from fractions import Fraction
from typing import Any

from loyaltydesk.model.programme import (
    EarnRule,
    Expire,
    Gives,
    NextPurchase,
    PointRules,
    Programme,
    Promotion,
    Referral,
    Reward,
    Scope,
    StampCard,
    Tier,
    When,
)
from loyaltydesk.rules.programme_rules import WEEKDAYS
from loyaltydesk.rules.toml_writing import Table, Tables, toml_text


def written(programme: Programme) -> str:
    """The programme file of `programme`; comments are in the language in use."""
    return toml_text(tables_of(programme))


def tables_of(programme: Programme) -> Tables:
    """The tables of the programme file of `programme`; what has its usual value is left out."""
    return {name: table for name, table in _Writing(programme).tables() if table}


class _Writing:
    """One programme while it becomes tables."""

    def __init__(self, programme: Programme) -> None:
        self._programme = programme
        self._currency = programme.currency

    def tables(self) -> Iterator[tuple[str, Table | list[Table]]]:
        """Every table, empty ones too, in the order in which they are written."""
        programme = self._programme
        yield (
            "programme",
            _lean(name=programme.name, currency=programme.currency.code, starts=programme.starts, ends=programme.ends),
        )
        yield "points", _points(programme.points)
        yield "redeem", self._redeem()
        yield "returns", _lean({"overdraft": "clamp"}, overdraft="negative" if programme.overdraft else "clamp")
        yield "tiers", _lean({"basis": "spend", "window": "lifetime"}, basis=programme.basis, window=programme.window)
        yield "tier", [self._tier(tier) for tier in programme.tiers]
        yield from self._rules()
        yield from self._promises()
        yield "referral", _referral(programme.referral)
        yield "approval", _lean(adjust_above=programme.approve_above)
        group = programme.test_group
        yield "test_group", _lean(every=group.every, since=group.since) if group else {}

    def _rules(self) -> Iterator[tuple[str, list[Table]]]:
        programme = self._programme
        yield "earn", [self._earn(rule) for rule in programme.earn]
        yield (
            "multiply",
            [
                _lean(_EMPTY, id=rule.id, by=exact(rule.by), of=_of(rule.of), when=self._when(rule.when))
                for rule in programme.multiply
            ],
        )
        yield (
            "bonus",
            [
                _lean(
                    _EMPTY | {"per": "purchase"},
                    id=rule.id,
                    points=rule.points,
                    per="unit" if rule.each_unit else "purchase",
                    of=_of(rule.of),
                    when=self._when(rule.when),
                )
                for rule in programme.bonus
            ],
        )
        yield (
            "occasion",
            [
                _lean(
                    {"days_before": 0},
                    id=rule.id,
                    on=rule.on,
                    points=None if rule.reward else rule.points,
                    reward=rule.reward or None,
                    days_before=rule.days_before,
                )
                for rule in programme.occasions
            ],
        )

    def _promises(self) -> Iterator[tuple[str, list[Table]]]:
        programme = self._programme
        yield "reward", [self._reward(reward) for reward in programme.rewards]
        yield "stamp_card", [self._stamp_card(card) for card in programme.stamp_cards]
        yield "promotion", [self._promotion(promotion) for promotion in programme.promotions]
        yield "next_purchase", [self._next_purchase(each) for each in programme.next_purchase]

    def _redeem(self) -> Table:
        redeem = self._programme.redeem
        if redeem is None:
            return {}
        return _lean(
            {"minimum": 0, "max_percent": 100},
            points=redeem.points,
            worth=self._money(redeem.worth),
            minimum=redeem.minimum,
            max_percent=exact(redeem.max_percent),
        )

    def _tier(self, tier: Tier) -> Table:
        by_spend = self._programme.basis == "spend"
        lowest = self._money(tier.threshold) if by_spend else tier.threshold
        table = _lean(
            {"multiply": 1, "discount_percent": 0},
            multiply=exact(tier.multiply),
            discount_percent=exact(tier.discount_percent),
        )
        return {"name": tier.name, "from": lowest, **table}

    def _earn(self, rule: EarnRule) -> Table:
        return _lean(
            _EMPTY | {"priority": 0, "alone": False},
            id=rule.id,
            points=rule.points,
            per=None if rule.each else self._money(rule.per),
            each=rule.each or None,
            of=_of(rule.of),
            when=self._when(rule.when),
            priority=rule.priority,
            alone=rule.alone,
        )

    def _reward(self, reward: Reward) -> Table:
        return _lean(
            {"bearer": False},
            id=reward.id,
            name=reward.name,
            cost=reward.cost,
            gives=self._gives(reward.gives),
            valid_days=reward.valid_days,
            stock=reward.stock,
            per_customer=reward.per_customer,
            bearer=reward.bearer,
        )

    def _stamp_card(self, card: StampCard) -> Table:
        return _lean(
            _EMPTY | {"bearer": False},
            id=card.id,
            name=card.name,
            every=card.every,
            gives=self._gives(card.gives),
            of=_of(card.of),
            valid_days=card.valid_days,
            bearer=card.bearer,
        )

    def _next_purchase(self, voucher: NextPurchase) -> Table:
        return _lean(
            _EMPTY | {"bearer": False},
            id=voucher.id,
            name=voucher.name,
            gives=self._gives(voucher.gives),
            of=_of(voucher.of),
            when=self._when(voucher.when),
            valid_days=voucher.valid_days,
            bearer=voucher.bearer,
        )

    def _promotion(self, promotion: Promotion) -> Table:
        when = self._when(promotion.when)
        return _lean(
            _EMPTY | {"code": "", "members": False},
            id=promotion.id,
            name=promotion.name,
            **self._deal(promotion),
            max=self._money_or_none(promotion.max_money),
            of=_of(promotion.of),
            when={key: value for key, value in when.items() if key != "code"},
            code=promotion.when.code,
            max_uses=promotion.max_uses,
            max_uses_customer=promotion.max_uses_customer,
            members=promotion.members,
        )

    def _deal(self, promotion: Promotion) -> Table:
        """What it takes off."""
        if promotion.kind == "amount":
            return {"amount": self._money(promotion.amount)}
        if promotion.kind == "percent":
            return {"percent": exact(promotion.percent)}
        got: Table = {"buy": promotion.buy, "get": promotion.get}
        if promotion.get_price is None:
            return got | {"get_percent": exact(promotion.percent)}
        return got | {"get_price": self._money(promotion.get_price)}

    def _gives(self, gives: Gives) -> Table:
        if gives.kind == "product":
            return _lean({"qty": 1}, product=gives.product, qty=gives.qty)
        if gives.kind == "percent":
            return _lean(percent=exact(gives.percent), max=self._money_or_none(gives.max_money))
        money = self._money(gives.money)
        return {"donate": gives.cause, "money": money} if gives.kind == "donate" else {"money": money}

    def _when(self, when: When) -> Table:
        table = _lean(
            _EMPTY | {"min_qty": 0},
            min_bill=self._money(when.min_bill) if when.min_bill else None,
            min_qty=when.min_qty,
            weekdays=[WEEKDAYS[day] for day in sorted(when.weekdays)],
            first_day=when.first_day,
            last_day=when.last_day,
            tiers=sorted(when.tiers),
            occasion=when.occasion or None,
            code=when.code or None,
        )
        hours = _lean(**{"from": _clock(when.from_time), "to": _clock(when.to_time)})
        return table | hours

    def _money(self, minor: int) -> str:
        return self._currency.text(minor)

    def _money_or_none(self, minor: int | None) -> str | None:
        return None if minor is None else self._money(minor)


_EMPTY: Table = {"of": {}, "when": {}, "weekdays": [], "tiers": []}


def exact(number: Fraction) -> int | str:
    """An exact number of at most six decimals as the file writes it: 2, or "1.5"."""
    if number.denominator == 1:
        return number.numerator
    return f"{(Decimal(number.numerator) / Decimal(number.denominator)).normalize():f}"


def _lean(usual: Mapping[str, Any] | None = None, /, **table: object) -> Table:
    """The table without what is not there and what has its usual value."""
    plain = usual or {}
    return {key: value for key, value in table.items() if value is not None and not _is_usual(plain, key, value)}


def _is_usual(usual: Mapping[str, Any], key: str, value: object) -> bool:
    return key in usual and usual[key] == value


def _points(points: PointRules) -> Table:
    span, table = (
        points.expire_after,
        _lean(
            {"rounding": "floor", "earn_on": "paid", "tax": "gross", "pending_days": 0},
            rounding=points.rounding,
            earn_on=points.earn_on,
            tax="net" if points.net_of_tax else "gross",
            pending_days=points.pending_days,
        ),
    )
    if points.expire is not Expire.NEVER or span.number:
        table["expire"] = points.expire
    if span.number:
        table["expire_after"] = f"{span.number} {span.unit}"
    return table


def _referral(referral: Referral) -> Table:
    usual = {"points_referrer": 0, "points_new": 0}
    return _lean(usual, points_referrer=referral.points_referrer, points_new=referral.points_new)


def _of(scope: Scope) -> Table:
    named = {name: sorted(getattr(scope, name)) for name in ("sku", "category", "not_sku", "not_category")}
    table: Table = {name: names for name, names in named.items() if names}
    return table | {"not_shipping": True} if scope.not_shipping else table


def _clock(at: time | None) -> str | None:
    return None if at is None else f"{at:%H:%M}"
