"""The form of each rule and setting: which entries it has, in the order in which one thinks of them."""

from collections.abc import Callable

from loyaltydesk.words import tr
from loyaltydesk.words.rule_conditions import short_day
from ui.programme.entries import (
    ChoiceEntry,
    CountEntry,
    DayEntry,
    FigureEntry,
    SpanEntry,
    TextEntry,
    TickEntry,
    TimeEntry,
    height_entry,
)
from ui.programme.entries_several import Group, NamesEntry, SomeEntry, Way, Ways
from ui.programme.entry import Entry
from ui.programme.kit import Kit

LARGEST = 1_000_000_000  # points, pieces and times, as the programme file has them
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Form = Callable[[Kit], list[Entry]]


def of_group(kit: Kit) -> Group:
    """Which goods a rule is for."""
    hint = tr("One or more, with a comma between them.")
    return Group(
        kit.theme,
        [
            NamesEntry(kit.theme, "of.sku", text=tr("Only these products"), known=kit.products, hint=hint),
            NamesEntry(kit.theme, "of.category", text=tr("Only these categories"), known=kit.categories),
            NamesEntry(kit.theme, "of.not_sku", text=tr("Not these products"), known=kit.products),
            NamesEntry(kit.theme, "of.not_category", text=tr("Not these categories"), known=kit.categories),
            TickEntry(kit.theme, "of.not_shipping", text=tr("Not for delivery")),
        ],
        text=tr("Only for some goods"),
    )


def when_group(kit: Kit, *, code: str = "when.code") -> Group:
    """When a rule applies; `code` is where its code stands."""
    theme = kit.theme
    entries: list[Entry] = [
        SomeEntry(theme, "when.weekdays", text=tr("Days of the week"), options=_days()),
        TimeEntry(theme, "when.from", text=tr("From what time"), hint=tr("Such as 16:00")),
        TimeEntry(theme, "when.to", text=tr("Until what time")),
        DayEntry(theme, "when.first_day", text=tr("First day"), today=kit.today),
        DayEntry(theme, "when.last_day", text=tr("Last day"), today=kit.today),
        _money(kit, "when.min_bill", text=tr("Bill of at least")),
        CountEntry(theme, "when.min_qty", text=tr("Pieces, at least"), most=(1, LARGEST), none=tr("any")),
        ChoiceEntry(theme, "when.occasion", text=tr("Only on the customer's day"), options=_occasions(any_day=True)),
        TextEntry(theme, code, text=tr("Only with this code")),
    ]
    if kit.tiers:
        entries.insert(7, SomeEntry(theme, "when.tiers", text=tr("Only these tiers"), options=kit.tiers))
    return Group(theme, entries, text=tr("Only at some times, or for some customers"))


def head_form(kit: Kit) -> list[Entry]:
    """[programme]"""
    return [
        TextEntry(kit.theme, "name", text=tr("Name of the programme")),
        TextEntry(kit.theme, "currency", text=tr("Currency"), hint=tr("Three letters, such as EUR.")),
        DayEntry(kit.theme, "starts", text=tr("First day of the programme"), today=kit.today),
        DayEntry(kit.theme, "ends", text=tr("Last day of the programme"), today=kit.today),
    ]


def points_form(kit: Kit) -> list[Entry]:
    """[points], but for their end"""
    theme = kit.theme
    roundings = [
        ("", tr("Leave it out")),
        ("half_up", tr("Half and more becomes a whole one")),
        ("ceil", tr("Make it a whole one")),
    ]
    bases = [
        ("", tr("What is left after points and vouchers")),
        ("full", tr("The whole bill")),
        ("none_when_redeeming", tr("Nothing, where points or a voucher pay")),
    ]
    return [
        ChoiceEntry(theme, "earn_on", text=tr("What brings points"), options=bases),
        ChoiceEntry(theme, "rounding", text=tr("Part of a point"), options=roundings),
        TickEntry(theme, "tax", text=tr("Count without the tax"), value="net"),
        CountEntry(
            theme, "pending_days", text=tr("Days until points can be spent"), most=(1, 3650), none=tr("at once")
        ),
    ]


def expire_form(kit: Kit) -> list[Entry]:
    """[points], how long they are valid"""

    def long() -> SpanEntry:
        return SpanEntry(kit.theme, "expire_after", text=tr("How long"))

    ways = [
        Way(tr("Without end")),
        Way(tr("To the end of the month"), always={"expire": "month_end"}),
        Way(tr("To the end of the year"), always={"expire": "year_end"}),
        Way(tr("For some time"), [long()], always={"expire": "after"}),
        Way(tr("For some time, and to the end of that month"), [long()], always={"expire": "month_end"}),
        Way(tr("For some time, and to the end of that year"), [long()], always={"expire": "year_end"}),
    ]
    return [Ways(kit.theme, ways, text=tr("Points are valid"))]


def redeem_form(kit: Kit) -> list[Entry]:
    """[redeem]"""
    return [
        CountEntry(kit.theme, "points", text=tr("So many points"), most=(1, LARGEST)),
        _money(kit, "worth", text=tr("take this off the bill")),
        CountEntry(kit.theme, "minimum", text=tr("Points at once, at least"), most=(1, LARGEST), none=tr("any")),
        _number(kit, "max_percent", text=tr("Of one bill, at most (percent)")),
    ]


