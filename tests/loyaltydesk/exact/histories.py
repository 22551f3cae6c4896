"""Random histories of a shop: requests of the link with rising times, over two years and by several customers."""

from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from tests.loyaltydesk.exact.programmes import CATEGORIES, CODES, REWARDS, SKUS, Draw, programmes

Ask = dict[str, Any]
CARDS = ("ANNA-1", "JANIS-1", "OLGA-1")
BORN = ("", "1992-02-29", "1985-06-15", "2000-12-30")
GAPS = (
    timedelta(0), timedelta(0), timedelta(minutes=1), timedelta(hours=5), timedelta(hours=13), timedelta(days=1),
    timedelta(days=1, hours=3), timedelta(days=6), timedelta(days=13), timedelta(days=29), timedelta(days=90),
    timedelta(days=210),
)  # fmt: skip
PRICES = ("0.01", "0.99", "1.00", "2.50", "3.33", "7.00", "10.00", "19.99", "0.00")
STEPS = (
    *["purchase"] * 14, *["return"] * 6, "void", "attach", "attach", "adjust", *["redeem"] * 4, *["voucher"] * 3,
    "card", "tier", "expire", "review", "day", "birthday", "birthday", "programme", "merge", "household",
)  # fmt: skip
WITH_ERASING = (*STEPS, "erase")


