"""Every rule of the programme file in a small case of its own, asked through the link."""

import json
import re
from typing import Any

import pytest

from loyaltydesk.cli.link import Link
from loyaltydesk.desk import Desk
from tests.loyaltydesk.exact.cases import CARD, HEAD, OTHER, Ask, Case, Step, differs
from tests.loyaltydesk.exact.cases_accounts import ACCOUNTS
from tests.loyaltydesk.exact.cases_money import MONEY
from tests.loyaltydesk.exact.cases_points import POINTS
from tests.loyaltydesk.exact.cases_promises import PROMISES
from tests.shop import Clock

ALL = (*POINTS, *MONEY, *PROMISES, *ACCOUNTS)


class Told:
    """A shop that is told the steps of a case; receipts are R1, R2 … in the order of the purchases."""

    def __init__(self, tables: str) -> None:
        self.desk = Desk.in_memory(HEAD + tables, Clock("2026-01-02T08:00:00"))
        self._link = Link(self.desk)
        self._codes: list[str] = []
        self._purchases = 0

    def ask(self, ask: Ask) -> Any:
        """The answer to a step, after the codes of vouchers were put in."""
        if ask["do"] == "purchase":
            self._purchases += 1
            ask = {"receipt": f"R{self._purchases}", **ask}
        line = re.sub(r"\$(\d+)([~!]?)", self._code, json.dumps(ask))
        answer = json.loads(self._link.answer(line.encode()))
        self._learn(ask, answer)
        return answer

    def _code(self, found: re.Match[str]) -> str:
        """A voucher's code; with ~ as a hand may write it, with ! where the hand slipped."""
        code = self._codes[int(found[1]) - 1]
        if found[2] == "!":
            return code[:-1] + ("A" if code[-1] != "A" else "B")
        by_hand = f"{code[:4]}-{code[4:8]} {code[8:]}".lower().replace("0", "O").replace("1", "i")
        return by_hand if found[2] else code

    def _learn(self, ask: Ask, answer: Any) -> None:
        if "voucher" in answer:
            self._codes.append(answer["voucher"]["code"])
        if ask["do"] == "purchase":
            self._codes += [voucher["code"] for voucher in answer.get("issued", [])]
        self._codes += [gift["voucher"] for gift in answer.get("given", []) if gift.get("voucher")]


@pytest.mark.parametrize("case", ALL, ids=[case.title for case in ALL])
def test_the_rules_are_what_the_contract_says(case: Case) -> None:
    told = Told(case.tables)
    for name, card in (("Anna", CARD), ("Janis", OTHER)):
        asked = told.ask({"do": "register", "name": name, "card": card, "at": "2026-01-02T09:00:00"})
        assert asked["ok"], asked
    for number, step in enumerate(case.steps, 1):
        check(told, step, number)
    assert told.desk.shop.faults() == []
    told.desk.close()


def check(told: Told, step: Step, number: int) -> None:
    """Asks, and asks for the same bill's quote first, which must come to the same."""
    expect = {"ok": True, **step.expect}
    if step.ask["do"] == "purchase":
        quoted = told.ask({**step.ask, "do": "quote"})
        without_codes = {key: value for key, value in expect.items() if key != "issued"}
        assert not differs(without_codes, quoted), f"quote of step {number}: {quoted}"
    answer = told.ask(step.ask)
    problem = differs(expect, answer)
    assert not problem, f"step {number}: {problem}: {answer}"


def test_no_two_cases_have_one_title() -> None:
    titles = [case.title for case in ALL]
    assert len(set(titles)) == len(titles)
