"""What is printed at the till is in the customer's own language, and in the shop's where that is not known."""

import pytest

from loyaltydesk.model.refusals import UnknownCard, UnknownVoucher
from tests.reading import words
from tests.shop import buy, join
from tests.ui.till.cards import ANNA, JANIS
from ui.till import papers


def test_the_slip_of_a_purchase_tells_points_and_balance(desk, anna):
    bought = desk.till.purchase(buy(desk, ANNA, 1000).purchase)
    assert "Kafejnīca Rīts" in words(papers.slip(desk, bought))
    assert "230" in words(papers.slip(desk, bought))


def test_a_guests_slip_has_no_balance(desk, anna):
    bought = desk.till.purchase(buy(desk, "", 1000).purchase)
    assert "Points now" not in words(papers.slip(desk, bought))


def test_a_voucher_names_what_it_gives_and_for_whom(desk, anna):
    code = desk.rewards.redeem("coffee", card=ANNA).code
    assert "Free coffee" in words(papers.voucher(desk, code))
    assert "Anna Kowalska" in words(papers.voucher(desk, code))


def test_a_card_has_its_holders_name(desk, anna):
    assert "Anna Kowalska" in words(papers.card(desk, ANNA))


def test_figures_follow_the_language_of_the_customer(desk, anna):
    join(desk, "Jānis", card=JANIS, language="lv")
    bought = desk.till.purchase(buy(desk, JANIS, 123_456).purchase)
    assert "1234,56\N{NO-BREAK SPACE}€" in words(papers.slip(desk, bought))


def test_what_is_not_there_is_refused(desk, anna):
    with pytest.raises(UnknownVoucher):
        papers.voucher(desk, "2700000000014")
    with pytest.raises(UnknownCard):
        papers.card(desk, JANIS)
