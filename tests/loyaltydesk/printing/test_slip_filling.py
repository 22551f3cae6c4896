"""The slip of a purchase filled with the shop's own values."""

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from loyaltydesk.model.customers import Account, Customer, Profile
from loyaltydesk.model.facts import PurchaseRecorded
from loyaltydesk.model.money import currency
from loyaltydesk.model.programme import Gives, Programme
from loyaltydesk.model.purchases import Line, Purchase, PurchaseState, TakenPromotion, Voucher, VoucherState
from loyaltydesk.model.shop import ShopSettings
from loyaltydesk.model.slips import Ahead, SlipAccount, SlipFacts, TierAhead
from loyaltydesk.model.voices import LONGEST_ANSWER, Voice, VoiceKind, VoiceOutcome
from loyaltydesk.printing.filling import Paper
from loyaltydesk.printing.scene import Text
from loyaltydesk.printing.slip import Roll, slip_scene
from loyaltydesk.printing.slip_filling import slip_face
from loyaltydesk.words import words_in
from loyaltydesk.words.formats import BabelFormats

EURO = currency("EUR")
AT = datetime(2026, 3, 14, 10, 5, tzinfo=UTC)
BOUGHT = Purchase(
    id="p", at=AT, day=AT.date(), customer="c", card=None, receipt="260314-001", total=2450, discount=0, value=2450,
    due=2450, earned=245, spent=0, state=PurchaseState.DONE, returned=0, refunded=0, taken_back=0, given_back=0,
    programme=1, staff="Marta",
)  # fmt: skip
FACT = PurchaseRecorded(id="p", total=2450, value=2450, due=2450)
VOUCHER = Voucher(
    id="v", code="V00000000004", customer="c", reward="coffee", name="Free coffee", gives=Gives("product"), cost=150,
    issued=AT, last_day=date(2026, 6, 12), state=VoucherState.OPEN, first="v",
)  # fmt: skip
ANNA = SlipAccount(Customer("c", Profile("Anna"), AT, Account()), 1485)
FACTS = SlipFacts(BOUGHT, FACT, account=ANNA)


@pytest.fixture
def paper() -> Paper:
    shop = ShopSettings(name="Kafejnīca Rīts", line="Coffee, cake and time", address="Brīvības iela 12, Rīga")
    return Paper(shop, Programme("Rīts Club", EURO), words_in("en"), BabelFormats("en", EURO))


def test_a_slip_shows_what_was_paid_and_what_it_brought(paper: Paper) -> None:
    face = slip_face(paper, replace(FACTS, account=replace(ANNA, ahead=Ahead("Free cake", 15, 1500))))
    assert ("Receipt", "260314-001") in face.rows
    assert face.total == ("Paid", "€24.50")
    assert face.points == (("Points earned", "+245"),)
    assert face.balance == ("Points now", "1,485")
    assert face.next_reward == "Only 15 points to go: Free cake"
    assert face.progress == (1485, 1500)
    assert (face.news, face.next_tier, face.ending) == (("", ""), "", ("", ""))


def test_a_slip_counts_off_what_came_back(paper: Paper) -> None:
    face = slip_face(paper, replace(FACTS, purchase=replace(BOUGHT, refunded=1000, taken_back=100)))
    assert ("Brought back", "-€10.00") in face.rows
    assert face.total == ("Paid", "€14.50")
    assert face.points == (("Points earned", "+145"),)


def test_a_guest_slip_has_no_points(paper: Paper) -> None:
    face = slip_face(paper, replace(FACTS, account=None, vouchers=(VOUCHER,)))
    assert (face.points, face.balance, face.next_reward) == ((), ("", ""), "")
    assert face.vouchers[0].for_whom == ""


def test_points_and_vouchers_that_paid_are_listed(paper: Paper) -> None:
    fact = PurchaseRecorded(id="p", total=2450, value=2450, by_points=500, by_vouchers=300, due=1650, redeemed=500)
    face = slip_face(paper, replace(FACTS, purchase=replace(BOUGHT, due=1650, spent=500), recorded=fact))
    assert ("Bill", "€24.50") in face.rows
    assert ("Paid with points", "-€5.00") in face.rows
    assert ("Voucher", "-€3.00") in face.rows
    assert ("Points used", "−500") in face.points