class Writer:
    """Writes a history: it knows what was asked for so far, not what became of it."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw
        self._at = datetime(2026, 1, 10, 8, 30)  # noqa: DTZ001 - the shop's own time, as it is written in a request
        self._bought: list[Ask] = []
        self.asks: list[Ask] = []
        self._issued = 0  # at most so many vouchers
        self._kept = {(1, 10)}  # month and day of birthdays, and of the day on which everybody joins

    def join(self, card: str, friend: str = "") -> None:
        """Somebody joins, perhaps brought by a friend."""
        born = self._one(BORN)
        ask = {"do": "register", "name": card.title(), "card": card, "birth_date": born, "referred_by": friend}
        self._say({key: value for key, value in ask.items() if value})
        if born:
            self._kept.add((int(born[5:7]), int(born[8:])))
        if points := self._one([0, 60, 400, 400]):
            opening = {"do": "adjust", "card": card, "points": points, "reason": "Opening", "approved_by": "Marta"}
            self._say(opening)

    def write(self, verbs: tuple[str, ...]) -> None:
        """One more request."""
        verb = self._one(verbs)
        if verb == "birthday":
            self._wait_for_a_birthday()
        else:
            self._at += self._one(GAPS)
        ask = getattr(self, f"_{verb}")()
        if ask:
            self._say({"do": verb, **ask})

    def _wait_for_a_birthday(self) -> None:
        """Lets time pass to somebody's day, or near it."""
        month, day = self._one(sorted(self._kept))
        day = min(day, 28) if month == 2 else day
        found = self._at.replace(month=month, day=day)
        found = found if found > self._at else found.replace(year=found.year + 1)
        self._at = found + timedelta(days=self._one([-3, -1, 0, 0, 0, 0, 1, 20]))

    def _birthday(self) -> Ask:
        return {"do": "purchase", **self._purchase()} if self._chance(4) else {"do": "day"}

    def _say(self, ask: Ask) -> None:
        self.asks.append({**ask, "at": self._at.isoformat()})

    def _one(self, values: Any) -> Any:
        return self._draw(st.sampled_from(tuple(values)))

    def _chance(self, of: int) -> bool:
        return bool(self._draw(st.integers(0, of - 1)) == of - 1)

    def _card_number(self) -> str:
        return str(self._one(CARDS + CARDS[:2] * 2))

    # --- requests

    def _purchase(self) -> Ask:
        ask: Ask = {"receipt": f"R{len(self._bought)}"}
        if not self._chance(6):
            ask["card"] = self._card_number()
        if self._chance(5):
            ask["amount"] = self._one((*PRICES, "55.55"))
        else:
            ask["lines"] = [self._line() for _ in range(self._draw(st.integers(1, 3)))]
        if self._chance(5):
            ask["discount"] = self._one(["0.30", "1.00", "12.00"])
        if self._chance(3):
            ask["codes"] = self._draw(st.lists(st.sampled_from((*CODES, "spring", "NONE")), min_size=1, max_size=2))
        if "card" in ask and self._chance(4):
            ask["redeem_points"] = self._one([5, 30, 100, 100, 250])
        if "card" in ask and self._chance(6):
            ask["rewards"] = [{"reward": self._one(REWARDS), "times": self._one([1, 1, 2])}]
        if self._issued and self._chance(3):
            ask["vouchers"] = [self._voucher_code() for _ in range(self._one([1, 1, 2]))]
        self._issued += 1
        self._bought.append(ask)
        return {**ask, "do": "quote"} if self._chance(10) else ask

    def _line(self) -> Ask:
        sku = self._one((*SKUS, ""))
        line = {"sku": sku, "category": CATEGORIES[sku], "qty": self._one([1, 1, 2, 3, 4]), "price": self._one(PRICES)}
        if self._chance(4):
            line["tax_percent"] = self._one(["21", "5.5"])
        if self._chance(6):
            line["shipping"] = True
        return line

    def _return(self) -> Ask:
        if not self._bought:
            return {}
        bought = self._one(self._bought[-3:])
        ask: Ask = {"receipt": bought["receipt"]}
        kind = self._one(["all", "amount", "amount", "lines", "lines"])
        if kind == "amount":
            ask["amount"] = self._one(["0.01", "1.00", "2.50", "10.00"])
        elif kind == "lines" and "lines" in bought:
            line = self._one(bought["lines"])
            ask["lines"] = [{"sku": line["sku"], "qty": self._one(range(1, line["qty"] + 1))}]
        return ask

    def _void(self) -> Ask:
        return {"receipt": self._one(self._bought)["receipt"]} if self._bought else {}

    def _attach(self) -> Ask:
        guests = [bought for bought in self._bought if "card" not in bought] or self._bought
        return {"receipt": self._one(guests)["receipt"], "card": self._card_number()} if guests else {}

    def _adjust(self) -> Ask:
        points = self._one([100, 150, 500, -20, -300])
        ask = {"card": self._card_number(), "points": points, "reason": "By hand", "staff": "Ilze"}
        return {**ask, "approved_by": self._one(["Ilze", "Marta"])} if self._chance(2) else ask

    def _redeem(self) -> Ask:
        self._issued += 2
        return {"card": self._card_number(), "reward": self._one(REWARDS)}

    def _voucher_code(self) -> str:
        """One of the first vouchers; most purchases bring none, so there may be fewer."""
        return f"$v{self._draw(st.integers(0, min(self._issued // 4, 5)))}"

    def _voucher(self) -> Ask:
        return {"code": self._voucher_code(), "action": self._one(["show", "use", "cancel", "reprint"])}

    def _card(self) -> Ask:
        action = self._one(["block", "unblock", "unblock", "role", "role"])
        return {"card": self._card_number(), "action": action, "role": self._one(["full", "earn_only"])}

    def _tier(self) -> Ask:
        return {"card": self._card_number(), "floor": self._one(["Silver", None])}

    def _expire(self) -> Ask:
        return {"do": "expire"}

    def _review(self) -> Ask:
        return {"do": "review"}

    def _day(self) -> Ask:
        return {"do": "day"}

    def _programme(self) -> Ask:
        return {"toml": self._draw(programmes())}

    def _merge(self) -> Ask:
        return {"keep": self._card_number(), "drop": self._card_number()}

    def _erase(self) -> Ask:
        return {"card": self._card_number()}

    def _household(self) -> Ask:
        return {"customers": list(self._draw(st.permutations(CARDS)))[:2], "name": "Home"}


@st.composite
def histories(draw: Draw, *, steps: tuple[str, ...] = STEPS, most: int = 16) -> list[Ask]:
    """Three customers join, and then anything happens."""
    writer = Writer(draw)
    for card, friend in zip(CARDS, ("", CARDS[0], ""), strict=True):
        writer.join(card, friend)
    for _ in range(draw(st.integers(min(6, most), most))):
        writer.write(steps)
    return writer.asks
