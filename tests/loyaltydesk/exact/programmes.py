"""Random programmes: every table of the programme file, in TOML, with whatever it may say."""

from typing import Any

from hypothesis import strategies as st

Draw = st.DrawFn
CATEGORIES = {"COFFEE": "drinks", "CAKE": "food", "SOAP": "home", "BOOK": "home", "": ""}
SKUS = ("COFFEE", "CAKE", "SOAP", "BOOK")
TIERS = ("Bronze", "Silver", "Gold")
CODES = ("SPRING", "WELCOME")
REWARDS = ("r-money", "r-percent", "r-product", "r-cause")

OF = (
    {}, {}, {}, {"sku": ["COFFEE"]}, {"sku": ["COFFEE", "CAKE"]}, {"category": ["home"]}, {"not_sku": ["CAKE"]},
    {"not_category": ["home"]}, {"not_shipping": True}, {"category": ["home"], "not_sku": ["SOAP"]},
)  # fmt: skip
WHEN: tuple[dict[str, Any], ...] = (
    {"min_bill": "10.00"}, {"min_bill": "3.00"}, {"min_qty": 2}, {"min_qty": 3}, {"weekdays": ["sat", "sun"]},
    {"weekdays": ["mon", "tue", "wed"]}, {"from": "09:00", "to": "17:30"}, {"from": "18:00", "to": "09:30"},
    {"first_day": "2026-03-01"}, {"last_day": "2026-10-31"}, {"tiers": ["Silver", "Gold"]}, {"occasion": "birthday"},
    {"occasion": "joined"}, {"code": "SPRING"},
)  # fmt: skip
GIVES = (
    {"money": "5.00"}, {"money": "1.50"}, {"percent": 10}, {"percent": "12.5", "max": "2.00"},
    {"product": "COFFEE", "qty": 1}, {"product": "CAKE", "qty": 2},
)  # fmt: skip
DONATED = {"donate": "Shelter", "money": "1.00"}


