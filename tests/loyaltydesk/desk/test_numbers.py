"""Cards are numbered as the shop chose, never twice, and cards of before stay as they are."""

import itertools
from pathlib import Path

import pytest
from msgspec.structs import replace

from loyaltydesk.desk import Desk
from loyaltydesk.desk.numbers import Collision
from loyaltydesk.model.cards import CardState
from loyaltydesk.model.numbers import Numbering, NumberKind
from loyaltydesk.model.old_cards import OldCard, symbology_from
from loyaltydesk.model.products import Product
from loyaltydesk.model.refusals import BadCardNumber, BadRequest, DuplicateCard
from loyaltydesk.model.symbologies import Symbology
from loyaltydesk.words.wrong_requests import REASONS
from tests.shop import Clock, buy, join, refuses, store_of

TEXT = Numbering(NumberKind.CODE128, text_prefix="RC-", length=9)


# --- schemes


def test_until_the_shop_says_otherwise_numbers_are_drawn_at_random_from_26(desk: Desk) -> None:
    assert desk.numbers.scheme() == Numbering()
    numbers = sorted(desk.cards.make(50))
    places = [Numbering().place(number) for number in numbers]
    steps = {int(other or 0) - int(one or 0) for one, other in itertools.pairwise(places)}
    assert len(steps) > 40  # whoever knows one number knows none of its neighbours
    assert min(steps) > 1


def test_a_scheme_is_kept_and_followed_by_everything_that_makes_a_card(desk: Desk) -> None:
    scheme = replace(TEXT, scale="21-23")
    desk.numbers.save(scheme)
    assert desk.numbers.scheme() == scheme
    (made,) = desk.cards.make(1)
    _customer, registered = join(desk)
    replaced = desk.cards.replace(registered, "").replaced_by
    for number in (made, registered, replaced):
        assert number.startswith("RC-")
        assert scheme.place(number) is not None
    assert desk.numbers.example() == scheme.number(1)


def test_the_same_scheme_again_is_nothing_to_write_down(desk: Desk) -> None:
    desk.numbers.save(TEXT)
    count = store_of(desk).journal.count()
    desk.numbers.save(TEXT)
    assert store_of(desk).journal.count() == count


def test_the_prefix_is_the_one_in_the_shops_settings(desk: Desk) -> None:
    desk.numbers.save(Numbering(prefix="2811"))
    assert desk.shop.settings().card_prefix == "2811"
    desk.shop.save_settings(replace(desk.shop.settings(), card_prefix="22"))
    assert desk.numbers.scheme().prefix == "22"


@pytest.mark.parametrize("scheme", [Numbering(prefix="04"), replace(TEXT, length=30)])
def test_a_scheme_that_cannot_be_is_refused(desk: Desk, scheme: Numbering) -> None:
    with refuses(desk, BadRequest):
        desk.numbers.save(scheme)


def test_running_numbers_follow_each_other_and_skip_what_is_taken(desk: Desk) -> None:
    scheme = Numbering(running=True)
    anna, _card = join(desk, card=scheme.number(3))
    desk.numbers.save(scheme)
    assert desk.cards.make(2) == [scheme.number(1), scheme.number(2)]
    assert join(desk, "Jānis")[1] == scheme.number(4)
    desk.cards.link(scheme.number(5), anna)
    assert desk.cards.make(1) == [scheme.number(6)]


def test_the_number_of_somebody_forgotten_is_not_given_to_another(desk: Desk) -> None:
    scheme = Numbering(running=True)
    desk.numbers.save(scheme)
    anna, number = join(desk)
    desk.customers.erase(anna)
    assert number == scheme.number(1)
    assert join(desk, "Jānis")[1] == scheme.number(2)


def test_two_programs_on_one_file_never_give_one_number(shop_file: Path, clock: Clock) -> None:
    one, other = Desk.open(shop_file, clock), Desk.open(shop_file, clock, alone=False)
    one.numbers.save(Numbering(running=True))
    numbers = [*one.cards.make(3), *other.cards.make(3), *one.cards.make(2)]
    assert numbers == [Numbering().number(place) for place in range(1, 9)]
    for desk in (one, other):
        desk.close()


def test_numbers_that_are_used_up_are_refused(desk: Desk) -> None:
    scheme = Numbering(NumberKind.CODE128, text_prefix="A", length=6, running=True)  # four digits
    desk.numbers.save(scheme)
    assert len(desk.cards.make(9_990)) == 9_990
    with refuses(desk, BadRequest) as refused:
        desk.cards.make(10)
    assert refused.value.facts()["reason"] == "numbers_used_up"
    assert len(desk.cards.make(9)) == 9
    with refuses(desk, BadRequest):
        desk.cards.make(1)


def test_drawing_at_random_ends_when_everything_is_taken(desk: Desk) -> None:
    desk._core.randbelow = lambda _below: 7
    desk.cards.make(1)
    with refuses(desk, BadRequest):
        desk.cards.make(1)


def test_a_slip_of_the_finger_in_a_number_of_ours_is_told(desk: Desk) -> None:
    desk.numbers.save(TEXT)
    anna, _card = join(desk)
    spoilt = TEXT.number(5)[:-1] + str((int(TEXT.number(5)[-1]) + 1) % 10)
    for act in (lambda: desk.cards.link(spoilt, anna), lambda: join(desk, "Jānis", card=spoilt)):
        with refuses(desk, BadCardNumber) as refused:
            act()
        assert refused.value.facts() == {"card": spoilt, "reason": "check_digit"}
    assert desk.cards.link("RC-OLD-1", anna).number == "RC-OLD-1"


