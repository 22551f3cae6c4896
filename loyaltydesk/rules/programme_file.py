"""Reads a programme file (TOML) into its rules, or refuses it with line, key and reason."""

import re
import tomllib
from collections.abc import Callable, Iterable
from datetime import time
from fractions import Fraction
from typing import Any, NoReturn, TypeVar

import msgspec

from loyaltydesk.model.money import Currency, currency
from loyaltydesk.model.programme import (
    Basis,
    EarnOn,
    EarnRule,
    Expire,
    Gives,
    PointRules,
    Programme,
    Redeem,
    Reward,
    Rounding,
    Scope,
    Span,
    Tier,
    When,
    Window,
)
from loyaltydesk.model.refusals import BadProgramme, BadRequest
from loyaltydesk.rules.programme_tables import (
    NOT_YET,
    EarnTable,
    Exact,
    GivesTable,
    OfTable,
    ProgrammeFile,
    RewardTable,
    TierTable,
    WhenTable,
)
from loyaltydesk.rules.toml_places import Path, path_of, place

LARGEST = 200_000  # characters; a programme is a page or two
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_T = TypeVar("_T")


def read_programme(text: str) -> Programme:
    """The programme that `text` describes. Raises BadProgramme with the place and the reason."""
    if len(text) > LARGEST:
        raise BadProgramme("", "too_large")
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise BadProgramme(f"line {line[1]}" if line else "", "toml", str(error)) from None
    except (ValueError, RecursionError):  # a number of thousands of digits, arrays within arrays without end
        raise BadProgramme("", "too_large") from None
    return _Reading(text).programme(tables)


