"""The desk for another program: every request is answered in its place, and rubbish changes nothing."""

import io
import json
from collections.abc import Iterator
from typing import Any

import pytest

from loyaltydesk.cli.link import Link
from loyaltydesk.cli.requests import LARGEST_LINE
from loyaltydesk.cli.verbs import VERBS
from loyaltydesk.desk import Desk
from loyaltydesk.model.products import Product
from loyaltydesk.model.refusals import BadRequest
from tests.shop import PROGRAMME, Clock, dump, store_of

CARD = "9810000000013"
Answer = dict[str, Any]


class Talk:
    """Another program on the other end of the line."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._link = Link(desk)

    def raw(self, line: bytes) -> Answer:
        """The answer to a line of bytes."""
        answer = json.loads(self._link.answer(line))
        assert isinstance(answer, dict)
        return answer

    def ask(self, do: str, **said: Any) -> Answer:
        """The answer to a request."""
        return self.raw(json.dumps({"do": do, **said}).encode())

    def refused(self, do: str, kind: str, **said: Any) -> Answer:
        """The answer to a request that is refused and changes nothing."""
        before = dump(store_of(self.desk).connection)
        answer = self.ask(do, **said)
        assert (answer["ok"], answer["refused"]) == (False, kind), answer
        assert answer["message"].endswith((".", "?"))
        assert dump(store_of(self.desk).connection) == before
        return answer


@pytest.fixture
def desk(clock: Clock) -> Iterator[Desk]:
    """A shop whose clock is the shop's own, in the time zone of this computer."""
    desk = Desk.in_memory(PROGRAMME, lambda: clock.at.astimezone())
    yield desk
    assert desk.shop.faults() == []
    desk.close()


@pytest.fixture
def talk(desk: Desk) -> Talk:
    return Talk(desk)


@pytest.fixture
def anna(talk: Talk) -> str:
    """A customer with 300 points."""
    customer = str(talk.ask("register", name="Anna Kowalska", card=CARD, phone="+37120012345")["customer"])
    talk.ask("adjust", card=CARD, points=300, reason="To begin with")
    return customer


# --- every request and the names of its answer


def test_register_answers_with_customer_and_card(talk: Talk) -> None:
    told = {
        "name": "Anna", "card": "AB-1234", "phone": "+371 20012345", "email": "a@b.lv", "birth_date": "--03-14",
        "name_day": "Anna", "name_day_on": "07-26", "language": "lv", "company": "SIA", "tax_id": "LV1", "note": "Tea",
        "consent": {"purpose": "letters", "on": "2026-03-14"},
    }  # fmt: skip
    answer = talk.ask("register", **told)
    assert set(answer) == {"ok", "customer", "card"}
    assert answer["card"] == "AB-1234"
    profile = talk.desk.customers.get(answer["customer"]).profile
    assert (profile.phone, profile.birth_date, profile.note) == ("+37120012345", "--03-14", "Tea")
    assert (profile.name_day, profile.name_day_on) == ("Anna", "07-26")
    assert json.loads(profile.consent) == told["consent"]
    without = talk.ask("register", name="Jānis")
    assert without["card"].startswith("26")


def test_the_name_day_is_the_customers_or_that_of_custom_and_scan_says_it(talk: Talk) -> None:
    talk.desk.shop.save("shop", "shop", fields={"region": "PL"})
    for told, kept in (({}, "03-22"), ({"name_day_on": "11-25"}, "11-25"), ({"name_day_on": "none"}, "none")):
        card = talk.ask("register", name="Katarzyna Nowak", birth_date="--03-14", **told)["card"]
        assert talk.ask("scan", card=card)["name_day_on"] == kept
    assert talk.ask("scan", card=talk.ask("register", name="Emily")["card"])["name_day_on"] is None


@pytest.mark.parametrize("day", ["31.02", "02-30", "yes", "1990-07-26"])
def test_a_name_day_that_is_none_is_refused(talk: Talk, day: str) -> None:
    answer = talk.refused("register", "BadRequest", name="Anna", name_day_on=day)
    assert answer["field"] == "name_day_on"
    assert answer["message"] == "This is no date of a name day. Write it as 07-26, or none for no name day."


def test_find_lists_customers(talk: Talk, anna: str) -> None:
    assert talk.ask("find", text="kowal") == {
        "ok": True,
        "customers": [
            {"customer": anna, "name": "Anna Kowalska", "card": CARD, "phone": "+37120012345", "balance": 300}
        ],
    }
    assert talk.ask("find", text="nobody")["customers"] == []
    assert talk.ask("find", text="a", limit=0)["customers"] == []