def test_cards_numbered_for_qr_codes_bear_them(desk: Desk) -> None:
    desk.numbers.save(replace(TEXT, kind=NumberKind.QR))
    anna, registered = join(desk)
    made = desk.cards.make(1)[0]
    assert {desk.cards.get(number).symbology for number in (made, registered)} == {"qr"}
    assert desk.cards.link("FOREIGN-1", anna).symbology == ""


# --- what they could be taken for


def test_a_prefix_that_the_scale_uses_is_warned_of(desk: Desk) -> None:
    assert desk.numbers.collision() == Collision(scale=False, products=0)
    assert desk.numbers.collision(Numbering(scale="25-27")).scale
    with pytest.raises(BadRequest):
        desk.numbers.collision(Numbering(scale="many"))


def test_products_with_such_barcodes_are_counted(desk: Desk) -> None:
    for sku, barcode in (("HAM", "2600001000009"), ("2600002000008", ""), ("26", ""), ("TEA", "4750001000009")):
        desk.products.save(Product(sku, sku, barcode=barcode))
    assert desk.numbers.collision().products == 2
    assert desk.numbers.collision(TEXT).products == 0
    desk.products.remove("HAM")
    assert desk.numbers.collision().products == 1


# --- cards of before


def test_old_cards_wait_as_they_are_and_are_linked_by_what_stands_on_them(desk: Desk) -> None:
    done = desk.numbers.take_over(
        [OldCard("0012345678905", "1 234", "EAN-13"), OldCard("ab-77", "", "code 39"), OldCard("4711", "4711")]
    )
    assert done.taken == ("0012345678905", "AB-77", "4711")
    assert done.refused == ()
    card = desk.cards.get("0012345678905")
    assert (card.state, card.printed, card.symbology) == (CardState.BLANK, "1234", "ean13")
    assert (desk.cards.get("4711").printed, desk.cards.get("AB-77").symbology) == ("", "code39")
    anna, _card = join(desk)
    assert desk.cards.link("1234", anna).number == "0012345678905"
    assert desk.customers.scan("1234").customer.id == anna


def test_old_cards_that_cannot_be_are_told_and_all_others_taken(desk: Desk) -> None:
    join(desk, card="4711")
    rows = [
        OldCard("4711", row=2), OldCard("12", row=3), OldCard("123", "", "itf", row=4), OldCard("4006381333932", row=5),
        OldCard("96385075", "", "EAN-8", row=6), OldCard("5001", "", "Aztec", row=7), OldCard("5002", "9", row=8),
        OldCard("12345", "", "itf", row=9), OldCard("5003", row=10), OldCard("5003", row=11),
        OldCard("2.00012E+12", row=12),
    ]  # fmt: skip
    done = desk.numbers.take_over(rows)
    assert done.taken == ("5003",)
    assert [(each.card.row, type(each.why)) for each in done.refused] == [
        (2, DuplicateCard), (3, BadCardNumber), (4, BadCardNumber), (5, BadCardNumber), (6, BadCardNumber),
        (7, BadRequest), (8, BadCardNumber), (9, BadRequest), (11, DuplicateCard),
        (12, BadRequest),
    ]  # fmt: skip
    assert {each.why.reason for each in done.refused if isinstance(each.why, BadRequest)} <= REASONS.keys()


def test_a_coded_number_may_be_what_stands_on_another_card(desk: Desk) -> None:
    desk.numbers.take_over([OldCard("90817263", "5000")])
    assert desk.numbers.take_over([OldCard("5000")]).taken == ("5000",)
    assert desk.cards.get("5000").number == "5000"


@pytest.mark.parametrize(
    ("said", "meant"),
    [("", Symbology.SUITED), ("EAN-13", Symbology.EAN13), ("upc-a", Symbology.UPC_A), ("Interleaved 2 of 5", "itf"),
     ("QR code", Symbology.QR), ("CODABAR", Symbology.CODABAR), ("3 of 9", Symbology.CODE39)],
)  # fmt: skip
def test_kinds_of_bars_are_understood_as_people_write_them(said: str, meant: str) -> None:
    assert symbology_from(said) == meant


# --- what went to paper


def test_what_went_to_paper_is_remembered(desk: Desk, clock: Clock) -> None:
    first, second, third = desk.cards.make(3)
    desk.cards.mark_printed([first, second])
    clock.forward(days=3)
    desk.cards.mark_printed([second])
    on = desk.cards.printed_on()
    assert [str(on.get(desk.cards.get(number).id, "")) for number in (first, second, third)] == [
        "2026-03-14", "2026-03-17", "",
    ]  # fmt: skip


def test_everybody_with_a_card_is_known_by_name_with_tier_and_last_print(desk: Desk) -> None:
    anna, first = join(desk, "Anna")
    zane, _card = join(desk, "Zane")
    for name, act in (("Blocked", lambda who: desk.customers.block(who, blocked=True)), ("Gone", desk.customers.erase)):
        act(join(desk, name)[0])
    desk.cards.block(join(desk, "Lost")[1])
    newest = desk.cards.link(desk.cards.make(1)[0], anna).number
    buy(desk, first, 60_000)
    desk.cards.mark_printed([newest])
    one, other = desk.cards.holders()
    assert (one.customer.id, one.customer.card, one.tier, str(one.printed_on)) == (anna, newest, "Gold", "2026-03-14")
    assert (other.customer.id, other.tier, other.printed_on) == (zane, "", None)
