"""Points that move without a purchase: changed by hand, or over."""

from msgspec import Struct

from loyaltydesk.model.customers import Standing
from loyaltydesk.model.facts import PointsAdjusted, PointsExpired, Stamp
from loyaltydesk.model.lots import Purse
from loyaltydesk.model.programme import Programme
from loyaltydesk.model.refusals import BadRequest, NeedsApproval, NotEnoughPoints
from loyaltydesk.rules.calendar import last_valid_day

MOST = 10**9  # points at once


class Change(Struct, frozen=True):
    """What somebody wants to change by hand, why, and who agreed."""

    points: int
    reason: str
    approved_by: str = ""


def adjust(change: Change, programme: Programme, standing: Standing, *, stamp: Stamp) -> PointsAdjusted:
    """The change by hand as a fact (its id still empty). Raises BadRequest, NeedsApproval or NotEnoughPoints."""
    points, reason = change.points, change.reason.strip()
    if points == 0:
        raise BadRequest("points", "points_zero")
    if abs(points) > MOST:
        raise BadRequest("points", "points_too_many")
    if not reason:
        raise BadRequest("reason", "missing")
    if programme.approve_above is not None and abs(points) > programme.approve_above:
        _check_approved(change.approved_by, stamp.staff, above=programme.approve_above)
    balance = standing.purse.balance(stamp.day)
    if -points > max(balance, 0):
        raise NotEnoughPoints(balance, -points)
    return PointsAdjusted(
        id="",
        customer=standing.customer.id,
        points=points,
        reason=reason[:200],
        approved_by=change.approved_by.strip()[:120],
        last_day=last_valid_day(programme.points, stamp.day) if points > 0 else None,
    )


def _check_approved(approved_by: str, staff: str, *, above: int) -> None:
    """Raises NeedsApproval unless somebody is named who is not the one that makes the change."""
    second = approved_by.strip().casefold()
    if not second or second == staff.strip().casefold():
        raise NeedsApproval(above)


def expire(customer: str, purse: Purse, stamp: Stamp) -> PointsExpired | None:
    """The end of every lot whose last valid day is over, as a fact (its id still empty); None when there is none."""
    over = purse.overdue(stamp.day)
    return PointsExpired(id="", customer=customer, lots=tuple(lot.key for lot in over)) if over else None