def test_scan_says_everything_about_a_customer(talk: Talk, anna: str) -> None:
    talk.ask("purchase", card=CARD, amount="160.00")
    talk.ask("redeem", card=CARD, reward="coffee")
    answer = talk.ask("scan", card=CARD)
    assert set(answer) >= {
        "ok", "customer", "name", "card", "card_state", "balance", "pending", "worth", "tier", "next_tier",
        "next_reward", "expiring", "vouchers", "stamps", "prompts", "name_day_on",
    }  # fmt: skip
    assert (answer["customer"], answer["card"], answer["card_state"]) == (anna, CARD, "active")
    assert (answer["balance"], answer["pending"], answer["worth"]) == (570, 0, "5.00")
    assert answer["tier"] == "Silver"
    assert answer["next_tier"] == {"name": "Gold", "missing": "340.00"}
    assert answer["next_reward"] is None
    assert answer["expiring"] == [{"points": 570, "on": "2027-03-14"}]
    assert [voucher["reward"] for voucher in answer["vouchers"]] == ["coffee"]
    assert answer["stamps"] == []
    assert all(set(prompt) == {"kind", "text"} for prompt in answer["prompts"])
    assert talk.ask("scan", customer=anna) == answer


def test_a_scan_says_that_the_customer_is_blocked_with_all_cards(talk: Talk, anna: str) -> None:
    for blocked, state in ((True, "blocked"), (False, "active")):
        talk.desk.customers.block(anna, blocked=blocked)
        assert talk.ask("scan", card=CARD)["card_state"] == talk.ask("scan", customer=anna)["card_state"] == state
    talk.ask("card", card=CARD, action="replace")
    talk.desk.customers.block(anna, blocked=True)
    assert talk.ask("scan", card=CARD)["card_state"] == "replaced"


def test_the_next_reward_says_what_is_missing(talk: Talk) -> None:
    card = talk.ask("register", name="Jānis")["card"]
    assert talk.ask("scan", card=card)["next_reward"] == {"reward": "coffee", "name": "Free coffee", "missing": 50}


def test_quote_and_purchase_answer_alike(talk: Talk, anna: str) -> None:
    said = {"card": CARD, "amount": "25.00", "redeem_points": 100, "discount": "1.00"}
    quoted, done = talk.ask("quote", **said), talk.ask("purchase", receipt="R-1", **said)
    assert set(done) >= {
        "ok", "purchase", "total", "discount", "due", "earned", "spent", "balance", "tier", "why", "issued", "stamps",
    }  # fmt: skip
    assert (quoted["purchase"], quoted["receipt"], done["receipt"]) == (None, None, "R-1")
    different = {"purchase", "receipt"}
    assert {k: v for k, v in quoted.items() if k not in different} == {
        k: v for k, v in done.items() if k not in different
    }
    assert (done["total"], done["discount"], done["due"]) == ("25.00", "1.00", "23.00")
    assert (done["earned"], done["spent"], done["balance"], done["tier"]) == (23, 100, 223, None)
    assert [(step["rule"], step["points"]) for step in done["why"]] == [("base", 23)]
    assert all(step["text"] for step in done["why"])


def test_a_purchase_by_lines_has_rewards_and_vouchers(talk: Talk, anna: str) -> None:
    code = talk.ask("redeem", card=CARD, reward="five")["voucher"]["code"]
    lines = [
        {"sku": "COFFEE", "category": "drinks", "qty": 2, "price": "2.50", "tax_percent": "21"},
        {"sku": "BOX", "price": "20.00", "tax_percent": 5.5, "shipping": False},
        {"price": "3"},
    ]
    done = talk.ask("purchase", card=CARD, lines=lines, rewards=[{"reward": "coffee"}], vouchers=[code], codes=["X"])
    assert (done["total"], done["due"], done["spent"]) == ("28.00", "20.50", 50)
    assert talk.ask("voucher", code=code)["state"] == "used"


def test_a_guest_has_no_balance(talk: Talk) -> None:
    done = talk.ask("purchase", amount="5.00")
    assert (done["ok"], done["customer"], done["balance"], done["earned"]) == (True, None, None, 0)


