"""Rewards, stamp cards, vouchers for the next purchase and promotions, in plain words."""

import pytest

from tests.loyaltydesk.words.rules_in_words import COFFEE, said


@pytest.mark.parametrize(
    ("gives", "words"),
    [
        ('product = "COFFEE"', "free: Coffee"),
        ('product = "COFFEE", qty = 2', "free: 2 × Coffee"),
        ('money = "5.00"', "€5 off"),
        ("percent = 10", "10% off"),
        ('percent = "12.5", max = "9.00"', "12.5% off · €9 at most"),
        ('donate = "Animal shelter", money = "1.00"', "€1 for a good cause: Animal shelter"),
    ],
)
def test_a_reward_says_what_it_is_good_for(gives: str, words: str) -> None:
    rule = f'[[reward]]\nid = "a"\nname = "Treat"\ncost = 150\ngives = {{ {gives} }}\n'
    assert said(rule, "reward") == f"Treat · 150 points · {words}"


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        ("valid_days = 30", "voucher valid for 30 days"),
        ("stock = 100", "100 in all"),
        ("stock = 0", "0 in all"),
        ("per_customer = 1", "once for each customer"),
        ("per_customer = 2", "2 times for each customer"),
        ("bearer = true", "for whoever brings the voucher"),
    ],
)
def test_a_reward_says_its_limits(limits: str, words: str) -> None:
    rule = f'[[reward]]\nid = "a"\nname = "Treat"\ncost = 1\n{COFFEE}{limits}\n'
    assert said(rule, "reward") == f"Treat · 1 point · free: Coffee · {words}"


def test_a_stamp_card_says_how_many_stamps_it_takes() -> None:
    rule = (
        f'[[stamp_card]]\nid = "a"\nname = "Every 10th coffee"\nevery = 10\n{COFFEE}of = {{ category = ["coffee"] }}\n'
    )
    assert said(rule, "stamp_card") == "Every 10th coffee · 10 stamps · free: Coffee · category: coffee"


def test_a_voucher_for_the_next_purchase_says_when_it_comes() -> None:
    rule = (
        '[[next_purchase]]\nid = "a"\nname = "See you soon"\ngives = { percent = 10 }\nvalid_days = 14\n'
        'when = { min_bill = "20.00" }\n'
    )
    words = "See you soon · 10% off · bills of €20 or more · voucher valid for 14 days"
    assert said(rule, "next_purchase") == words


@pytest.mark.parametrize(
    ("deal", "words"),
    [
        ('buy = 1\nget = 1\nget_price = "0.01"', "the second for €0.01"),
        ("buy = 1\nget = 1\nget_percent = 100", "the second free"),
        ("buy = 1\nget = 1\nget_percent = 50", "the second for 50% less"),
        ("buy = 3\nget = 1\nget_percent = 100", "buy 3, get 1 more free"),
        ('buy = 2\nget = 2\nget_price = "1.00"', "buy 2, get 2 more for €1 each"),
        ('buy = 2\nget = 1\nget_percent = "33.3"\nmax = "5.00"', "buy 2, get 1 more for 33.3% less · €5 at most"),
        ("percent = 10", "10% off"),
        ('percent = 10\nmax = "9.00"', "10% off · €9 at most"),
        ('amount = "5.00"', "€5 off"),
    ],
)
def test_a_promotion_says_what_it_takes_off(deal: str, words: str) -> None:
    assert said(f'[[promotion]]\nid = "a"\nname = "Deal"\n{deal}\n', "promotion") == f"Deal · {words}"


def test_a_promotion_says_for_whom_and_how_often() -> None:
    rule = (
        '[[promotion]]\nid = "welcome"\npercent = 10\ncode = "WELCOME"\nmembers = true\n'
        'max_uses = 100\nmax_uses_customer = 1\nof = { sku = ["CAKE"] }\n'
    )
    words = "only: Cake · only with code WELCOME · only with a card · once for each customer · 100 times in all"
    assert said(rule, "promotion") == f"welcome · 10% off · {words}"
