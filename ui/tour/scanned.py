"""The tour through a sale of products: scanned, corrected, parked while somebody looks for the purse, and recorded."""

from PySide6.QtCore import Qt

from loyaltydesk.desk import Desk
from loyaltydesk.model.customers import Sort
from loyaltydesk.model.products import Product, ProductSort
from loyaltydesk.words import tr
from ui.tour.eyes import NotSeen
from ui.tour.guide import Guide

KEY = Qt.Key
WANTED = 4  # different things on the bill


def day(guide: Guide) -> None:
    """A sale of products. Raises NotSeen where it does not go on."""
    guide.hands.press(KEY.Key_Escape)
    goods = guide.ask(_goods)
    for product in (*goods, goods[0]):
        guide.hands.scan(product.barcode)
    guide.see("scanned", goods[-1].name, tr("To pay"), what=tr("Products are scanned, without a card yet"))
    name, card = guide.ask(_customer)
    guide.hands.scan(card)
    guide.see("bill", name, goods[-1].name, what=tr("The card comes after all: the bill is the customer's"))
    guide.hands.press(KEY.Key_Up)
    guide.hands.type("2")
    guide.see("quantity", what=tr("Arrow up leads to the lines: two of the last one"))
    guide.hands.press(KEY.Key_Return)
    guide.hands.press(KEY.Key_F11)
    guide.see("parked", tr("Parked: {n}").format(n=1), what=tr("The purse is at home: the purchase is parked"))
    guide.hands.press(KEY.Key_F11)
    guide.see("parked-purchases", tr("Parked purchases"), what=tr("What is parked waits in a list"))
    guide.hands.press(KEY.Key_Return)
    guide.see("taken-up", name, goods[-1].name, what=tr("Taken up again, as it was"))
    guide.hands.press(KEY.Key_Return)
    guide.check(lambda desk: _units(desk) == {goods[0].sku: 2, goods[-1].sku: 2}, goods[-1].name)
    guide.see("scanned-recorded", name, what=tr("The purchase is recorded with its lines"))


def _goods(desk: Desk) -> list[Product]:
    found = [each for each in desk.products.page(ProductSort.CATEGORY, None, 100) if each.barcode]
    if len(found) < WANTED:
        raise NotSeen(tr("Products"))
    return found[:: len(found) // WANTED][:WANTED]


def _customer(desk: Desk) -> tuple[str, str]:
    """Name and card of somebody who can buy."""
    for customer in desk.customers.page(Sort.VISIT, None, 60, descending=True):
        card = desk.customers.card_number(customer.id)
        if customer.profile.name and card and not customer.blocked:
            return customer.profile.name, card
    raise NotSeen(tr("Customers"))


def _units(desk: Desk) -> dict[str, int]:
    """The products of the newest purchase of which there are several."""
    lines = desk.till.recorded(desk.till.newest(1)[0]).lines
    return {line.sku: line.qty for line in lines if line.qty > 1}