def test_null_is_as_good_as_nothing(talk: Talk, anna: str) -> None:
    open_ = {"discount": None, "redeem_points": None, "codes": None, "key": None, "at": None, "receipt": None}
    line = {"sku": None, "price": "5.00", "qty": None, "tax_percent": None}
    guest = talk.ask("purchase", card=None, lines=[line], amount=None, **open_)
    assert (guest["customer"], guest["due"]) == (None, "5.00")
    again = talk.ask("return", purchase=guest["purchase"], receipt=None, lines=None, amount=None)
    assert again["refunded"] == "5.00"
    assert talk.refused("purchase", "BadRequest", card=CARD, lines=[{"price": None}])["field"] == "lines[0].price"
    assert talk.refused("register", "BadRequest", name=None)["field"] == "name"


def test_return_and_void_answer_with_what_went_back(talk: Talk, anna: str) -> None:
    done = talk.ask("purchase", card=CARD, amount="25.00", receipt="R-1")
    back = talk.ask("return", receipt="R-1", amount="10.00")
    assert back == {
        "ok": True, "purchase": done["purchase"], "refunded": "10.00", "taken_back": 10, "given_back": 0,
        "balance": 315,
    }  # fmt: skip
    assert talk.refused("return", "ReturnTooLarge", purchase=done["purchase"], amount="15.01")["returnable"] == "15.00"
    assert talk.ask("return", purchase=done["purchase"])["refunded"] == "15.00"
    other = talk.ask("purchase", card=CARD, lines=[{"sku": "TEA", "qty": 2, "price": "3.00"}])
    assert talk.ask("return", purchase=other["purchase"], lines=[{"sku": "TEA"}])["refunded"] == "3.00"
    voided = talk.ask("void", purchase=other["purchase"])
    assert set(voided) == set(back)
    assert voided["balance"] == 300
    talk.refused("void", "AlreadyVoided", purchase=other["purchase"])


def test_lines_may_come_back_as_they_were_sold(talk: Talk, anna: str) -> None:
    lines = [{"sku": "A", "qty": 1, "price": "10.00"}, {"sku": "A", "qty": 1, "price": "8.00"}, {"price": "3.00"}]
    sold = talk.ask("purchase", card=CARD, lines=lines)["purchase"]
    assert talk.refused("return", "BadRequest", purchase=sold, lines=[{"qty": 1}])["field"] == "lines[0].sku"
    dear = talk.refused("return", "BadRequest", purchase=sold, lines=[{"sku": "A", "price": "8,00"}])
    assert dear["field"] == "lines[0].price"
    assert talk.ask("return", purchase=sold, lines=lines[1:])["refunded"] == "11.00"
    assert talk.ask("return", purchase=sold, lines=[{"sku": "A"}])["refunded"] == "10.00"
    plain = talk.ask("purchase", lines=[{"price": "3.00", "qty": 2}])["purchase"]
    assert talk.ask("return", purchase=plain, lines=[{"sku": ""}])["refunded"] == "3.00"


def test_attach_gives_a_purchase_its_customer(talk: Talk, anna: str) -> None:
    done = talk.ask("purchase", amount="25.00")
    answer = talk.ask("attach", purchase=done["purchase"], card=CARD)
    assert (answer["earned"], answer["balance"], answer["customer"]) == (25, 325, anna)
    assert set(answer) == set(done)
    talk.refused("attach", "AlreadyAttached", receipt=done["receipt"], card=CARD)


def test_adjust_answers_with_the_balance(talk: Talk, anna: str) -> None:
    assert talk.ask("adjust", customer=anna, points=-50, reason="A slip", approved_by="Ilze") == {
        "ok": True, "balance": 250,
    }  # fmt: skip
    assert talk.refused("adjust", "NotEnoughPoints", card=CARD, points=-251, reason="x")["balance"] == 250


def test_redeem_and_voucher_answer_with_the_promise(talk: Talk, anna: str) -> None:
    answer = talk.ask("redeem", card=CARD, reward="coffee")
    voucher = answer["voucher"]
    assert (voucher["reward"], voucher["expires_on"], answer["balance"]) == ("coffee", "2026-04-13", 250)
    assert talk.ask("voucher", code=voucher["code"], action="show")["state"] == "open"
    again = talk.ask("voucher", code=voucher["code"], action="reprint")
    assert (again["state"], again["voucher"]["code"]) == ("open", again["code"])
    assert talk.refused("voucher", "VoucherNotUsable", code=voucher["code"], action="use")["state"] == "reprinted"
    assert talk.ask("voucher", code=again["code"], action="cancel")["state"] == "cancelled"
    assert talk.ask("scan", card=CARD)["balance"] == 300
    used = talk.ask("redeem", card=CARD, reward="coffee")["voucher"]["code"]
    assert talk.ask("voucher", code=used, action="use")["state"] == "used"


