"""The shop's paper, worded for whoever it is given to; for every page that prints.

What draws paper is imported when something is printed: it would cost every start 40 ms.
"""

from typing import TYPE_CHECKING

from loyaltydesk.desk import Desk
from loyaltydesk.model.customers import Customer
from loyaltydesk.model.design import CardDesign
from loyaltydesk.model.shop import ShopSettings
from loyaltydesk.words import LANGUAGES, words_in
from ui.seams.formats import QtFormats

if TYPE_CHECKING:
    from loyaltydesk.printing.filling import Paper


def paper_for(
    desk: Desk,
    customer: Customer | None = None,
    *,
    shop: ShopSettings | None = None,
    design: CardDesign | None = None,
    logo: bytes | None = None,
) -> "Paper":
    """The shop's paper in the language of a customer, or in its own for nobody and where that is not known.

    `shop`, `design` and `logo` are to be tried, in place of those that are kept.
    """
    from loyaltydesk.printing.filling import Paper

    shop, design, programme = shop or desk.shop.settings(), design or desk.designs.card(), desk.shop.programme
    told = customer.profile.language if customer else ""
    words = words_in(told if told in LANGUAGES else shop.language)
    names = desk.products.names(card.gives.product for card in programme.stamp_cards)
    logo = logo or (desk.designs.picture(design.logo) if design.logo else None)
    formats = QtFormats(words.language, programme.currency)
    return Paper(shop, programme, words, formats, names, design=design, logo=logo)
