"""Reads the rules of a programme file that bring points: earn, multiply, bonus, occasion, with `of` and `when`."""

from fractions import Fraction

from loyaltydesk.model.programme import BonusRule, EarnRule, MultiplyRule, OccasionRule, Scope, When
from loyaltydesk.rules.programme_tables import (
    BonusTable,
    EarnTable,
    MultiplyTable,
    OccasionTable,
    OfTable,
    WhenTable,
)
from loyaltydesk.rules.programme_values import Values
from loyaltydesk.rules.toml_places import Path

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LARGEST_FACTOR = Fraction(1000)


class RuleReading:
    """Reads rules; `tiers` and `rewards` are the names that they may speak of."""

    def __init__(self, values: Values, *, tiers: frozenset[str], rewards: frozenset[str]) -> None:
        self._values = values
        self._tiers = tiers
        self._rewards = rewards

    def earn(self, place: int, table: EarnTable) -> EarnRule:
        """[[earn]]"""
        path = ("earn", place)
        kind = self._values.one_of(path, table, ("per", "each"))
        return EarnRule(
            id=table.id,
            points=table.points,
            per=self._values.some_money((*path, "per"), table.per or "") if kind == "per" else 0,
            each=table.each or "",
            of=scope(table.of),
            when=self.when(path, table.when),
            priority=table.priority,
            alone=table.alone,
        )

    def multiply(self, place: int, table: MultiplyTable) -> MultiplyRule:
        """[[multiply]]"""
        path = ("multiply", place)
        by = self._values.exact((*path, "by"), table.by, LARGEST_FACTOR)
        return MultiplyRule(table.id, by, scope(table.of), self.when(path, table.when))

    def bonus(self, place: int, table: BonusTable) -> BonusRule:
        """[[bonus]]"""
        path = ("bonus", place)
        return BonusRule(
            table.id, table.points, scope(table.of), self.when(path, table.when), each_unit=table.per == "unit"
        )

    def occasion(self, place: int, table: OccasionTable) -> OccasionRule:
        """[[occasion]]"""
        path = ("occasion", place)
        self._values.one_of(path, table, ("points", "reward"))
        if table.reward is not None and table.reward not in self._rewards:
            self._values.refuse((*path, "reward"), "unknown_reward", detail=table.reward)
        return OccasionRule(table.id, table.on, table.points or 0, table.reward or "", table.days_before)

    def when(self, rule: Path, table: WhenTable, *, code: str = "") -> When:
        """The `when` of a rule, which may have a `code` of its own beside it."""
        values, path = self._values, (*rule, "when")
        for name in table.tiers:
            if name not in self._tiers:
                values.refuse((*path, "tiers"), "unknown_tier", detail=name)
        if table.first_day and table.last_day and table.last_day < table.first_day:
            values.refuse((*path, "last_day"), "bad_dates")
        if code and table.code:
            values.refuse((*rule, "code"), "one_of", detail="code, when.code")
        return When(
            min_bill=values.money_or_none((*path, "min_bill"), table.min_bill) or 0,
            min_qty=table.min_qty,
            weekdays=frozenset(WEEKDAYS.index(day) for day in table.weekdays),
            from_time=values.time((*path, "from"), table.from_),
            to_time=values.time((*path, "to"), table.to),
            first_day=table.first_day,
            last_day=table.last_day,
            tiers=frozenset(table.tiers),
            occasion=table.occasion or "",
            code=code or table.code,
        )


def scope(table: OfTable) -> Scope:
    """The `of` of a rule."""
    return Scope(
        frozenset(table.sku),
        frozenset(table.category),
        frozenset(table.not_sku),
        frozenset(table.not_category),
        table.not_shipping,
    )
