"""What is printed at the till is in the customer's own language, and in the shop's where that is not known."""

import pytest

from loyaltydesk.model.codes import shown
from loyaltydesk.model.refusals import UnknownCard, UnknownVoucher
from tests.reading import words
from tests.shop import PROGRAMME, buy, join
from tests.ui.till.cards import ANNA, JANIS
from ui.till import papers

BROUGHT = """
[[stamp_card]]
id = "cups"
name = "Cups"
every = 2
gives = { product = "COFFEE" }

[[next_purchase]]
id = "next"
name = "Two off"
gives = { money = "2.00" }
"""


def test_the_slip_of_a_purchase_tells_points_and_balance(desk, anna):
    bought = desk.till.purchase(buy(desk, ANNA, 1000).purchase)
    assert "Kafejnīca Rīts" in words(papers.slip(desk, bought))
    assert "230" in words(papers.slip(desk, bought))


def test_a_guests_slip_has_no_balance(desk, anna):
    bought = desk.till.purchase(buy(desk, "", 1000).purchase)
    assert "Points now" not in words(papers.slip(desk, bought))


def test_a_voucher_names_what_it_gives_and_for_whom(desk, anna):
    code = desk.rewards.redeem("coffee", card=ANNA).code
    (face,) = papers.vouchers(desk, [code])
    assert (face.gives, face.code) == ("Free coffee", code)
    assert "Anna Kowalska" in face.for_whom


def test_a_slip_has_the_vouchers_of_its_purchase_while_they_are_open(desk, anna):
    desk.shop.load_programme(PROGRAMME + BROUGHT)
    done = buy(desk, ANNA, 1000)
    bought, (code,) = desk.till.purchase(done.purchase), [each.code for each in done.issued]
    for part in ("Two off", shown(code), "For Anna Kowalska", "Cups", "1 of 2"):
        assert part in words(papers.slip(desk, bought))
    new = desk.rewards.reprint(code)
    assert shown(code) not in words(papers.slip(desk, bought))
    assert shown(new.code) in words(papers.slip(desk, bought))
    desk.rewards.use(new.code)
    assert "Two off" not in words(papers.slip(desk, bought))


def test_a_guests_slip_has_the_voucher_for_whoever_brings_it(desk, anna):
    desk.shop.load_programme(PROGRAMME + BROUGHT + "bearer = true\n")
    bought = desk.till.purchase(buy(desk, "", 1000).purchase)
    assert "For whoever brings it" in words(papers.slip(desk, bought))


def test_a_card_has_its_holders_name(desk, anna):
    assert "Anna Kowalska" in words(papers.card(desk, ANNA))


def test_figures_follow_the_language_of_the_customer(desk, anna):
    join(desk, "Jānis", card=JANIS, language="lv")
    bought = desk.till.purchase(buy(desk, JANIS, 123_456).purchase)
    assert "1234,56\N{NO-BREAK SPACE}€" in words(papers.slip(desk, bought))


def test_what_is_not_there_is_refused(desk, anna):
    with pytest.raises(UnknownVoucher):
        papers.vouchers(desk, ["V00000000004"])
    with pytest.raises(UnknownCard):
        papers.card(desk, JANIS)
