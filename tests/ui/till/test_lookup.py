"""A code is told apart by what the shop knows, and then by its digits."""

import pytest

from loyaltydesk.model.codes import bare, shown
from loyaltydesk.model.refusals import BadCardNumber, UnknownVoucher
from tests.shop import PROGRAMME, buy, join
from tests.ui.till.cards import ANNA, FOREIGN, MISREAD, NO_VOUCHER, OURS_UNKNOWN, PRODUCT, SPOILT_VOUCHER
from tests.ui.till.shelf import CAKE, SOUP
from ui.till.lookup import Kind, looks_like_a_number, meaning, promotion_codes


def test_a_known_card_is_its_customers_whatever_blanks_are_in_it(desk, anna):
    found = meaning(desk, " 2600 0000 0001 7 ")
    assert (found.kind, found.number, found.about) == (Kind.CARD, ANNA, anna)


def test_a_voucher_is_its_holders(desk, anna):
    code = desk.rewards.redeem("coffee", card=ANNA).code
    assert (meaning(desk, code).kind, meaning(desk, code).about) == (Kind.VOUCHER, anna)


def test_a_receipt_number_is_the_purchase(desk, anna):
    done = buy(desk, ANNA, 1000, receipt="R-1007")
    assert (meaning(desk, "R-1007").kind, meaning(desk, "R-1007").about) == (Kind.PURCHASE, done.purchase)


def test_a_card_that_was_made_and_not_given_out_is_blank(desk):
    number = desk.cards.make(1)[0]
    assert (meaning(desk, number).kind, meaning(desk, number).number) == (Kind.BLANK, number)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (OURS_UNKNOWN, Kind.OURS),
        (FOREIGN, Kind.FOREIGN),
        ("CLUB-4711", Kind.FOREIGN),
        ("2000000000015", Kind.FOREIGN),  # what shops print among themselves may be a card
        (PRODUCT, Kind.PRODUCT),
        ("036000291452", Kind.PRODUCT),  # UPC-A
        ("96385074", Kind.PRODUCT),  # EAN-8
        ("96385075", Kind.FOREIGN),  # eight figures with another last one are no EAN-8
    ],
)
def test_what_nobody_knows_is_told_by_its_figures(desk, code, kind):
    assert meaning(desk, code).kind is kind


@pytest.mark.parametrize(
    ("code", "kind", "reason"),
    [(MISREAD, BadCardNumber, "check_digit"), ("7", BadCardNumber, "length"), ("kārte", BadCardNumber, "characters")],
)
def test_what_can_be_no_card_says_why(desk, code, kind, reason):
    found = meaning(desk, code)
    assert found.kind is Kind.REFUSED
    assert isinstance(found.refused, kind)
    assert found.refused.reason == reason


@pytest.mark.parametrize(("code", "reason"), [(NO_VOUCHER, "unknown"), (SPOILT_VOUCHER, "check_character")])
def test_what_looks_like_a_voucher_of_ours_and_is_none_is_no_card(desk, code, reason):
    refused = meaning(desk, code).refused
    assert isinstance(refused, UnknownVoucher)
    assert refused.reason == reason


def test_a_voucher_is_known_however_its_code_is_written(desk, anna):
    code = written(desk)
    for typed in (shown(code), shown(code).lower(), code.replace("0", "O"), f" {code[:4]} {code[4:]}"):
        found = meaning(desk, typed)
        assert (found.kind, found.number) == (Kind.VOUCHER, code)
        assert found.written == ("" if bare(typed) == code else bare(typed))


def written(desk) -> str:
    """The code of a voucher of Anna's with a nought in it."""
    code = desk.rewards.redeem("coffee", card=ANNA).code
    while "0" not in code:
        code = desk.rewards.reprint(code).code
    return code


def test_a_shop_with_another_prefix_knows_its_own_numbers(desk):
    from loyaltydesk.model.shop import ShopSettings

    desk.shop.save_settings(ShopSettings(card_prefix="21"))
    assert meaning(desk, "2100000000012").kind is Kind.OURS
    assert meaning(desk, OURS_UNKNOWN).kind is Kind.FOREIGN


@pytest.mark.parametrize(
    ("text", "is_number"),
    [
        ("2600000000017", True),
        ("260314-001", True),
        ("Anna", False),
        ("an 1", False),
        ("v000 0000 0004", True),
        ("VAAAAAAAAAAA", False),
        ("Voldemarsson", False),
    ],
)
def test_a_typed_number_is_told_from_a_name(text, is_number):
    assert looks_like_a_number(text) is is_number


def test_a_product_on_the_list_is_goods_by_its_barcode_and_its_code(desk):
    for product in (CAKE, SOUP):
        desk.products.save(product)
    for code in (CAKE.barcode, "cake", " CAKE "):
        assert (meaning(desk, code).kind, meaning(desk, code).about) == (Kind.GOODS, "CAKE")
    assert meaning(desk, "102").about == "102"


def test_a_card_with_the_number_of_a_product_stays_a_card(desk):
    desk.products.save(CAKE)
    join(desk, "Olga", card=CAKE.barcode)
    assert meaning(desk, CAKE.barcode).kind is Kind.CARD


@pytest.mark.parametrize("rule", ["promotion", "multiply", "bonus"])
def test_a_code_of_the_programme_is_known_however_it_is_typed(desk, rule):
    more = {"promotion": 'amount = "1.00"', "multiply": 'by = "2"', "bonus": "points = 5"}[rule]
    desk.shop.load_programme(f'{PROGRAMME}\n[[{rule}]]\nid = "x"\n{more}\nwhen = {{ code = "Café-10" }}\n')
    assert promotion_codes(desk.shop.programme) == {"café-10": "Café-10"}
    found = meaning(desk, " CAFÉ-10 ")
    assert (found.kind, found.number) == (Kind.PROMOTION, "Café-10")
