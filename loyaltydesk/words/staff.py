"""The staff in words: what is counted, how far a month is, what looks unusual, and the bonus list."""

from datetime import date

from loyaltydesk.model.staff import Deed, Role, Score, Unusual, UnusualKind
from loyaltydesk.words.catalogue import Words, active, mark, tr, tr_n
from loyaltydesk.words.formats import Formats

DEEDS = {
    Deed.CARD: mark("Cards given out"),
    Deed.ADDRESS: mark("Addresses completed"),
    Deed.VOUCHER: mark("Vouchers used"),
    Deed.GREETING: mark("Greetings handed over"),
    Deed.PRAISE: mark("Praise by name"),
}

# What counts, said to whoever sets the goals.
HOW_COUNTED = {
    Deed.CARD: mark("A customer's first card. A second or a replaced one does not count."),
    Deed.ADDRESS: mark("A phone, an e-mail or a postal address where there was none, each once, while it is there."),
    Deed.VOUCHER: mark("A voucher that was handed in, once. One that came back with its purchase does not count."),
    Deed.GREETING: mark("A greeting marked as sent or handed over, for who did it first."),
    Deed.PRAISE: mark("Praise that names the person and was written down by somebody else."),
}

ROLES = {Role.CASHIER: mark("Cashier"), Role.OWNER: mark("Owner")}

STAFF_REASONS = {
    "staff_nameless": mark("Type the name of the person."),
    "staff_name_too_long": mark("A name on the staff list has 40 letters at most."),
    "staff_name_taken": mark("Somebody on the staff list has this name already."),
    "staff_gone": mark("Nobody on the staff list is meant."),
    "staff_too_many": mark("The staff list has room for 200 people."),
    "goal_range": mark("A goal is a number between 0 and 100,000."),
    "bonus_range": mark("A bonus cannot be less than nothing, nor so large."),
    "month_unreadable": mark("This is no month. Write it as 2026-03."),
}

MONTHS = (
    mark("January {year}"),
    mark("February {year}"),
    mark("March {year}"),
    mark("April {year}"),
    mark("May {year}"),
    mark("June {year}"),
    mark("July {year}"),
    mark("August {year}"),
    mark("September {year}"),
    mark("October {year}"),
    mark("November {year}"),
    mark("December {year}"),
)


def month_text(month: date, words: Words | None = None) -> str:
    """A month by its name: March 2026."""
    return (words or active()).tr(MONTHS[month.month - 1]).format(year=month.year)


def team_text(score: Score, formats: Formats) -> str:
    """How far the team is with one deed this month, in one line."""
    count, goal = formats.number(score.count), formats.number(score.goal)
    sentences = {
        Deed.CARD: tr("Team: {count} of {goal} cards this month"),
        Deed.ADDRESS: tr("Team: {count} of {goal} addresses this month"),
        Deed.VOUCHER: tr("Team: {count} of {goal} vouchers this month"),
        Deed.GREETING: tr("Team: {count} of {goal} greetings this month"),
        Deed.PRAISE: tr("Team: {count} of {goal} kind words this month"),
    }
    return sentences[score.deed].format(count=count, goal=goal)


def done_text(deed: Deed, what: str) -> str:
    """What was done within a sentence: cards given out: 3 of 5."""
    sentences = {
        Deed.CARD: tr("cards given out: {what}"),
        Deed.ADDRESS: tr("addresses completed: {what}"),
        Deed.VOUCHER: tr("vouchers used: {what}"),
        Deed.GREETING: tr("greetings handed over: {what}"),
        Deed.PRAISE: tr("praise by name: {what}"),
    }
    return sentences[deed].format(what=what)


def score_text(score: Score, formats: Formats) -> str:
    """A count, with its goal where there is one."""
    count = formats.number(score.count)
    return tr("{count} of {goal}").format(count=count, goal=formats.number(score.goal)) if score.goal else count


def unusual_title(found: Unusual, formats: Formats) -> str:
    """What was found, in one sentence."""
    number, name = formats.number(found.count), found.staff or tr("Nobody by name")
    if found.kind is UnusualKind.OWN_CARD:
        text = tr_n("{name}: {n} purchase on their own card", "{name}: {n} purchases on their own card", found.count)
    elif found.kind is UnusualKind.MANY_BACK:
        text = tr_n("{name}: {n} purchase taken back", "{name}: {n} purchases taken back", found.count)
    elif found.kind is UnusualKind.MANY_ADJUSTMENTS:
        text = tr_n("{name}: points changed by hand {n} time", "{name}: points changed by hand {n} times", found.count)
    else:
        text = tr_n("{n} purchase of one customer on {day}", "{n} purchases of one customer on {day}", found.count)
    return text.format(name=name, n=number, day=formats.day(found.last))


def unusual_detail(found: Unusual, formats: Formats, *, customer: str = "") -> str:
    """What it means, by which rule it was found, and whom it is about (`customer` is a name)."""
    if found.kind is UnusualKind.OWN_CARD:
        text = tr("They brought no points. The last was on {day}, for {customer}.")
    elif found.kind is UnusualKind.BUSY_CARD:
        text = tr("{customer}; recorded by {name}. Five or more on one day are listed.")
    else:
        text = tr(
            "{own} in 1,000 purchases, the others {others}. Five or more, and over three times as often, are listed; "
            "the last was on {day}."
        )
    return text.format(
        day=formats.day(found.last),
        customer=customer or tr("somebody who was forgotten"),
        name=found.staff or tr("nobody by name"),
        own=formats.number(found.per_purchases),
        others=formats.number(found.others),
    )
