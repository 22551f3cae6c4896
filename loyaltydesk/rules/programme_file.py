"""Reads a programme file (TOML) into its rules, or refuses it with line, key and reason."""

import re
import tomllib
from collections.abc import Callable, Collection, Iterable
from fractions import Fraction
from itertools import pairwise
from typing import Any, TypeVar

import msgspec

from loyaltydesk.model.money import Currency, currency
from loyaltydesk.model.programme import (
    Basis,
    ControlGroup,
    EarnOn,
    Expire,
    PointRules,
    Programme,
    Redeem,
    Referral,
    Rounding,
    Span,
    Tier,
    Window,
)
from loyaltydesk.model.refusals import BadProgramme
from loyaltydesk.rules.programme_promises import PromiseReading
from loyaltydesk.rules.programme_rules import LARGEST_FACTOR, RuleReading
from loyaltydesk.rules.programme_tables import Exact, ProgrammeFile, TierTable
from loyaltydesk.rules.programme_values import Values
from loyaltydesk.rules.toml_places import Path, path_of, place

LARGEST = 200_000  # characters; a programme is a page or two
NAMED = ("earn", "multiply", "bonus", "occasion", "reward", "stamp_card", "promotion", "next_purchase")
_T = TypeVar("_T")
_R = TypeVar("_R")


def read_programme(text: str, *, kept: bool = False) -> Programme:
    """The programme that `text` describes. Raises BadProgramme with the place and the reason.

    Rules that are `kept` with the shop were in force once, and are read as they were then.
    """
    file = _typed(text, read_tables(text))
    values = Values(text, Currency("EUR", 2))
    money = values.attempt(("programme", "currency"), "bad_currency", lambda: currency(file.programme.currency))
    return _Reading(Values(text, money), file, kept=kept).programme(money)


def read_tables(text: str) -> dict[str, Any]:
    """The tables of a programme file as they are written. Raises BadProgramme when it is no TOML, or too large."""
    if len(text) > LARGEST:
        raise BadProgramme("", "too_large")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise BadProgramme(f"line {line[1]}" if line else "", "toml", str(error)) from None
    except (ValueError, RecursionError):  # a number of thousands of digits, arrays within arrays without end
        raise BadProgramme("", "too_large") from None


def check_products(text: str, programme: Programme, known: Callable[[str], bool]) -> None:
    """Raises BadProgramme for a reward, stamp card or voucher that gives a product which is not `known`."""
    tables: dict[str, Collection[Any]] = {
        "reward": programme.rewards,
        "stamp_card": programme.stamp_cards,
        "next_purchase": programme.next_purchase,
    }
    for table, promises in tables.items():
        for number, promise in enumerate(promises):
            gives = promise.gives
            if gives.kind == "product" and not known(gives.product):
                raise BadProgramme(place(text, (table, number, "gives")), "unknown_product", gives.product)


def _typed(text: str, tables: dict[str, Any]) -> ProgrammeFile:
    values = Values(text, Currency("EUR", 2))
    try:
        return msgspec.convert(tables, ProgrammeFile)
    except msgspec.ValidationError as error:
        said, _, at = str(error).partition(" - at `")
        path = path_of(at.rstrip("`"))
        if unknown := re.search(r"unknown field `(.+)`", said):
            values.refuse((*path, unknown[1]), "unknown_key", detail=unknown[1])
        if missing := re.search(r"missing required field `(.+)`", said):
            values.refuse(path or (missing[1],), "missing_key", detail=missing[1])
        values.refuse(path, "wrong_value", detail=said)


