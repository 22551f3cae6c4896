"""The real shop and the naive one side by side: both are asked the same, and every number must be the same."""

import json
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from random import Random
from typing import Any

from loyaltydesk.cli.link import Link
from loyaltydesk.desk import Desk
from tests.loyaltydesk.exact.naive import NaiveShop
from tests.loyaltydesk.exact.naive_bill import cents

Ask = dict[str, Any]
MONEY = ("total", "discount", "due", "by_points", "by_vouchers", "refunded")


class Twins:
    """One shop twice. Vouchers are called "$v0", "$v1" … in the order in which they came."""

    def __init__(self, programme: str) -> None:
        self._now = datetime(2026, 1, 1).astimezone()
        self.desk = Desk.in_memory(programme, lambda: self._now, Random(7).randrange)
        self._link = Link(self.desk)
        self.naive = NaiveShop(tomllib.loads(programme))
        self._codes: dict[str, str] = {}
        self._people: dict[str, str] = {}
        self._at = ""

    def tell(self, **ask: Any) -> Ask:
        """The real shop's answer alone."""
        self._now = max(self._now, datetime.fromisoformat(ask["at"]).astimezone())
        answer = json.loads(self._link.answer(json.dumps(self._with_codes(ask)).encode()))
        assert isinstance(answer, dict)
        return answer

    def ask(self, **ask: Any) -> tuple[Ask, Ask]:
        """Both answers in the same words, the real one cut down to what the naive one says."""
        self._at = ask["at"]
        real, naive = self.tell(**ask), self.naive.answer(ask)
        if real["ok"]:
            self._learn(ask, real, naive)
        if ask["do"] == "quote" and naive["ok"]:  # nothing was issued, so there are no codes yet
            naive["issued"] = [None for _voucher in naive["issued"]]
        return {key: self._plain(key, real) for key in naive}, naive

    def look(self, at: str) -> list[tuple[Ask, Ask]]:
        """How every customer stands in both shops."""
        return [self.ask(do="scan", card=card, at=at) for card in self.naive.people]

    def _learn(self, ask: Ask, real: Ask, naive: Ask) -> None:
        """Remembers what the real shop calls a customer, and its new vouchers."""
        if ask["do"] == "register":
            self._people[real["customer"]] = ask["card"]
        if not naive["ok"] or ask["do"] == "quote":
            return
        new = [real["voucher"]] if ask["do"] == "redeem" or ask.get("action") == "reprint" else real.get("issued", [])
        for name, voucher in zip(_issued(naive), new, strict=False):
            self._codes[name] = voucher["code"]
        for person, rule, name in naive.get("given", []):
            for gift in real["given"]:
                if name and (self._person(gift["customer"]), gift["occasion"]) == (person, rule):
                    self._codes[name] = gift["voucher"]

    def _with_codes(self, ask: Ask) -> Ask:
        ask = dict(ask)
        if "vouchers" in ask:
            ask["vouchers"] = [self._codes.get(code, code) for code in ask["vouchers"]]
        if str(ask.get("code", "")).startswith("$"):
            ask["code"] = self._codes.get(ask["code"], ask["code"])
        return ask

    def _name(self, code: str) -> str:
        return next((name for name, each in self._codes.items() if each == code), code)

    def _plain(self, key: str, real: Ask) -> Any:
        """One part of a real answer as the naive one puts it."""
        value = real.get(key)
        if key in MONEY and value is not None:
            return cents(value)
        plain = getattr(self, f"_plain_{key}", None)
        return plain(real) if plain else value

    def _plain_lots(self, real: Ask) -> Any:
        said = self.tell(do="statement", card=real["card"], at=self._at)
        assert said["balance"] == real["balance"]
        lots = [(lot["remaining"], date.fromisoformat(lot["expires_on"] or "9999-12-31")) for lot in said["lots"]]
        return sorted(lots)

    def _plain_worth(self, real: Ask) -> Any:
        return None if real["worth"] is None else cents(real["worth"])

    def _plain_next_reward(self, real: Ask) -> Any:
        return real["next_reward"] and real["next_reward"]["missing"]

    def _plain_expiring(self, real: Ask) -> Any:
        return [(ending["points"], date.fromisoformat(ending["on"])) for ending in real["expiring"]]

    def _plain_expired(self, real: Ask) -> Any:
        return sorted((self.naive.holder(self._people[each["customer"]]), each["points"]) for each in real["expired"])

    def _plain_changed(self, real: Ask) -> Any:
        return sorted(((self._person(e["customer"]), e["from"], e["to"]) for e in real["changed"]), key=str)

    def _plain_next_tier(self, real: Ask) -> Any:
        above = real["next_tier"]
        if above is None:
            return None
        missing = above["missing"]
        return above["name"], cents(missing) if isinstance(missing, str) else missing

    def _plain_issued(self, real: Ask) -> Any:
        return [voucher["code"] and self._name(voucher["code"]) for voucher in real["issued"]]

    def _plain_voucher(self, real: Ask) -> Any:
        return self._name(real["voucher"]["code"] if "voucher" in real else real["code"])

    def _plain_state(self, real: Ask) -> Any:
        return real["state"] if "state" in real else real["voucher"]["state"]

    def _plain_left(self, real: Ask) -> Any:
        return cents(real["left"] or "0") if real["state"] == "open" else 0

    def _plain_vouchers(self, real: Ask) -> Any:
        left = [(self._name(each["code"]), cents(each.get("left") or "0")) for each in real["vouchers"]]
        return sorted(left)

    def _plain_stamps(self, real: Ask) -> Any:
        return {each["id"]: each["have"] for each in real["stamps"]}

    def _plain_given(self, real: Ask) -> Any:
        gifts = [(each["customer"], each["occasion"], each["voucher"] or "") for each in real["given"]]
        return sorted((self._person(customer), rule, self._name(code)) for customer, rule, code in gifts)

    def _person(self, customer: str) -> str:
        """Whom the real shop means, by the name that the naive one has for them."""
        name = self._people[customer]
        return self.naive.merged.get(name, name)


def _issued(naive: Ask) -> list[str]:
    return [naive["voucher"]] if "voucher" in naive else naive.get("issued", [])


@contextmanager
def twins(programme: str) -> Iterator[Twins]:
    """Both shops; the real one must be whole afterwards."""
    pair = Twins(programme)
    try:
        yield pair
        assert pair.desk.shop.faults() == []
    finally:
        pair.desk.close()
