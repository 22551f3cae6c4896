"""The hint at a tax number waits until enough was typed, and is read in the shop's country."""

from loyaltydesk.model.shop import ShopSettings
from ui.seams.tax_hint import tax_hint


def test_a_number_that_is_still_typed_is_not_doubted(session):
    assert tax_hint(session, "LV40") == tax_hint(session, "") == ""
    assert tax_hint(session, "LV400").startswith("Tax numbers there look different")


def test_a_number_without_a_country_is_one_of_the_shops(session, desk):
    assert tax_hint(session, "5260250275") == ""
    desk.shop.save_settings(ShopSettings("Shop", region="PL"))
    assert tax_hint(session, "5260250275") == "The check digit does not fit: is a digit mistyped? (Poland)"
    assert tax_hint(session, "5260250274") == ""