def test_card_answers_with_its_state(talk: Talk, anna: str) -> None:
    (blank,) = talk.desk.cards.make(1)
    assert talk.ask("card", card=blank, action="link", customer=anna)["card_state"] == "active"
    assert talk.ask("card", card=blank, action="block")["card_state"] == "blocked"
    assert talk.ask("card", card=blank, action="unblock")["card_state"] == "active"
    assert talk.ask("card", card=blank, action="role", role="earn_only")["role"] == "earn_only"
    talk.refused("purchase", "EarnOnlyCard", card=blank, amount="5.00", redeem_points=100)
    replaced = talk.ask("card", card=blank, action="replace", by="AB-1")
    assert (replaced["card_state"], replaced["replaced_by"]) == ("replaced", "AB-1")
    assert talk.refused("purchase", "CardBlocked", card=blank, amount="5.00")["replaced_by"] == "AB-1"
    assert talk.ask("card", card="AB-1", action="replace")["replaced_by"].startswith("26")


def test_tier_sets_a_floor_or_takes_it_away(talk: Talk, anna: str) -> None:
    assert talk.ask("tier", card=CARD, floor="Gold") == {"ok": True, "tier": "Gold"}
    assert talk.ask("tier", card=CARD, floor=None) == {"ok": True, "tier": None}
    talk.refused("tier", "BadRequest", card=CARD, floor="Platinum")
    talk.refused("tier", "BadRequest", card=CARD)
    talk.refused("tier", "UnknownCustomer", customer="nobody", floor="Gold")


def test_expire_review_and_day_say_what_changed(talk: Talk, anna: str) -> None:
    assert talk.ask("expire", at="2026-12-31T12:00:00") == {"ok": True, "expired": []}
    assert talk.ask("review") == {"ok": True, "changed": []}
    answer = talk.ask("day", at="2027-12-31T12:00:00")
    assert answer["expired"] == [{"customer": anna, "points": 300}]
    assert answer["changed"] == []
    assert talk.ask("day", at="2027-12-31T12:00:00")["expired"] == []


def test_review_says_from_which_tier_to_which(talk: Talk, anna: str) -> None:
    talk.ask("programme", toml=PROGRAMME + '[tiers]\nwindow = "12 months"\n')
    talk.ask("purchase", card=CARD, amount="120.00")
    assert talk.ask("review", at="2027-06-01T12:00:00")["changed"] == [{"customer": anna, "from": "Silver", "to": None}]


def test_statement_lists_entries_and_lots(talk: Talk, anna: str) -> None:
    done = talk.ask("purchase", card=CARD, amount="25.00", redeem_points=100)
    answer = talk.ask("statement", card=CARD)
    assert set(answer) == {"ok", "entries", "balance", "lots"}
    assert all(set(entry) >= {"at", "kind", "points", "purchase", "expires_on", "text"} for entry in answer["entries"])
    assert [(entry["kind"], entry["points"]) for entry in answer["entries"]] == [
        ("earned", 24), ("spent", -100), ("adjusted", 300),
    ]  # fmt: skip
    assert answer["entries"][0]["purchase"] == done["purchase"]
    assert answer["lots"] == [
        {"points": 300, "remaining": 200, "expires_on": "2027-03-14"},
        {"points": 24, "remaining": 24, "expires_on": "2027-03-14"},
    ]
    assert answer["balance"] == 224
    assert len(talk.ask("statement", card=CARD, limit=1)["entries"]) == 1


def test_a_voucher_without_a_code_is_a_bad_request(talk: Talk) -> None:
    for action in ("show", "use", "cancel", "reprint"):
        assert talk.refused("voucher", "BadRequest", code=" ", action=action)["field"] == "code"


def test_programme_puts_rules_in_force(talk: Talk, tmp_path: Any) -> None:
    assert talk.ask("programme", toml=PROGRAMME) == {"ok": True, "version": 2}
    (tmp_path / "rules.toml").write_text("﻿" + PROGRAMME.replace("points = 1\n", "points = 2\n"), encoding="utf-8")
    assert talk.ask("programme", file=str(tmp_path / "rules.toml"))["version"] == 3
    thrice = PROGRAMME.replace("points = 1\n", "points = 3\n")
    assert talk.ask("programme", toml=thrice, from_day="2026-04-01")["version"] == 4
    for day, earned in (("2026-03-31T23:59:00", 20), ("2026-04-01T00:00:00", 30)):
        talk.ask("register", name="A", card="AB-1", at="2026-03-01T10:00:00")
        assert talk.ask("quote", card="AB-1", amount="10.00", at=day)["earned"] == earned
    talk.refused("programme", "BadRequest", toml=PROGRAMME, from_day="1 April")
    refused = talk.refused("programme", "BadProgramme", toml=PROGRAMME + "[[nonsense]]\n")
    assert refused["where"].startswith("line ")
    assert refused["reason"]
    talk.refused("programme", "FileMissing", file=str(tmp_path / "nothing.toml"))
    (tmp_path / "picture.toml").write_bytes(b"\xff\xd8\xff\xe0" * 10)
    talk.refused("programme", "BadProgramme", file=str(tmp_path / "picture.toml"))
    talk.refused("programme", "BadRequest")
    talk.refused("programme", "BadRequest", toml=PROGRAMME, file="rules.toml")