def test_a_slip_lists_the_lines_under_their_names_and_each_promotion(paper: Paper) -> None:
    lines = (Line(320, 2, "CAPPUCCINO"), Line(390, 1, "CAKE"), Line(500))
    taken = TakenPromotion("third", "Every third cake", 390)
    fact = PurchaseRecorded(id="p", lines=lines, total=1530, value=1090, due=1090, promotions=(taken,))
    bought = replace(BOUGHT, total=1530, value=1090, due=1090, discount=440)
    face = slip_face(paper, SlipFacts(bought, fact, products={"CAPPUCCINO": "Cappuccino"}))
    assert [row for row in face.rows if row[0] not in ("Date", "Receipt", "Served by")] == [
        ("2 × Cappuccino", "€6.40"), ("CAKE", "€3.90"), ("Other goods", "€5.00"), ("Every third cake", "-€3.90"),
        ("Bill", "€15.30"), ("Discount", "-€0.50"),
    ]  # fmt: skip


def test_a_slip_of_an_amount_lists_nothing(paper: Paper) -> None:
    fact = PurchaseRecorded(id="p", lines=(Line(2450),), total=2450, value=2450, due=2450)
    face = slip_face(paper, replace(FACTS, recorded=fact))
    assert {name for name, _sum in face.rows} <= {"Date", "Receipt", "Served by"}


def test_a_slip_has_the_vouchers_that_the_purchase_brought_and_the_stamps(paper: Paper) -> None:
    face = slip_face(paper, FACTS)
    assert (face.stamps, face.vouchers) == ((), ())
    account = replace(ANNA, stamps=(("Coffee card", 7, 10),))
    face = slip_face(paper, replace(FACTS, account=account, vouchers=(VOUCHER, replace(VOUCHER, customer=None))))
    assert face.stamps == (("Coffee card", "7 of 10"),)
    assert [each.for_whom for each in face.vouchers] == ["For Anna", "For whoever brings it"]


def test_a_slip_says_which_points_end_soon(paper: Paper) -> None:
    face = slip_face(paper, replace(FACTS, account=replace(ANNA, ending=(120, date(2026, 3, 31)))))
    assert face.ending == ("Use by 31 Mar 2026", "120 points")


@pytest.mark.parametrize(("by_money", "missing"), [(True, "€12.50 to go"), (False, "1,250 points to go")])
def test_a_slip_shows_the_way_to_the_next_tier(paper: Paper, by_money: bool, missing: str) -> None:
    tier = TierAhead("Silver", 1250, 8750, is_money=by_money)
    face = slip_face(paper, replace(FACTS, account=replace(ANNA, tier=tier)))
    assert face.next_tier == f"Next tier: Silver · {missing}"
    assert face.tier_progress == (8750, 10000)


@pytest.mark.parametrize(
    ("kind", "outcome", "heading"),
    [
        (VoiceKind.SUGGESTION, VoiceOutcome.TAKEN_UP, "You said it, we did it"),
        (VoiceKind.COMPLAINT, VoiceOutcome.TAKEN_UP, "You said it, we did it"),
        (VoiceKind.SUGGESTION, VoiceOutcome.DECLINED, "About your suggestion"),
        (VoiceKind.COMPLAINT, VoiceOutcome.DECLINED, "About your complaint"),
        (VoiceKind.PRAISE, VoiceOutcome.TAKEN_UP, "About your kind words"),
    ],
)
def test_an_answer_stands_under_what_it_answers(
    paper: Paper, kind: VoiceKind, outcome: VoiceOutcome, heading: str
) -> None:
    voice = Voice("c/v", "c", kind, "Oat milk, please", AT, outcome=outcome, answer="We have it <b>now</b>.")
    face = slip_face(paper, replace(FACTS, answered=voice))
    assert face.news == (heading, "We have it <b>now</b>.")


@pytest.mark.parametrize("roll", Roll)
def test_the_longest_answer_is_printed_to_its_end(paper: Paper, roll: Roll) -> None:
    answer = ("wonderful things happen " * 9)[: LONGEST_ANSWER - 1] + "Ž"
    voice = Voice("c/v", "c", VoiceKind.PRAISE, "Cake", AT, outcome=VoiceOutcome.TAKEN_UP, answer=answer)
    document = slip_scene(slip_face(paper, replace(FACTS, answered=voice)), roll=roll)
    assert any("Ž" in item.text for item in document.pages[0].items if isinstance(item, Text))