def tiers_form(kit: Kit) -> list[Entry]:
    """[tiers]"""
    bases = [("", tr("What was paid")), ("points", tr("Points collected, spent ones too"))]
    windows = [
        ("", tr("All time")),
        ("12 months", tr("The last 12 months")),
        ("calendar_year", tr("A calendar year, and kept through the next")),
    ]
    return [
        ChoiceEntry(kit.theme, "basis", text=tr("What counts"), options=bases),
        ChoiceEntry(kit.theme, "window", text=tr("Over which time"), options=windows),
    ]


def tier_form(kit: Kit) -> list[Entry]:
    """[[tier]]"""
    return [
        TextEntry(kit.theme, "name", text=tr("Name of the tier")),
        height_entry(kit.theme, kit.programme, text=tr("Begins at"), formats=kit.formats),
        _number(kit, "multiply", text=tr("Points are multiplied by")),
        _number(kit, "discount_percent", text=tr("Off each bill (percent)")),
    ]


def earn_form(kit: Kit) -> list[Entry]:
    """[[earn]]"""
    ways = [
        Way(tr("For each full amount of"), [_money(kit, "per", text=tr("Amount"))]),
        Way(tr("For each piece"), always={"each": "unit"}),
        Way(tr("For each purchase"), always={"each": "purchase"}),
    ]
    alone = Group(
        kit.theme,
        [
            TickEntry(kit.theme, "alone", text=tr("In place of the other rules")),
            CountEntry(
                kit.theme, "priority", text=tr("Rank among such rules"), most=(-LARGEST, LARGEST), none=tr("none")
            ),
        ],
        text=tr("Not together with other rules"),
    )
    points = CountEntry(kit.theme, "points", text=tr("Points"), most=(0, LARGEST))
    return [points, Ways(kit.theme, ways, text=tr("What for")), of_group(kit), when_group(kit), alone]


def multiply_form(kit: Kit) -> list[Entry]:
    """[[multiply]]"""
    return [_number(kit, "by", text=tr("Points are multiplied by")), of_group(kit), when_group(kit)]


def bonus_form(kit: Kit) -> list[Entry]:
    """[[bonus]]"""
    points = CountEntry(kit.theme, "points", text=tr("Points on top"), most=(0, LARGEST))
    per = ChoiceEntry(
        kit.theme, "per", text=tr("How often"), options=[("", tr("Once a purchase")), ("unit", tr("For each piece"))]
    )
    return [points, per, of_group(kit), when_group(kit)]


def occasion_form(kit: Kit) -> list[Entry]:
    """[[occasion]]"""
    ways = [Way(tr("Points"), [CountEntry(kit.theme, "points", text=tr("How many points"), most=(0, LARGEST))])]
    if kit.rewards:
        reward = ChoiceEntry(kit.theme, "reward", text=tr("Which reward"), options=kit.rewards)
        ways.append(Way(tr("A voucher for a reward"), [reward]))
    return [
        ChoiceEntry(kit.theme, "on", text=tr("The customer's day"), options=_occasions()),
        Ways(kit.theme, ways, text=tr("What they get")),
        CountEntry(kit.theme, "days_before", text=tr("Days before"), most=(1, 60), none=tr("on the day")),
    ]


def referral_form(kit: Kit) -> list[Entry]:
    """[referral]"""
    none = tr("none")
    return [
        CountEntry(
            kit.theme, "points_referrer", text=tr("Points for whoever brings a customer"), most=(1, LARGEST), none=none
        ),
        CountEntry(kit.theme, "points_new", text=tr("Points for the new customer"), most=(1, LARGEST), none=none),
    ]


def returns_form(kit: Kit) -> list[Entry]:
    """[returns]"""
    options = [
        ("", tr("Take back no more than is there")),
        ("negative", tr("Let the balance fall below nothing")),
    ]
    return [ChoiceEntry(kit.theme, "overdraft", text=tr("When fewer points are left"), options=options)]


def approval_form(kit: Kit) -> list[Entry]:
    """[approval]"""
    text = tr("A second person is needed above so many points")
    return [CountEntry(kit.theme, "adjust_above", text=text, most=(0, LARGEST))]


def group_form(kit: Kit) -> list[Entry]:
    """[test_group]"""
    return [
        CountEntry(kit.theme, "every", text=tr("One new customer in"), most=(2, 10_000)),
        DayEntry(kit.theme, "since", text=tr("First day"), today=kit.today),
    ]


def _money(kit: Kit, path: str, *, text: str) -> FigureEntry:
    return FigureEntry(kit.theme, path, text=text, formats=kit.formats)


def _number(kit: Kit, path: str, *, text: str) -> FigureEntry:
    return FigureEntry(kit.theme, path, text=text, formats=kit.formats, money=False)


def _days() -> list[tuple[str, str]]:
    return [(day, short_day(number)) for number, day in enumerate(WEEKDAYS)]


def _occasions(*, any_day: bool = False) -> list[tuple[str, str]]:
    options = [("birthday", tr("Birthday")), ("name_day", tr("Name day")), ("joined", tr("Day of joining"))]
    return [("", tr("any day")), *options] if any_day else options