def test_erase_forgets_by_card_or_id(talk: Talk, anna: str) -> None:
    assert talk.ask("erase", card=CARD) == {"ok": True, "erased": True}
    talk.refused("scan", "UnknownCard", card=CARD)
    talk.refused("erase", "UnknownCustomer", customer=anna)


# --- refusals


@pytest.mark.parametrize(
    ("kind", "do", "said"),
    [
        ("UnknownCard", "scan", {"card": "AB-99"}),
        ("BadCardNumber", "scan", {"card": "9810000000014"}),
        ("BadCardNumber", "register", {"name": "Eva", "card": "9" * 400}),
        ("BadCardNumber", "register", {"name": "Eva", "card": "AB\u00001234"}),
        ("DuplicateCard", "register", {"name": "Eva", "card": CARD}),
        ("BadRequest", "register", {"name": ""}),
        ("BadRequest", "register", {}),
        ("NotEnoughPoints", "purchase", {"card": CARD, "amount": "50.00", "redeem_points": 400}),
        ("BelowMinimum", "purchase", {"card": CARD, "amount": "50.00", "redeem_points": 50}),
        ("UnknownReward", "redeem", {"card": CARD, "reward": "tea"}),
        ("UnknownVoucher", "voucher", {"code": "2700000000012"}),
        ("UnknownPurchase", "return", {"receipt": "R-99"}),
        ("UnknownPurchase", "void", {"purchase": "019ceb97-7e60-714c-b05c-3fb50fa319ac"}),
        ("BeforeRegistration", "purchase", {"card": CARD, "amount": "5.00", "at": "2020-01-01T10:00:00"}),
        ("UnknownCustomer", "statement", {"customer": "\x00"}),
        ("UnknownCustomer", "adjust", {"customer": "nobody", "points": 1, "reason": "x"}),
        *[("BadRequest", "purchase", {"card": CARD, "amount": amount}) for amount in (
            "-5", "1e400", "10.001", "1,234.56", "NaN", "Infinity", "", " ", "5.", ".5", "0x10", "１２", "1" * 30, 5,
            5.0, True, None, [], {}, "+5", "−5",
        )],
        *[("BadRequest", "purchase", {"card": CARD, "lines": lines}) for lines in (
            [], [{}], [{"price": 5}], [{"price": "5.00", "qty": 0}], [{"price": "5.00", "qty": 1.5}], [5], "x", {},
            [{"price": "5.00", "qty": True}], [{"price": "5.00", "sku": 5}], [{"price": "5.00", "tax_percent": "x"}],
            [{"price": "9999999999.99", "qty": 1000}], [{"price": "1.00"}] * 2001,
        )],
        ("BadRequest", "purchase", {"card": CARD}),
        ("BadRequest", "purchase", {"card": CARD, "amount": "5.00", "lines": [{"price": "5.00"}]}),
        ("BadRequest", "purchase", {"card": CARD, "amount": "5.00", "discount": "6.00"}),
        ("BadRequest", "purchase", {"card": CARD, "amount": "5.00", "redeem_points": -1}),
        ("BadRequest", "purchase", {"card": CARD, "amount": "5.00", "redeem_points": True}),
        ("BadRequest", "purchase", {"card": CARD, "amount": "5.00", "redeem_points": "100"}),
        ("BadRequest", "purchase", {"card": 9810000000013, "amount": "5.00"}),
        ("BadRequest", "purchase", {"card": CARD, "amount": "5.00", "rewards": ["coffee"]}),
        ("BadRequest", "purchase", {"card": CARD, "amount": "5.00", "vouchers": "2700000000012"}),
        ("BadRequest", "scan", {}),
        ("BadRequest", "adjust", {"card": CARD, "points": 1.5, "reason": "x"}),
        ("BadRequest", "adjust", {"card": CARD, "points": True, "reason": "x"}),
        ("BadRequest", "adjust", {"card": CARD, "points": 10**30, "reason": "x"}),
        ("BadRequest", "adjust", {"card": CARD, "points": 5}),
        ("BadRequest", "voucher", {"code": "x", "action": "burn"}),
        ("BadRequest", "card", {"card": CARD, "action": "link"}),
        ("BadRequest", "card", {"card": CARD, "action": "role"}),
        ("BadRequest", "card", {"card": CARD, "action": "role", "role": "owner"}),
        ("BadRequest", "find", {}),
        ("BadRequest", "find", {"text": "a", "limit": -1}),
        ("BadRequest", "return", {}),
        *[("BadRequest", "scan", {"card": CARD, "at": at}) for at in (
            "yesterday", "2026-13-01", "2026-02-30T10:00:00", "0001-01-01", "9999-12-31T23:59:59", "1969-12-31", 5,
            "2026-03-14T10:00:00+99:00", " ",
        )],
        ("BadRequest", "scan", {"card": CARD, "key": "k" * 201}),
        ("BadRequest", "scan", {"card": CARD, "staff": 5}),
    ],
)  # fmt: skip
def test_a_request_that_cannot_be_is_refused_by_its_kind(
    talk: Talk, anna: str, kind: str, do: str, said: dict[str, Any]
) -> None:
    answer = talk.refused(do, kind, **said)
    if kind == "BadRequest":
        assert answer["field"]
        assert answer["reason"]
    if do in ("purchase", "redeem"):
        assert talk.refused("quote" if do == "purchase" else do, kind, **said)["message"] == answer["message"]


