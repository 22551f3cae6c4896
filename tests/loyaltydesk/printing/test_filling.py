"""Paper filled with the shop's own values."""

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from loyaltydesk.model.design import CardDesign, CodeSide
from loyaltydesk.model.facts import PurchaseRecorded
from loyaltydesk.model.money import currency
from loyaltydesk.model.programme import EarnRule, Gives, Programme, Reward
from loyaltydesk.model.purchases import (
    Purchase,
    PurchaseState,
    Voucher,
    VoucherSource,
    VoucherState,
)
from loyaltydesk.model.shop import ShopSettings
from loyaltydesk.printing.filling import Imprint, Paper
from loyaltydesk.printing.scene import Align
from loyaltydesk.words import words_in
from loyaltydesk.words.formats import BabelFormats

EURO = currency("EUR")
AT = datetime(2026, 3, 14, 10, 5, tzinfo=UTC)
COFFEE = Reward("coffee", "Free coffee", 150, Gives("product", product="COFFEE"))
PROGRAMME = Programme("Rīts Club", EURO, earn=(EarnRule("base", 10, per=100),), rewards=(COFFEE,))
BOUGHT = Purchase(
    id="p", at=AT, day=AT.date(), customer="c", card=None, receipt="260314-001", total=2450, discount=0, value=2450,
    due=2450, earned=245, spent=0, state=PurchaseState.DONE, returned=0, refunded=0, taken_back=0, given_back=0,
    programme=1, staff="Marta",
)  # fmt: skip
FACT = PurchaseRecorded(id="p", total=2450, value=2450, due=2450)
VOUCHER = Voucher(
    id="v", code="V00000000004", customer="c", reward="coffee", name="Free coffee", gives=COFFEE.gives, cost=150,
    issued=AT, last_day=date(2026, 6, 12), state=VoucherState.OPEN, first="v",
)  # fmt: skip


@pytest.fixture
def paper() -> Paper:
    shop = ShopSettings(name="Kafejnīca Rīts", line="Coffee, cake and time", address="Brīvības iela 12, Rīga")
    return Paper(shop, PROGRAMME, words_in("en"), BabelFormats("en", EURO))


def test_a_card_says_how_points_are_collected_and_what_the_first_reward_costs(paper: Paper) -> None:
    look = paper.look()
    assert look.shop == "Kafejnīca Rīts"
    assert look.rules == "10 points for each €1. 150 points: Free coffee."
    assert look.footer == "Kafejnīca Rīts · Brīvības iela 12, Rīga · Found it? Please bring it back."


def test_a_shop_without_a_name_goes_by_its_programme(paper: Paper) -> None:
    assert replace(paper, shop=ShopSettings()).look().shop == "Rīts Club"


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (EarnRule("visit", 1, each="purchase"), "1 point for each visit"),
        (EarnRule("cup", 5, each="unit"), "5 points for each piece"),
    ],
)
def test_rules_by_visit_and_by_piece_are_worded(paper: Paper, rule: EarnRule, said: str) -> None:
    assert replace(paper, programme=replace(PROGRAMME, earn=(rule,))).look().rules.startswith(f"{said}.")


def test_a_card_without_a_name_is_blank(paper: Paper) -> None:
    assert paper.card("2600000000055", tier="Gold").above_name == ""
    assert paper.card("2600000000055", "Anna", tier="Gold").above_name == "Gold member"


def test_the_owners_own_words_are_filled_where_they_stand(paper: Paper) -> None:
    design = CardDesign(above_name="{tier} since {since}", note="{shop}: {who}", heading="Dear {name}", rules="")
    own = replace(paper, design=design)
    look = own.look()
    assert (look.heading, look.rules, look.note) == (None, "", "Kafejnīca Rīts: {who}")
    assert look.footer == paper.look().footer
    face = own.card("2600000000055", "Anna {tier}", tier="Gold", since=date(2024, 3, 1))
    assert (face.above_name, face.heading, face.note) == ("Gold since 2024", "Dear Anna {tier}", "")


def test_words_whose_field_is_empty_are_left_out(paper: Paper) -> None:
    own = replace(paper, design=CardDesign(above_name="Since {since}", note="No. {number}", heading="Dear {name}"))
    blank = own.card("2600000000055", imprint=Imprint("4711", "code39"))
    assert (blank.above_name, blank.note, blank.heading) == ("", "No. 4711", "")
    assert (blank.number, blank.symbology) == ("4711", "code39")
    assert own.card("2600000000055", "Anna").above_name == ""


def test_the_design_and_the_logo_are_on_cards_and_vouchers(paper: Paper) -> None:
    design = CardDesign("waves", "#1D4E89", "#F2B705", "#FFFFFF", code_side=CodeSide.FRONT, bars_at="right")
    own = replace(paper, design=design, logo=b"png")
    look = own.look()
    assert (look.template, look.colour, look.accent, look.ink) == ("waves", "#1D4E89", "#F2B705", "#FFFFFF")
    assert (look.code_side, look.bars_at, look.logo) == (CodeSide.FRONT, Align.RIGHT, b"png")
    assert (own.voucher(VOUCHER).colour, own.voucher(VOUCHER).logo) == ("#1D4E89", b"png")


def test_a_voucher_that_was_printed_anew_says_that_earlier_paper_is_void(paper: Paper) -> None:
    assert "anew" not in paper.voucher(VOUCHER).small_print
    assert "earlier paper counts no more" in paper.voucher(replace(VOUCHER, first="another")).small_print


def test_a_voucher_names_its_holder_and_its_last_day(paper: Paper) -> None:
    face = paper.voucher(VOUCHER, "Anna <b>Kowalska</b>")
    assert (face.gives, face.for_whom) == ("Free coffee", "For Anna <b>Kowalska</b>")
    assert face.valid == "Valid to 12 Jun 2026"
    assert (face.code, face.number) == ("V00000000004", "V000-0000-0004")


@pytest.mark.parametrize(
    ("gives", "said"),
    [
        (Gives("product", product="CAPPUCCINO"), "Coffee card – free: Cappuccino"),
        (Gives("product", product="TEA", qty=2), "Coffee card – free: 2 × TEA"),
        (Gives("money", money=500), "Coffee card: €5.00"),
    ],
)
def test_a_voucher_for_stamps_tells_what_the_full_card_gives(paper: Paper, gives: Gives, said: str) -> None:
    voucher = replace(VOUCHER, name="Coffee card", gives=gives, source=VoucherSource.STAMPS)
    assert replace(paper, products={"CAPPUCCINO": "Cappuccino"}).voucher(voucher).gives == said


def test_a_voucher_for_anybody_says_so(paper: Paper) -> None:
    assert paper.voucher(replace(VOUCHER, customer=None)).for_whom == "For whoever brings it"


def test_a_money_voucher_tells_its_worth_unless_its_name_does(paper: Paper) -> None:
    money = Gives("money", money=500)
    assert paper.voucher(replace(VOUCHER, name="Birthday gift", gives=money)).gives == "Birthday gift: €5.00"
    assert paper.voucher(replace(VOUCHER, name="€5.00 off", gives=money)).gives == "€5.00 off"


def test_a_money_voucher_that_paid_a_part_tells_what_is_left_and_that_it_can(paper: Paper) -> None:
    face = paper.voucher(replace(VOUCHER, name="Gift", gives=Gives("money", money=1000), left=400))
    assert face.gives == "Gift: €4.00 of €10.00 left"
    assert face.small_print == "Can be used in parts, and is not paid out in money."
    assert paper.voucher(VOUCHER).small_print.startswith("Counts once")