class _Reading:
    """One file while it is read; knows its text, so that a refusal can name the line."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._currency = Currency("EUR", 2)

    def programme(self, tables: dict[str, Any]) -> Programme:
        file = self._typed(tables)
        self._currency = self._try(("programme", "currency"), "bad_currency", lambda: currency(file.programme.currency))
        head, points = file.programme, file.points
        if head.starts and head.ends and head.ends < head.starts:
            self._refuse(("programme", "ends"), "bad_dates")
        self._no_doubles("earn", "id", names=[rule.id for rule in file.earn])
        self._no_doubles("reward", "id", names=[reward.id for reward in file.reward])
        self._no_doubles("tier", "name", names=[tier.name for tier in file.tier])
        tiers = self._tiers(file)
        names = {tier.name for tier in tiers}
        return Programme(
            name=head.name,
            currency=self._currency,
            starts=head.starts,
            ends=head.ends,
            points=PointRules(
                rounding=Rounding(points.rounding),
                earn_on=EarnOn(points.earn_on),
                net_of_tax=points.tax == "net",
                pending_days=points.pending_days,
                expire=Expire(points.expire or ("after" if points.expire_after else "never")),
                expire_after=self._expire_after(file),
            ),
            redeem=self._redeem(file),
            overdraft=file.returns.overdraft == "negative",
            earn=tuple(self._earn(("earn", place), rule, names) for place, rule in enumerate(file.earn)),
            rewards=tuple(self._reward(("reward", place), reward) for place, reward in enumerate(file.reward)),
            tiers=tiers,
            basis=Basis(file.tiers.basis),
            window=Window(file.tiers.window),
        )

    def _typed(self, tables: dict[str, Any]) -> ProgrammeFile:
        for name in tables:
            if name in NOT_YET:
                self._refuse((name, 0) if isinstance(tables[name], list) else (name,), "not_known_yet", detail=name)
        try:
            return msgspec.convert(tables, ProgrammeFile)
        except msgspec.ValidationError as error:
            said, _, at = str(error).partition(" - at `")
            path = path_of(at.rstrip("`"))
            if unknown := re.search(r"unknown field `(.+)`", said):
                self._refuse((*path, unknown[1]), "unknown_key", detail=unknown[1])
            if missing := re.search(r"missing required field `(.+)`", said):
                self._refuse(path or (missing[1],), "missing_key", detail=missing[1])
            self._refuse(path, "wrong_value", detail=said)

    # --- the tables

    def _expire_after(self, file: ProgrammeFile) -> Span:
        written, path = file.points.expire_after, ("points", "expire_after")
        if written is None:
            if file.points.expire == "after":
                self._refuse(("points", "expire"), "missing_key", detail="expire_after")
            return Span(0, "days")
        match = re.fullmatch(r"([0-9]{1,4}) (day|month|year)s?", written)
        if not match or int(match[1]) == 0:
            self._refuse(path, "bad_span", detail=written)
        return Span(int(match[1]), match[2] + "s")

    def _redeem(self, file: ProgrammeFile) -> Redeem | None:
        table = file.redeem
        if table is None:
            return None
        worth = self._money(("redeem", "worth"), table.worth)
        if worth == 0:
            self._refuse(("redeem", "worth"), "not_zero")
        percent = self._exact(("redeem", "max_percent"), table.max_percent, Fraction(100))
        return Redeem(table.points, worth, table.minimum, percent)

    def _earn(self, path: Path, table: EarnTable, tiers: set[str]) -> EarnRule:
        if (table.per is None) == (table.each is None):
            self._refuse(path, "one_of", detail="per, each")
        per = 0 if table.per is None else self._money((*path, "per"), table.per)
        if table.per is not None and per == 0:
            self._refuse((*path, "per"), "not_zero")
        return EarnRule(
            id=table.id,
            points=table.points,
            per=per,
            each=table.each or "",
            of=_scope(table.of),
            when=self._when((*path, "when"), table.when, tiers),
            priority=table.priority,
            alone=table.alone,
        )

    def _when(self, path: Path, table: WhenTable, tiers: set[str]) -> When:
        for name in table.tiers:
            if name not in tiers:
                self._refuse((*path, "tiers"), "unknown_tier", detail=name)
        if table.first_day and table.last_day and table.last_day < table.first_day:
            self._refuse((*path, "last_day"), "bad_dates")
        return When(
            min_bill=0 if table.min_bill is None else self._money((*path, "min_bill"), table.min_bill),
            min_qty=table.min_qty,
            weekdays=frozenset(WEEKDAYS.index(day) for day in table.weekdays),
            from_time=self._time((*path, "from"), table.from_),
            to_time=self._time((*path, "to"), table.to),
            first_day=table.first_day,
            last_day=table.last_day,
            tiers=frozenset(table.tiers),
            occasion=table.occasion or "",
            code=table.code,
        )

    def _tiers(self, file: ProgrammeFile) -> tuple[Tier, ...]:
        tiers = [self._tier(("tier", number), table, file.tiers.basis) for number, table in enumerate(file.tier)]
        first: dict[int, str] = {}  # "100" and "100.00" are the same threshold
        pairs = zip(tiers, file.tier, strict=True)
        self._no_doubles(
            "tier", "from", names=[first.setdefault(tier.threshold, str(table.from_)) for tier, table in pairs]
        )
        return tuple(sorted(tiers, key=lambda tier: tier.threshold))

    def _tier(self, path: Path, table: TierTable, basis: str) -> Tier:
        return Tier(
            name=table.name,
            threshold=self._threshold((*path, "from"), table.from_, basis),
            multiply=self._exact((*path, "multiply"), table.multiply, Fraction(1000)),
            discount_percent=self._exact((*path, "discount_percent"), table.discount_percent, Fraction(100)),
        )

    def _threshold(self, path: Path, written: Exact, basis: str) -> int:
        if basis == "spend":
            return self._money(path, written)
        points = self._exact(path, written, Fraction(10**12))
        if points.denominator != 1:
            self._refuse(path, "bad_number", detail=str(written))
        return points.numerator

    def _reward(self, path: Path, table: RewardTable) -> Reward:
        return Reward(
            id=table.id,
            name=table.name,
            cost=table.cost,
            gives=self._gives((*path, "gives"), table.gives),
            valid_days=table.valid_days,
            stock=table.stock,
            per_customer=table.per_customer,
        )

    def _gives(self, path: Path, table: GivesTable) -> Gives:
        kinds = [kind for kind in ("product", "percent", "donate") if getattr(table, kind) is not None]
        if not kinds and table.money is not None:
            kinds = ["money"]
        if len(kinds) != 1:
            self._refuse(path, "one_of", detail="product, money, percent, donate")
        kind = kinds[0]
        allowed = {"product": {"qty"}, "money": {"money"}, "percent": {"max"}, "donate": {"money"}}[kind]
        for extra in ("qty", "money", "max"):
            if getattr(table, extra) is not None and extra not in allowed:
                self._refuse((*path, extra), "unknown_key", detail=extra)
        if kind == "donate" and table.money is None:
            self._refuse(path, "missing_key", detail="money")
        return Gives(
            kind=kind,
            product=table.product or "",
            qty=table.qty or 1,
            money=0 if table.money is None else self._money((*path, "money"), table.money),
            percent=self._exact((*path, "percent"), table.percent or 0, Fraction(100)),
            max_money=None if table.max is None else self._money((*path, "max"), table.max),
            cause=table.donate or "",
        )

    # --- single values

    def _money(self, path: Path, written: Exact) -> int:
        return self._try(path, "bad_money", lambda: self._currency.amount(written), detail=str(written))

    def _exact(self, path: Path, written: Exact, largest: Fraction) -> Fraction:
        if not re.fullmatch(r"[0-9]{1,12}(\.[0-9]{1,6})?", str(written)) or Fraction(str(written)) > largest:
            self._refuse(path, "bad_number", detail=str(written))
        return Fraction(str(written))

    def _time(self, path: Path, written: str | None) -> time | None:
        if written is None:
            return None
        if not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", written):
            self._refuse(path, "bad_time", detail=written)
        return time.fromisoformat(written)

    def _no_doubles(self, table: str, key: str, *, names: Iterable[str]) -> None:
        seen: set[str] = set()
        for number, name in enumerate(names):
            if name in seen:
                self._refuse((table, number, key), "duplicate", detail=name)
            seen.add(name)

    def _try(self, path: Path, reason: str, read: Callable[[], _T], *, detail: str = "") -> _T:
        try:
            return read()
        except (BadRequest, KeyError, ValueError):
            self._refuse(path, reason, detail=detail)

    def _refuse(self, path: Path, reason: str, *, detail: str = "") -> NoReturn:
        raise BadProgramme(place(self._text, path), reason, detail[:200]) from None


def _scope(table: OfTable) -> Scope:
    return Scope(
        frozenset(table.sku),
        frozenset(table.category),
        frozenset(table.not_sku),
        frozenset(table.not_category),
        table.not_shipping,
    )
