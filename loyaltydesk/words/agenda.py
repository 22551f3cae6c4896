"""The owner's list for today in words."""

from loyaltydesk.model.agenda import Matter, MatterKind, Urgency
from loyaltydesk.words.catalogue import tr, tr_n
from loyaltydesk.words.formats import Formats
from loyaltydesk.words.saying import Saying
from loyaltydesk.words.voices import shortened


def matter_saying(matter: Matter, formats: Formats) -> Saying:
    """What waits, and what the first of it is about."""
    count = matter.count
    headlines = {
        MatterKind.VOICE_OVERDUE: tr_n("{n} answer is overdue", "{n} answers are overdue", count),
        MatterKind.PROMISE_OVERDUE: tr_n("{n} promise is overdue", "{n} promises are overdue", count),
        MatterKind.UNUSUAL: tr_n("{n} unusual thing at the till", "{n} unusual things at the till", count),
        MatterKind.VOICE_DUE: tr_n("{n} answer is due soon", "{n} answers are due soon", count),
        MatterKind.PROMISE_DUE: tr_n("{n} promise to keep now", "{n} promises to keep now", count),
        MatterKind.PARTNER_REMINDER: _of_partners(matter.urgency, count),
        MatterKind.WARRANTY_ENDS: tr_n("{n} warranty ends soon", "{n} warranties end soon", count),
        MatterKind.BALANCES_OLD: tr("The printed balance list is over 30 days old"),
    }
    return Saying(headlines[matter.kind].format(n=formats.number(count)), _first(matter, formats))


def _of_partners(urgency: Urgency, count: int) -> str:
    """What is past its day, what is for today, and agreements that run out one of these days."""
    match urgency:
        case Urgency.LATE:
            return tr_n("{n} reminder about a partner is late", "{n} reminders about partners are late", count)
        case Urgency.SOON:
            return tr_n("{n} reminder about a partner", "{n} reminders about partners", count)
        case _:
            return tr_n("{n} agreement ends soon", "{n} agreements end soon", count)


def _first(matter: Matter, formats: Formats) -> str:
    """Whom the first is about, its words, and its day."""
    said = [shortened(words) for words in (matter.name, matter.text) if words]
    return " · ".join([*said, formats.day(matter.day)] if matter.day else said)