class _Reading:
    """One file while its tables become rules."""

    def __init__(self, values: Values, file: ProgrammeFile, *, kept: bool) -> None:
        self._values = values
        self._file = file
        self._kept = kept

    def programme(self, money: Currency) -> Programme:
        """All of it."""
        file, head = self._file, self._file.programme
        if head.starts and head.ends and head.ends < head.starts:
            self._values.refuse(("programme", "ends"), "bad_dates")
        for table in NAMED:
            self._values.no_doubles(table, "id", names=[each.id for each in getattr(file, table)])
        tiers = self._tiers()
        rules = RuleReading(
            self._values,
            tiers=frozenset(tier.name for tier in tiers),
            rewards=frozenset(reward.id for reward in file.reward),
        )
        promises = PromiseReading(self._values, rules)
        return Programme(
            name=head.name,
            currency=money,
            starts=head.starts,
            ends=head.ends,
            points=self._points(),
            redeem=self._redeem(),
            overdraft=file.returns.overdraft == "negative",
            earn=_each(rules.earn, file.earn),
            multiply=_each(rules.multiply, file.multiply),
            bonus=_each(rules.bonus, file.bonus),
            occasions=_each(rules.occasion, file.occasion),
            rewards=_each(promises.reward, file.reward),
            stamp_cards=_each(promises.stamp_card, file.stamp_card),
            promotions=_each(promises.promotion, file.promotion),
            next_purchase=_each(promises.next_purchase, file.next_purchase),
            referral=Referral(file.referral.points_referrer, file.referral.points_new),
            approve_above=file.approval.adjust_above if file.approval else None,
            test_group=ControlGroup(file.test_group.every, file.test_group.since) if file.test_group else None,
            tiers=tiers,
            basis=Basis(file.tiers.basis),
            window=Window(file.tiers.window),
        )

    def _points(self) -> PointRules:
        points = self._file.points
        return PointRules(
            rounding=Rounding(points.rounding),
            earn_on=EarnOn(points.earn_on),
            net_of_tax=points.tax == "net",
            pending_days=points.pending_days,
            expire=Expire(points.expire or ("after" if points.expire_after else "never")),
            expire_after=self._expire_after(),
        )

    def _expire_after(self) -> Span:
        points = self._file.points
        if points.expire_after is None:
            if points.expire == "after":
                self._values.refuse(("points", "expire"), "missing_key", detail="expire_after")
            return Span(0, "days")
        return self._values.span(("points", "expire_after"), points.expire_after)

    def _redeem(self) -> Redeem | None:
        table = self._file.redeem
        if table is None:
            return None
        worth = self._values.some_money(("redeem", "worth"), table.worth)
        percent = self._values.percent(("redeem", "max_percent"), table.max_percent)
        return Redeem(table.points, worth, table.minimum, percent)

    def _tiers(self) -> tuple[Tier, ...]:
        """The tiers, each of which begins above the one that is written before it."""
        values, tables = self._values, self._file.tier
        values.no_doubles("tier", "name", names=[table.name for table in tables])
        tiers = [self._tier(("tier", number), table) for number, table in enumerate(tables)]
        if self._kept:  # the first release put them in order by itself
            return tuple(sorted(tiers, key=lambda tier: tier.threshold))
        for number, (lower, tier) in enumerate(pairwise(tiers), 1):
            if tier.threshold == lower.threshold:
                values.refuse(("tier", number, "from"), "duplicate", detail=str(tables[number].from_))
            if tier.threshold < lower.threshold:
                values.refuse(("tier", number, "from"), "tier_order", detail=lower.name)
        return tuple(tiers)

    def _tier(self, path: Path, table: TierTable) -> Tier:
        return Tier(
            name=table.name,
            threshold=self._threshold((*path, "from"), table.from_),
            multiply=self._values.exact((*path, "multiply"), table.multiply, LARGEST_FACTOR),
            discount_percent=self._values.percent((*path, "discount_percent"), table.discount_percent),
        )

    def _threshold(self, path: Path, written: Exact) -> int:
        if self._file.tiers.basis == "spend":
            return self._values.money(path, written)
        points = self._values.exact(path, written, Fraction(10**12))
        if points.denominator != 1:
            self._values.refuse(path, "bad_number", detail=str(written))
        return points.numerator


def _each(read: Callable[[int, _T], _R], tables: Iterable[_T]) -> tuple[_R, ...]:
    return tuple(read(number, table) for number, table in enumerate(tables))