RUBBISH = {
    "nothing": b"",
    "a blank line": b"\n",
    "blanks": b"  \t \r\n",
    "no JSON": b"purchase 12.50\n",
    "half JSON": b'{"do": "scan"',
    "two documents": b'{"do": "day"} {"do": "day"}',
    "a list": b'[{"do": "day"}]\n',
    "a number": b"42\n",
    "a text": b'"day"\n',
    "null": b"null\n",
    "NaN": b"NaN",
    "bytes that are no UTF-8": b'{"do": "find", "text": "\xff\xfe"}',
    "half a character": b'{"do": "find", "text": "\\ud800"}',
    "half a character in its bytes": b'{"do": "scan", "card": "\xed\xa0\x80"}',
    "half a character as the verb": b'{"do": "\\ud800"}',
    "zero bytes": b"\x00\x00\x00",
    "deep lists": b"[" * 100_000,
    "deep objects": b'{"a":' * 100_000,
    "no verb": b"{}",
    "a verb that is a number": b'{"do": 5}',
    "a verb that is a list": b'{"do": ["day"]}',
    "a verb nobody knows": b'{"do": "dance"}',
    "a verb of an object of Python": b'{"do": "__class__"}',
    "a very long verb": b'{"do": "' + b"x" * 9000 + b'"}',
    "a number too large for any": b'{"do": "adjust", "card": "AB-1", "points": 1e400, "reason": "x"}',
    "NaN as points": b'{"do": "adjust", "card": "AB-1", "points": NaN, "reason": "x"}',
    "five thousand digits": b'{"do": "adjust", "card": "AB-1", "reason": "x", "points": ' + b"9" * 5000 + b"}",
    "a consent without end": b'{"do": "register", "name": "Eva", "consent": ' + b"[" * 900 + b"]" * 900 + b"}",
    "a line of two million bytes": b'{"do": "find", "text": "' + b"x" * 2_000_000 + b'"}',
}


@pytest.mark.parametrize("line", RUBBISH.values(), ids=RUBBISH.keys())
def test_rubbish_is_a_bad_request_and_the_link_goes_on(talk: Talk, line: bytes) -> None:
    before = dump(store_of(talk.desk).connection)
    answer = talk.raw(line)
    assert (answer["ok"], answer["refused"]) == (False, "BadRequest")
    assert answer["message"].endswith(".")
    assert len(answer["message"]) < 300
    assert dump(store_of(talk.desk).connection) == before
    assert talk.ask("day")["ok"] is True


