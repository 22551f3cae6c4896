"""The cards of the Programme page: which tables of the programme each shows, its title, and what it is for."""

from msgspec import Struct

from loyaltydesk.words import mark


class SectionSpec(Struct, frozen=True):
    """One card: the tables with many rules, and those that there are once, by name; `hint` stands where it is empty."""

    icon: str
    title: str
    hint: str
    rules: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()


LEFT = (
    SectionSpec("coins", mark("Points"), mark("What brings points?"), ("earn",), ("points", "expire")),
    SectionSpec(
        "star", mark("More points"), mark("Double points on a quiet day, or extra points for a product."),
        ("multiply", "bonus"),
    ),
    SectionSpec("gift", mark("Rewards"), mark("What can points be exchanged for?"), ("reward",)),
    SectionSpec("receipt", mark("Points as money"), mark("Points can take something off a bill."), (), ("redeem",)),
    SectionSpec("ticket", mark("Stamp cards"), mark("So many bought, and one is free."), ("stamp_card",)),
    SectionSpec("info", mark("Name and time"), "", (), ("programme",)),
)  # fmt: skip
RIGHT = (
    SectionSpec(
        "crown", mark("Tiers"), mark("Good customers get more: Silver, Gold, or names of your own."), ("tier",),
        ("tiers",),
    ),
    SectionSpec(
        "ticket-percent", mark("Promotions"), mark("Money off without points: the second cheaper, a code."),
        ("promotion",),
    ),
    SectionSpec("cake", mark("Birthdays and other days"), mark("A gift once a year, by itself."), ("occasion",)),
    SectionSpec(
        "calendar", mark("Vouchers for the next purchase"), mark("They stand on the slip and bring customers back."),
        ("next_purchase",),
    ),
    SectionSpec(
        "user-plus", mark("Customers who bring others"), mark("Points for both, with the first purchase."), (),
        ("referral",),
    ),
    SectionSpec(
        "shield-check", mark("Returns, approval, test group"), "", (), ("returns", "approval", "test_group"),
    ),
)  # fmt: skip
SECTIONS = (*LEFT, *RIGHT)

# What a rule of each table is called above its form.
NAMES = {
    "programme": mark("Name and time"),
    "points": mark("How points are counted"),
    "expire": mark("How long points are valid"),
    "redeem": mark("Points as money"),
    "tiers": mark("How tiers are reached"),
    "tier": mark("Tier"),
    "earn": mark("Points"),
    "multiply": mark("More points"),
    "bonus": mark("Points on top"),
    "occasion": mark("Gift on a day"),
    "reward": mark("Reward"),
    "stamp_card": mark("Stamp card"),
    "promotion": mark("Promotion"),
    "next_purchase": mark("Voucher for the next purchase"),
    "referral": mark("Customers who bring others"),
    "returns": mark("Returns"),
    "approval": mark("Approval of changes by hand"),
    "test_group": mark("Test group"),
}
KEPT = frozenset({"programme", "points", "expire", "returns", "tiers"})  # what every programme has, and nobody removes


def section_of(table: str) -> SectionSpec:
    """The card on which a table is shown."""
    return next(section for section in SECTIONS if table in (*section.rules, *section.settings))
