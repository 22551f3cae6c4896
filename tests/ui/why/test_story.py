"""The story of a purchase's points: the bill as it was, the steps, and the rules of then."""

from datetime import date

from loyaltydesk.desk import Desk
from loyaltydesk.model.money import currency
from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.why_slip import why_scene
from tests.shop import buy, join
from ui.seams.formats import QtFormats
from ui.why.story import story_of

FORMATS = QtFormats("en", currency("EUR"))
PROMOTION = '\n[[promotion]]\nid = "off"\nname = "Spring"\namount = "5.00"\n'


def test_what_came_off_the_bill_is_told_by_its_name(desk: Desk) -> None:
    desk.shop.load_programme(desk.shop.programme_text() + PROMOTION)
    _customer, card = join(desk)
    buy(desk, card, 15000)
    done = buy(desk, card, 3000, discount=200, redeem_points=100)
    story = story_of(desk, desk.till.purchase(done.receipt), FORMATS)
    assert story.bill == (
        ("Bill", "€30.00"),
        ("Spring", "-€5.00"),
        ("Discount", "-€2.00"),
        ("Paid with points", "-€1.00"),
        ("Paid", "€22.00"),
    )


def test_a_purchase_that_brought_nothing_says_so(desk: Desk) -> None:
    _customer, card = join(desk)
    story = story_of(desk, desk.till.purchase(buy(desk, card, 50).receipt), FORMATS)
    assert story.total == "Together: 0 points"
    assert story.steps


def test_the_rules_are_those_of_then(desk: Desk, clock) -> None:
    _customer, card = join(desk)
    done = buy(desk, card, 1000)
    desk.shop.load_programme(desk.shop.programme_text().replace("Rīts Club", "Other"), from_day=date(2026, 3, 14))
    story = story_of(desk, desk.till.purchase(done.receipt), FORMATS)
    assert (story.programme, story.version) == ("Rīts Club · version 1", 1)


def test_it_fits_on_a_slip(desk: Desk) -> None:
    _customer, card = join(desk)
    story = story_of(desk, desk.till.purchase(buy(desk, card, 12000).receipt), FORMATS)
    assert pdf_bytes(why_scene(story.face("Kafejnīca Rīts"))).startswith(b"%PDF")
