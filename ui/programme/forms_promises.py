"""The forms of what a programme promises besides points: rewards, stamp cards, vouchers, promotions; and all forms."""

from loyaltydesk.words import tr
from ui.programme.entries import CountEntry, FigureEntry, PiecesEntry, TextEntry, TickEntry
from ui.programme.entries_several import Group, NameEntry, Way, Ways
from ui.programme.entry import Entry
from ui.programme.forms import (
    LARGEST,
    Form,
    approval_form,
    bonus_form,
    earn_form,
    expire_form,
    group_form,
    head_form,
    multiply_form,
    occasion_form,
    of_group,
    points_form,
    redeem_form,
    referral_form,
    returns_form,
    tier_form,
    tiers_form,
    when_group,
)
from ui.programme.kit import Kit

MOST_DAYS, MOST_PIECES = 36500, 1000


def reward_form(kit: Kit) -> list[Entry]:
    """[[reward]]"""
    return [
        TextEntry(kit.theme, "name", text=tr("Name of the reward")),
        CountEntry(kit.theme, "cost", text=tr("Costs so many points"), most=(1, LARGEST)),
        _gives(kit),
        _validity(kit),
        Group(
            kit.theme,
            [
                CountEntry(kit.theme, "per_customer", text=tr("For each customer"), most=(1, LARGEST), none=tr("any")),
                CountEntry(kit.theme, "stock", text=tr("In all"), most=(0, LARGEST), none=tr("any")),
            ],
            text=tr("Only so often"),
        ),
        _bearer(kit),
    ]


def stamp_card_form(kit: Kit) -> list[Entry]:
    """[[stamp_card]]"""
    return [
        TextEntry(kit.theme, "name", text=tr("Name of the stamp card")),
        CountEntry(kit.theme, "every", text=tr("Stamps for a voucher"), most=(1, 10_000)),
        _gives(kit),
        of_group(kit),
        _validity(kit),
        _bearer(kit),
    ]


def next_purchase_form(kit: Kit) -> list[Entry]:
    """[[next_purchase]]"""
    return [
        TextEntry(kit.theme, "name", text=tr("Name of the voucher"), hint=tr("It stands on the slip.")),
        _gives(kit),
        of_group(kit),
        when_group(kit),
        _validity(kit),
        _bearer(kit),
    ]


def promotion_form(kit: Kit) -> list[Entry]:
    """[[promotion]]"""
    uses = Group(
        kit.theme,
        [
            CountEntry(kit.theme, "max_uses_customer", text=tr("For each customer"), most=(1, LARGEST), none=tr("any")),
            CountEntry(kit.theme, "max_uses", text=tr("In all"), most=(1, LARGEST), none=tr("any")),
        ],
        text=tr("Only so often"),
    )
    return [
        TextEntry(kit.theme, "name", text=tr("Name of the promotion")),
        Ways(kit.theme, _deals(kit), text=tr("What it takes off")),
        of_group(kit),
        when_group(kit, code="code"),
        uses,
        TickEntry(kit.theme, "members", text=tr("Only with a card")),
    ]


def _deals(kit: Kit) -> list[Way]:
    def counts() -> list[Entry]:
        return [
            CountEntry(kit.theme, "buy", text=tr("Who buys so many"), most=(1, MOST_PIECES)),
            CountEntry(kit.theme, "get", text=tr("gets so many more"), most=(1, MOST_PIECES)),
        ]

    return [
        Way(
            tr("Buy some, get more for a price"), [*counts(), _figure(kit, "get_price", text=tr("for this price each"))]
        ),
        Way(tr("Buy some, get more free"), counts(), always={"get_percent": 100}),
        Way(
            tr("Buy some, get more for less"),
            [
                *counts(),
                _percent(kit, "get_percent", text=tr("Less by (percent)")),
                _figure(kit, "max", text=tr("At most")),
            ],
        ),
        Way(
            tr("A percentage"),
            [_percent(kit, "percent", text=tr("Percent off")), _figure(kit, "max", text=tr("At most"))],
        ),
        Way(tr("An amount"), [_figure(kit, "amount", text=tr("Amount off"))]),
    ]


def _gives(kit: Kit) -> Ways:
    product = NameEntry(kit.theme, "gives.product", text=tr("Which product"), known=kit.products)
    pieces = PiecesEntry(kit.theme, "gives.qty", text=tr("How many pieces"), most=(1, MOST_PIECES))
    cause = TextEntry(kit.theme, "gives.donate", text=tr("Which good cause"))
    ways = [
        Way(tr("A product"), [product, pieces]),
        Way(tr("Money off"), [_figure(kit, "gives.money", text=tr("Amount off"))]),
        Way(
            tr("A percentage off"),
            [_percent(kit, "gives.percent", text=tr("Percent off")), _figure(kit, "gives.max", text=tr("At most"))],
        ),
        Way(tr("Money for a good cause"), [cause, _figure(kit, "gives.money", text=tr("Amount"))]),
    ]
    return Ways(kit.theme, ways, text=tr("What it gives"))


def _validity(kit: Kit) -> CountEntry:
    text = tr("Days that the voucher is valid")
    return CountEntry(kit.theme, "valid_days", text=text, most=(1, MOST_DAYS), none=tr("without end"))


def _bearer(kit: Kit) -> TickEntry:
    hint = tr("Otherwise it belongs to the customer who got it.")
    return TickEntry(kit.theme, "bearer", text=tr("Good for whoever brings the voucher"), hint=hint)


def _figure(kit: Kit, path: str, *, text: str) -> FigureEntry:
    return FigureEntry(kit.theme, path, text=text, formats=kit.formats)


def _percent(kit: Kit, path: str, *, text: str) -> FigureEntry:
    return FigureEntry(kit.theme, path, text=text, formats=kit.formats, money=False)


# By the name of a table; "expire" is the part of [points] about their end.
FORMS: dict[str, Form] = {
    "programme": head_form,
    "points": points_form,
    "expire": expire_form,
    "redeem": redeem_form,
    "tiers": tiers_form,
    "tier": tier_form,
    "earn": earn_form,
    "multiply": multiply_form,
    "bonus": bonus_form,
    "occasion": occasion_form,
    "reward": reward_form,
    "stamp_card": stamp_card_form,
    "promotion": promotion_form,
    "next_purchase": next_purchase_form,
    "referral": referral_form,
    "returns": returns_form,
    "approval": approval_form,
    "test_group": group_form,
}
