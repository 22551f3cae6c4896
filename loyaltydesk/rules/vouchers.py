"""Vouchers: written out for points, used once or in parts, printed again under a new code, cancelled."""

from loyaltydesk.model.customers import Standing
from loyaltydesk.model.facts import Fact, Stamp, VoucherCancelled, VoucherIssued, VoucherUsed
from loyaltydesk.model.programme import Reward
from loyaltydesk.model.purchases import Voucher, VoucherState
from loyaltydesk.model.refusals import VoucherNotUsable
from loyaltydesk.rules.calendar import valid_until
from loyaltydesk.rules.following import Making, with_gift
from loyaltydesk.rules.purchase import check_usable
from loyaltydesk.rules.redeeming import check_spending, check_voucher


def issue(reward: Reward, standing: Standing, *, stamp: Stamp, making: Making) -> list[Fact]:
    """A voucher for a reward that is offered, as facts; money for a good cause is given with it.

    Raises CardBlocked, EarnOnlyCard or NotEnoughPoints.
    """
    check_usable(standing.customer, standing.card)
    check_spending(standing.card, balance=standing.purse.balance(stamp.day), points=reward.cost)
    customer = standing.customer.id
    issued = VoucherIssued(
        id=making.new_id(),
        code=making.new_code(),
        customer=None if reward.bearer else customer,
        payer=customer if reward.bearer else "",
        reward=reward.id,
        name=reward.name,
        gives=reward.gives,
        cost=reward.cost,
        last_day=valid_until(stamp.day, reward.valid_days),
    )
    return with_gift(issued, making)


def use(voucher: Voucher, stamp: Stamp) -> VoucherUsed:
    """A voucher handed in without a purchase, all of it, as a fact (its id still empty). Raises VoucherNotUsable."""
    check_voucher(voucher, None, stamp.day)
    return VoucherUsed(id="", voucher=voucher.id, amount=voucher.left)


def cancel(voucher: Voucher, stamp: Stamp) -> VoucherCancelled:
    """A voucher taken back, its points returned, as a fact (its id still empty).

    Raises VoucherNotUsable, also for one that was used in part: its points were had for what was paid with it.
    """
    check_voucher(voucher, None, stamp.day)
    if 0 < voucher.left < voucher.gives.money:
        raise VoucherNotUsable(voucher.code, VoucherState.USED.value)
    return VoucherCancelled(
        id="",
        voucher=voucher.id,
        customer=voucher.customer or voucher.payer or None,
        first=voucher.first,
        given_back=voucher.cost,
    )


def reprint(voucher: Voucher, code: str, stamp: Stamp) -> VoucherIssued:
    """The same promise under a new code, which ends the old one, as a fact (its id still empty)."""
    check_voucher(voucher, None, stamp.day)
    return VoucherIssued(
        id="",
        code=code,
        customer=voucher.customer,
        payer=voucher.payer,
        reward=voucher.reward,
        name=voucher.name,
        gives=voucher.gives,
        cost=voucher.cost,
        last_day=voucher.last_day,
        replaces=voucher.id,
        source=voucher.source,
        purchase=voucher.purchase,
        stamp_card=voucher.stamp_card,
        stamps=voucher.stamps,
    )
