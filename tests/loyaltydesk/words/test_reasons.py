"""Why a purchase brought its points, and what an entry of a statement is."""

from datetime import UTC, datetime

import pytest

from loyaltydesk.model.lots import EntryKind
from loyaltydesk.model.money import currency
from loyaltydesk.model.programme import Gives
from loyaltydesk.model.purchases import Voucher, VoucherState, Why
from loyaltydesk.words.formats import BabelFormats
from loyaltydesk.words.reasons import ENTRY_KINDS, entry_text, left_text, points_text, why_text

FORMATS = BabelFormats("en", currency("EUR"))


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (Why("blocks", "base", 39, amount=1999, per=150, count=13), "39 points for €19.99, 13 × €1.50"),
        (Why("blocks", "base", 1, amount=100, per=100, count=1), "1 point for €1.00, 1 × €1.00"),
        (Why("unit", "u", 30, count=3), "30 points for 3 pieces"), (Why("unit", "u", 1, count=1),
        "1 point for 1 piece"),
        (Why("purchase", "v", 2, count=1), "2 points for the visit"),
        (Why("tier", "Silver", 1200, rate="1.25"), "1,200 points more with Silver (× 1.25)"),
        (Why("not_running", "", 0), "No points: the programme does not run on this day"),
        (Why("none_when_redeeming", "", 0), "No points: points or a voucher paid"),
        (Why("tier", "{0}", 5, rate="2"), "5 points more with {0} (× 2)"),
    ],
)  # fmt: skip
def test_each_step_of_the_counting_is_said(step: Why, said: str) -> None:
    assert why_text(step, FORMATS) == said


@pytest.mark.parametrize(
    ("language", "factor"), [("en", "× 1.25"), ("pl", "× 1,25"), ("lv", "× 1,25"), ("ru", "× 1,25")]
)
def test_a_factor_has_the_decimal_sign_of_the_language(language: str, factor: str) -> None:
    formats = BabelFormats(language, currency("EUR"))
    assert factor in why_text(Why("tier", "Silver", 5, rate="1.25"), formats)


@pytest.mark.parametrize(
    ("points", "said"), [(0, "0 points"), (1, "1 point"), (-1, "-1 point"), (2, "2 points"), (1240, "1,240 points")]
)
def test_points_have_their_plural(points: int, said: str) -> None:
    assert points_text(points, FORMATS) == said


def test_every_kind_of_entry_has_its_words() -> None:
    assert set(ENTRY_KINDS) == set(EntryKind)
    assert len({entry_text(kind) for kind in EntryKind}) == len(EntryKind)


@pytest.mark.parametrize(
    ("kind", "left", "said"),
    [("money", 400, "€4.00 of €10.00 left"), ("money", 1000, ""), ("money", 0, ""), ("percent", 400, "")],
)
def test_what_is_left_of_a_voucher_for_money_is_told_once_a_part_of_it_paid(kind: str, left: int, said: str) -> None:
    gives, at = Gives(kind, money=1000), datetime(2026, 3, 14, tzinfo=UTC)
    voucher = Voucher("v", "V", None, "r", "R", gives, 0, at, None, VoucherState.OPEN, "v", left=left)
    assert left_text(voucher, FORMATS) == said