def test_nesting_is_never_a_fault_of_ours(talk: Talk) -> None:
    """Python reads a little deeper than it writes."""
    for depth in (5, 100, *range(880, 1010)):
        line = b'{"do": "register", "name": "Eva", "consent": ' + b"[" * depth + b"]" * depth + b"}"
        answer = talk.raw(line)
        assert answer["ok"] or answer["refused"] == "BadRequest", depth


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_every_verb_refuses_values_of_the_wrong_kind(talk: Talk, verb: str) -> None:
    kind = VERBS[verb][0]
    for field in kind.__struct_fields__:
        for value in ([[]], {"a": 1}, 1.5, True, -(10**20)):
            if field != "do" and field not in ("consent", "amount", "discount"):
                answer = talk.ask(verb, **{field: value})
                assert answer.get("refused") == "BadRequest", (verb, field, value, answer)


@pytest.mark.parametrize("verb", sorted(VERBS))
@pytest.mark.parametrize("text", ["\x00", "🙂" * 30, "x" * 20_000, "'; DROP TABLE journal; --", "\u202e\u0000", " "])
def test_no_text_is_a_fault_of_ours(talk: Talk, anna: str, verb: str, text: str) -> None:
    kind = VERBS[verb][0]
    for field in kind.__struct_fields__:
        if field != "do":
            said: dict[str, Any] = {"card": CARD, "name": "Eva", "code": "x", "text": "x", "reward": "coffee"}
            answer = talk.ask(verb, **{**said, field: text})
            assert answer["ok"] or answer["refused"] != "Fault", (verb, field, answer)


# --- keys, times and who did it


def test_the_same_key_again_gives_the_first_answer_again(talk: Talk, anna: str) -> None:
    first = talk.ask("purchase", card=CARD, amount="25.00", key="till-1/17")
    assert talk.ask("purchase", card=CARD, amount="25.00", key="till-1/17") == first
    assert talk.ask("purchase", card=CARD, amount="99.00", key="till-1/17") == first
    assert talk.ask("scan", card=CARD)["balance"] == 325


def test_a_key_stands_for_no_question(talk: Talk, anna: str) -> None:
    said = {"card": CARD, "amount": "25.00", "key": "till-1/17"}
    assert talk.ask("quote", **said)["purchase"] is None
    assert talk.ask("scan", card=CARD, key="till-1/17")["balance"] == 300
    assert talk.ask("voucher", code="x", key="till-1/17")["refused"] == "UnknownVoucher"
    assert talk.ask("purchase", **said)["purchase"]
    assert talk.ask("scan", card=CARD, key="till-1/17")["balance"] == 325


def test_a_refused_key_can_be_tried_again(talk: Talk, anna: str) -> None:
    talk.refused("redeem", "NotEnoughPoints", card=CARD, reward="coffee", key="k", at="2028-01-01T10:00:00")
    assert talk.ask("redeem", card=CARD, reward="coffee", key="k")["ok"]


@pytest.mark.parametrize(
    ("do", "said"),
    [
        ("expire", {"at": "2028-01-01"}),
        ("day", {"at": "2028-01-01"}),
        ("review", {"at": "2028-01-01"}),
        ("erase", {"card": CARD}),
        ("programme", {"toml": PROGRAMME}),
        ("tier", {"card": CARD, "floor": "Gold"}),
        ("register", {"name": "Eva"}),
        ("card", {"card": CARD, "action": "replace"}),
        ("redeem", {"card": CARD, "reward": "coffee"}),
    ],
)
def test_every_change_may_carry_a_key(talk: Talk, anna: str, do: str, said: dict[str, Any]) -> None:
    for name in ("Olga", "Pēteris"):
        card = talk.ask("register", name=name)["card"]
        talk.ask("purchase", card=card, amount="200.00")
    first = talk.ask(do, key="k", **said)
    assert first["ok"], first
    before = dump(store_of(talk.desk).connection)
    assert talk.ask(do, key="k", **said) == first
    assert dump(store_of(talk.desk).connection) == before


def test_an_answer_about_a_forgotten_person_says_nothing(talk: Talk, anna: str) -> None:
    talk.ask("card", card="AB-1", action="link", customer=anna, key="k1")
    talk.ask("purchase", card="AB-1", amount="5.00", key="k2")
    talk.ask("erase", customer=anna)
    assert talk.ask("card", card="AB-1", action="link", customer=anna, key="k1") == {"ok": True}
    assert "AB-1" not in repr(dump(store_of(talk.desk).connection))


def test_a_time_may_have_an_offset_or_be_the_shops_own(talk: Talk, anna: str) -> None:
    talk.ask("purchase", card=CARD, amount="5.00", at="2026-05-01T12:00:00+05:00")
    talk.ask("purchase", card=CARD, amount="5.00", at="2026-05-01T12:00:00")
    talk.ask("purchase", card=CARD, amount="5.00", at="2026-05-01")
    times = [entry["at"] for entry in talk.ask("statement", card=CARD)["entries"][:3]]
    assert times == ["2026-05-01T00:00:00+00:00", "2026-05-01T12:00:00+00:00", "2026-05-01T07:00:00+00:00"]


