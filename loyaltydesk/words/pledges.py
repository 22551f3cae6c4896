"""Promises and warranties in words: how they stand, when their day is, and what is said at the till."""

from datetime import date

from loyaltydesk.model.pledges import Pledge, PledgeKind, PledgeState
from loyaltydesk.words.catalogue import mark, tr, tr_n
from loyaltydesk.words.formats import Formats
from loyaltydesk.words.saying import Saying
from loyaltydesk.words.voices import shortened

PLEDGES = {PledgeKind.PROMISE: mark("Promise"), PledgeKind.WARRANTY: mark("Warranty")}

STATES = {
    (PledgeKind.PROMISE, PledgeState.OPEN): mark("To be kept"),
    (PledgeKind.PROMISE, PledgeState.KEPT): mark("Kept"),
    (PledgeKind.PROMISE, PledgeState.BROKEN): mark("Not kept"),
    (PledgeKind.WARRANTY, PledgeState.OPEN): mark("Runs"),
    (PledgeKind.WARRANTY, PledgeState.KEPT): mark("Closed"),
    (PledgeKind.WARRANTY, PledgeState.BROKEN): mark("Closed"),
}

PLEDGE_REASONS = {
    "pledge_missing": mark("Write down in a few words what was promised, or for what the warranty is."),
    "pledge_gone": mark("There is no such promise, or it was forgotten with its customer."),
}


_SETTLED = {PledgeKind.PROMISE: mark("Kept: “{what}”"), PledgeKind.WARRANTY: mark("They know of the warranty: {what}")}


def state_text(pledge: Pledge, today: date) -> str:
    """How it stands today, in a word or two."""
    if pledge.is_overdue(today):
        return tr("Overdue")
    if pledge.is_open and pledge.until < today:
        return tr("Over")
    return tr(STATES[pledge.kind, pledge.state])


def day_text(days: int, formats: Formats) -> str:
    """How many days it is to a day; it was so many days ago where they are below 0."""
    if days == 0:
        return tr("today")
    if days == 1:
        return tr("tomorrow")
    if days == -1:
        return tr("yesterday")
    if days < 0:
        return tr_n("{n} day ago", "{n} days ago", -days).format(n=formats.number(-days))
    return tr_n("in {n} day", "in {n} days", days).format(n=formats.number(days))


def pledge_saying(pledge: Pledge, days: int, formats: Formats) -> Saying:
    """What there is to say of it so many days before its day, for the one at the till."""
    what, when = shortened(pledge.text), day_text(days, formats)
    if not pledge.is_open:
        return Saying(tr(_SETTLED[pledge.kind]).format(what=what), tr("Was that a slip? It can be taken back"))
    if pledge.kind is PledgeKind.WARRANTY:
        headline = tr("A warranty ends {when}: {what}").format(when=when, what=what)
        return Saying(headline, tr("Ask whether everything is all right with it"))
    headline = tr("Promised for {day}: “{what}”").format(day=formats.day(pledge.until), what=what)
    if days < 0:
        return Saying(headline, tr("It is late: say sorry, and see to it now"))
    return Saying(headline, tr("See whether it can be kept now"))
