"""What is behind an entry of the statement, in sentences: why so many points, for what, and by whom."""

from collections.abc import Iterator

from msgspec import Struct

from loyaltydesk.desk import Desk
from loyaltydesk.model.facts import (
    CustomersMerged,
    Fact,
    GiftTakenBack,
    HouseholdFormed,
    HouseholdLeft,
    PointsAdjusted,
    PurchaseAttached,
    PurchaseRecorded,
    PurchaseReturned,
    VoucherCancelled,
    VoucherIssued,
)
from loyaltydesk.model.lots import EntryKind
from loyaltydesk.model.purchases import Entry, TakenReward, Why
from loyaltydesk.words import mark, tr
from loyaltydesk.words.reasons import points_text, why_text
from ui.seams.formats import QtFormats
from ui.seams.people import grouped

JOINED: dict[type[Fact], str] = {
    CustomersMerged: mark("Two records were one person, and were merged."),
    HouseholdFormed: mark("The points of a household came together."),
    HouseholdLeft: mark("Somebody left the household; the points stayed with it."),
    GiftTakenBack: mark("The purchase that brought these points was taken back."),
}


class Behind(Struct, frozen=True):
    """A headline, the reasons line by line, and who did it when."""

    title: str
    lines: tuple[str, ...]
    by: str


def behind(desk: Desk, entry: Entry, formats: QtFormats) -> Behind:
    """What is behind `entry`."""
    found = desk.accounts.behind(entry)
    title = tr("Why these points") if entry.kind is EntryKind.EARNED else tr("What happened")
    stamp, by = found.stamp, formats.moment(found.stamp.at)
    if stamp.staff:
        by = tr("{when}, by {name}").format(when=by, name=stamp.staff)
    return Behind(title, tuple(_lines(found.fact, entry, formats)), by)


def _lines(fact: Fact, entry: Entry, formats: QtFormats) -> Iterator[str]:
    if isinstance(fact, PurchaseRecorded | PurchaseAttached):
        yield from _purchase(fact, entry, formats)
    elif isinstance(fact, PurchaseReturned):
        yield from _returned(fact, formats)
    elif isinstance(fact, PointsAdjusted):
        yield tr("Reason: {reason}").format(reason=fact.reason)
        if fact.approved_by:
            yield tr("Approved by {name}").format(name=fact.approved_by)
    elif isinstance(fact, VoucherIssued):
        yield tr("Voucher {code}: {reward}").format(code=grouped(fact.code), reward=fact.name)
    elif isinstance(fact, VoucherCancelled):
        yield tr("A voucher was cancelled, and its points came back.")
    elif type(fact) in JOINED:
        yield tr(JOINED[type(fact)])
    elif entry.kind is EntryKind.EXPIRED:
        yield tr("The last day on which these points could be spent is over.")


def _purchase(fact: PurchaseRecorded | PurchaseAttached, entry: Entry, formats: QtFormats) -> Iterator[str]:
    if isinstance(fact, PurchaseAttached):
        yield tr("The card was forgotten at the till, and the points were added later.")
    else:
        yield tr("Purchase of {sum}").format(sum=formats.money(fact.total))
    if entry.kind is EntryKind.SPENT and isinstance(fact, PurchaseRecorded):
        yield tr("{sum} were paid with points").format(sum=formats.money(fact.by_points))
    elif entry.kind is EntryKind.REWARD and isinstance(fact, PurchaseRecorded):
        yield from (_reward(reward, formats) for reward in fact.rewards)
    else:
        yield from (_why(step, formats) for step in fact.why)


def _why(step: Why, formats: QtFormats) -> str:
    return why_text(step, formats)


def _reward(reward: TakenReward, formats: QtFormats) -> str:
    points = points_text(reward.cost, formats)
    return tr("{reward} × {times}: {points}").format(reward=reward.name, times=reward.times, points=points)


def _returned(fact: PurchaseReturned, formats: QtFormats) -> Iterator[str]:
    if fact.voided:
        yield tr("The purchase was taken back.")
    else:
        yield tr("Goods for {sum} were brought back.").format(sum=formats.money(fact.value))
    if fact.refunded:
        yield tr("{sum} were paid out.").format(sum=formats.money(fact.refunded))