def test_who_and_where_are_kept_with_the_fact(talk: Talk) -> None:
    purchase = talk.ask("purchase", amount="5.00", staff="Ilze", till="Kasse 2")["purchase"]
    recorded = store_of(talk.desk).journal.fact(purchase)
    assert recorded is not None
    assert (recorded.stamp.staff, recorded.stamp.till) == ("Ilze", "Kasse 2")


# --- the line itself


class Watched(io.BytesIO):
    """Somebody who notes what is there each time it is flushed."""

    def __init__(self) -> None:
        super().__init__()
        self.flushed: list[int] = []

    def flush(self) -> None:
        self.flushed.append(self.getvalue().count(b"\n"))


def serve(desk: Desk, lines: bytes) -> tuple[list[Answer], list[int]]:
    """All answers to some lines, and how many had been given at each flush."""
    answers = Watched()
    Link(desk).serve(io.BytesIO(lines), answers)
    return [json.loads(line) for line in answers.getvalue().splitlines()], answers.flushed


def test_every_line_is_answered_in_its_place_and_at_once(desk: Desk) -> None:
    lines = b'{"do": "day"}\nrubbish\n\n{"do": "find", "text": "\xc5\x81"}\r\n{"do": "dance"}'
    answers, flushed = serve(desk, lines)
    assert [answer["ok"] for answer in answers] == [True, False, False, True, False]
    assert flushed == [1, 2, 3, 4, 5]


def test_a_line_too_long_is_one_bad_request_wherever_it_ends(desk: Desk) -> None:
    for length in (LARGEST_LINE, LARGEST_LINE + 1, LARGEST_LINE + 2, 2 * LARGEST_LINE, 2 * LARGEST_LINE + 1, 3_300_000):
        answers, _flushed = serve(desk, b"x" * length + b'\n{"do": "day"}\n')
        assert [answer["ok"] for answer in answers] == [False, True], length
        answers, _flushed = serve(desk, b'{"do": "day"}\n' + b"x" * length)
        assert [answer["ok"] for answer in answers] == [True, False], length


def test_the_longest_line_that_fits_is_answered(desk: Desk) -> None:
    line = b'{"do": "day"}'
    answers, _flushed = serve(desk, line + b" " * (LARGEST_LINE - len(line) - 1) + b"\n")
    assert answers[0]["ok"]


def test_a_fault_of_ours_is_said_and_the_link_goes_on(
    talk: Talk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_desk: Desk, _request: object, _stamp: object) -> Answer:
        talk.desk.cards.make(1)
        raise RuntimeError("secret")

    monkeypatch.setitem(VERBS, "day", (VERBS["day"][0], broken))
    before = dump(store_of(talk.desk).connection)
    answer = talk.ask("day", key="k")
    assert (answer["ok"], answer["refused"]) == (False, "Fault")
    assert "secret" not in answer["message"]
    assert "secret" in caplog.text
    assert dump(store_of(talk.desk).connection) == before
    monkeypatch.undo()
    assert talk.ask("day", key="k")["ok"]


def test_a_reason_always_has_its_sentence(talk: Talk, anna: str) -> None:
    assert BadRequest("x", "missing").facts() == {"field": "x", "reason": "missing"}
    answer = talk.ask("purchase", card=CARD, lines=[{"price": "5.00"}, {"price": "-1"}])
    assert (answer["field"], answer["reason"]) == ("lines[1].price", "amount_negative")
    answer = talk.ask("purchase", card=CARD, lines=[{"price": "5.00"}, {"qty": 1}])
    assert (answer["field"], answer["reason"]) == ("lines[1].price", "missing")


def test_a_line_without_a_price_costs_what_the_list_says_and_comes_back_by_its_barcode(talk: Talk) -> None:
    talk.desk.products.save(Product("CAKE", "Carrot cake", "4750000000048", "Cakes", 390, 2100))
    talk.refused("quote", "BadRequest", lines=[{"sku": "TEA"}])
    bought = talk.ask("purchase", lines=[{"sku": "4750000000048", "qty": 2}])
    assert (bought["ok"], bought["total"]) == (True, "7.80")
    back = talk.ask("return", purchase=bought["purchase"], lines=[{"sku": "4750000000048"}])
    assert (back["ok"], back["refunded"]) == (True, "3.90")