def toml(value: Any) -> str:
    """A value as TOML; text that is a day is written as one."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {toml(each)}" for key, each in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(toml(each) for each in value) + "]"
    if isinstance(value, str):
        return value if len(value) == 10 and value[4] == value[7] == "-" else f'"{value}"'
    return str(value)


def table(head: str, keys: dict[str, Any]) -> str:
    """One table of the file, without what is None or empty."""
    lines = [f"{key} = {toml(value)}" for key, value in keys.items() if value not in (None, {})]
    return "\n".join([head, *lines, ""])


def maybe(draw: Draw, *values: Any) -> Any:
    """One of some values, or often none."""
    return draw(st.sampled_from((None, None, *values)))


def scope(draw: Draw) -> dict[str, Any]:
    """An `of`."""
    return draw(st.sampled_from(OF))


def when(draw: Draw, *, tiers: bool) -> dict[str, Any]:
    """A `when` of no, one or two conditions."""
    parts = [part for part in WHEN if tiers or "tiers" not in part]
    found: dict[str, Any] = {}
    for part in draw(st.lists(st.sampled_from(parts), max_size=2)) if draw(st.booleans()) else []:
        found.update(part)
    if found.get("first_day", "") > found.get("last_day", "9999"):
        del found["last_day"]
    return found


@st.composite
def programmes(draw: Draw) -> str:
    """A whole programme file."""
    tiers = draw(st.booleans())
    parts = [_head(draw), _points(draw), _redeem(draw), *_tiers(draw, tiers)]
    parts.append(table("[returns]", {"overdraft": draw(st.sampled_from(["clamp", "clamp", "negative"]))}))
    for make, most in ((_earn, 3), (_multiply, 2), (_bonus, 2), (_promotion, 3), (_next_purchase, 1)):
        parts += [make(draw, number, tiers=tiers) for number in range(draw(st.integers(0, most)))]
    parts += [_reward(draw, name) for name in REWARDS if draw(st.integers(0, 3))]
    rewards = [name for name in REWARDS if any(f'id = "{name}"' in part for part in parts)]
    parts += [_stamp_card(draw, number) for number in range(draw(st.sampled_from([0, 0, 1, 2])))]
    parts += [_occasion(draw, number, rewards) for number in range(draw(st.sampled_from([0, 0, 1, 2])))]
    if draw(st.booleans()):
        parts.append(table("[referral]", {"points_referrer": draw(st.sampled_from([0, 30])), "points_new": 50}))
    if draw(st.booleans()):
        parts.append(table("[approval]", {"adjust_above": 200}))
    return "\n".join(parts)


def _head(draw: Draw) -> str:
    keys = {"name": "Rīts", "currency": "EUR"}
    return table("[programme]", {**keys, "starts": maybe(draw, "2026-01-15"), "ends": maybe(draw, "2027-06-30")})


def _points(draw: Draw) -> str:
    expire = draw(st.sampled_from(["never", "after", "month_end", "year_end"]))
    spans = ["30 days", "1 months", "3 months", "12 months", "1 years"]
    return table(
        "[points]",
        {
            "rounding": draw(st.sampled_from(["floor", "half_up", "ceil"])),
            "earn_on": draw(st.sampled_from(["paid", "paid", "full", "none_when_redeeming"])),
            "tax": draw(st.sampled_from(["gross", "gross", "net"])),
            "pending_days": draw(st.sampled_from([0, 0, 0, 14])),
            "expire": expire,
            "expire_after": None if expire == "never" else draw(st.sampled_from(spans)),
        },
    )


def _redeem(draw: Draw) -> str:
    if not draw(st.integers(0, 3)):
        return ""
    points, worth = draw(st.sampled_from([(1, "0.01"), (10, "0.15"), (100, "1.00")]))
    most = draw(st.sampled_from([100, 50, "33.3"]))
    minimum = draw(st.sampled_from([0, 0, 20]))
    return table("[redeem]", {"points": points, "worth": worth, "minimum": minimum, "max_percent": most})


def _tiers(draw: Draw, tiers: bool) -> list[str]:
    if not tiers:
        return []
    basis = draw(st.sampled_from(["spend", "points"]))
    window = draw(st.sampled_from(["lifetime", "calendar_year", "12 months"]))
    steps = draw(st.sampled_from([("0.00", "20.00", "60.00"), ("10.00", "30.00", "100.00")]))
    made = [table("[tiers]", {"basis": basis, "window": window})]
    for name, start in zip(TIERS, steps, strict=True):
        by = draw(st.sampled_from([1, "1.5", 2, "0.7"]))
        off = draw(st.sampled_from([0, 0, 5, "7.5"]))
        start = start if basis == "spend" else int(float(start))
        made.append(table("[[tier]]", {"name": name, "from": start, "multiply": by, "discount_percent": off}))
    return made


def _earn(draw: Draw, number: int, *, tiers: bool) -> str:
    keys: dict[str, Any] = {"id": f"e{number}", "points": draw(st.sampled_from([1, 1, 2, 7]))}
    kind = draw(st.sampled_from(["per", "per", "per", "unit", "purchase"]))
    keys.update({"per": draw(st.sampled_from(["1.00", "0.50", "3.00"]))} if kind == "per" else {"each": kind})
    keys.update(of=scope(draw), when=when(draw, tiers=tiers))
    if draw(st.integers(0, 4)) == 0:
        keys.update(alone=True, priority=draw(st.sampled_from([0, 1, 2])))
    return table("[[earn]]", keys)


def _multiply(draw: Draw, number: int, *, tiers: bool) -> str:
    by = draw(st.sampled_from([2, "1.5", "0.5", "1.333"]))
    return table("[[multiply]]", {"id": f"m{number}", "by": by, "of": scope(draw), "when": when(draw, tiers=tiers)})


def _bonus(draw: Draw, number: int, *, tiers: bool) -> str:
    keys = {"id": f"b{number}", "points": draw(st.sampled_from([5, 20])), "per": maybe(draw, "unit")}
    return table("[[bonus]]", {**keys, "of": scope(draw), "when": when(draw, tiers=tiers)})


def _promotion(draw: Draw, number: int, *, tiers: bool) -> str:
    keys: dict[str, Any] = {"id": f"p{number}", "of": scope(draw), "when": when(draw, tiers=tiers)}
    kind = draw(st.sampled_from(["buy", "percent", "amount"]))
    if kind == "buy":
        keys.update(buy=draw(st.sampled_from([1, 2])), get=draw(st.sampled_from([1, 2])))
        percents = {"get_percent": draw(st.sampled_from([100, 100, 50])), "max": maybe(draw, "2.00")}
        keys.update(draw(st.sampled_from([percents, {"get_price": "0.01"}, {"get_price": "3.00"}])))
    elif kind == "percent":
        keys.update(percent=draw(st.sampled_from([10, 25, "12.5", 100])), max=maybe(draw, "3.00"))
    else:
        keys["amount"] = draw(st.sampled_from(["0.50", "5.00"]))
    keys.update(members=draw(st.sampled_from([None, None, True])))
    keys.update(max_uses=maybe(draw, 1, 3), max_uses_customer=maybe(draw, 1, 2))
    if "code" not in keys["when"]:
        keys["code"] = maybe(draw, "WELCOME")
    return table("[[promotion]]", keys)


def _next_purchase(draw: Draw, number: int, *, tiers: bool) -> str:
    keys = {"id": f"n{number}", "gives": draw(st.sampled_from((*GIVES, DONATED))), "valid_days": maybe(draw, 30)}
    bearer = draw(st.sampled_from([None, True]))
    return table("[[next_purchase]]", {**keys, "bearer": bearer, "of": scope(draw), "when": when(draw, tiers=tiers)})


def _reward(draw: Draw, name: str) -> str:
    kinds = {"r-cause": (DONATED,), "r-money": GIVES[:2], "r-percent": GIVES[2:4]}
    keys = {"id": name, "name": name, "cost": draw(st.sampled_from([5, 20, 60]))}
    keys["gives"] = draw(st.sampled_from(kinds.get(name, GIVES[4:])))
    keys.update(valid_days=maybe(draw, 30), stock=maybe(draw, 2), per_customer=maybe(draw, 1))
    return table("[[reward]]", {**keys, "bearer": maybe(draw, True)})


def _stamp_card(draw: Draw, number: int) -> str:
    keys = {"id": f"s{number}", "every": draw(st.sampled_from([2, 3, 5])), "of": scope(draw)}
    gives = draw(st.sampled_from((*GIVES, DONATED)))
    return table("[[stamp_card]]", {**keys, "gives": gives, "valid_days": maybe(draw, 60), "bearer": maybe(draw, True)})


def _occasion(draw: Draw, number: int, rewards: list[str]) -> str:
    keys: dict[str, Any] = {"id": f"o{number}", "on": draw(st.sampled_from(["birthday", "joined"]))}
    if rewards and draw(st.booleans()):
        keys["reward"] = draw(st.sampled_from(rewards))
    else:
        keys["points"] = 25
    return table("[[occasion]]", {**keys, "days_before": draw(st.sampled_from([0, 0, 3]))})
