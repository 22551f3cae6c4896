"""The reports for the desk drawer as faces and documents in the language in use."""

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import UnknownCustomer
from loyaltydesk.model.reports import BalanceWish, DayEnd
from loyaltydesk.printing.reports.balance_filling import balance_face, balance_rows
from loyaltydesk.printing.reports.balance_list import balance_list_scene
from loyaltydesk.printing.reports.day_end import DayFace
from loyaltydesk.printing.reports.day_filling import day_face
from loyaltydesk.printing.scene import Document
from loyaltydesk.words.formats import Formats


def name_in(desk: Desk, customer: str) -> str:
    """What a customer is called; empty for whoever was forgotten."""
    try:
        return desk.customers.get(customer).profile.called
    except UnknownCustomer:
        return ""


def shop_name(desk: Desk) -> str:
    """What the shop is called; the programme's name where it has none."""
    return desk.shop.settings().name or desk.shop.programme.name


def face_of_day(desk: Desk, end: DayEnd, formats: Formats) -> DayFace:
    """A day in words."""
    return day_face(
        end, shop=shop_name(desk), printed=desk.now(), formats=formats, name_of=lambda customer: name_in(desk, customer)
    )


def balances(desk: Desk, wish: BalanceWish, formats: Formats) -> Document:
    """The list of balances, all of it as it stands at this moment."""
    face = balance_face(shop=shop_name(desk), at=desk.now(), formats=formats)
    return balance_list_scene(face, balance_rows(desk.reports.balances(wish), formats))
