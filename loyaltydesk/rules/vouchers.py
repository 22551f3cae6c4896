"""Vouchers: written out for points, used once, printed again under a new code, cancelled."""

from loyaltydesk.model.customers import Standing
from loyaltydesk.model.facts import Stamp, VoucherCancelled, VoucherIssued, VoucherUsed
from loyaltydesk.model.programme import Reward
from loyaltydesk.model.purchases import Voucher
from loyaltydesk.rules.calendar import days_after
from loyaltydesk.rules.purchase import check_usable
from loyaltydesk.rules.redeeming import check_spending, check_voucher


def issue(reward: Reward, standing: Standing, *, code: str, stamp: Stamp) -> VoucherIssued:
    """A voucher for a reward that is offered, as a fact (its id still empty).

    Raises CardBlocked, EarnOnlyCard or NotEnoughPoints.
    """
    check_usable(standing.customer, standing.card)
    check_spending(standing.card, balance=standing.purse.balance(stamp.day), points=reward.cost)
    return VoucherIssued(
        id="",
        code=code,
        customer=standing.customer.id,
        reward=reward.id,
        name=reward.name,
        gives=reward.gives,
        cost=reward.cost,
        last_day=None if reward.valid_days is None else days_after(stamp.day, reward.valid_days),
    )


def use(voucher: Voucher, stamp: Stamp) -> VoucherUsed:
    """A voucher handed in without a purchase, as a fact (its id still empty). Raises VoucherNotUsable."""
    check_voucher(voucher, None, stamp.day)
    return VoucherUsed(id="", voucher=voucher.id)


def cancel(voucher: Voucher, stamp: Stamp) -> VoucherCancelled:
    """A voucher taken back, its points returned, as a fact (its id still empty). Raises VoucherNotUsable."""
    check_voucher(voucher, None, stamp.day)
    return VoucherCancelled(
        id="", voucher=voucher.id, customer=voucher.customer, first=voucher.first, given_back=voucher.cost
    )


def reprint(voucher: Voucher, code: str, stamp: Stamp) -> VoucherIssued:
    """The same promise under a new code, which ends the old one, as a fact (its id still empty)."""
    check_voucher(voucher, None, stamp.day)
    return VoucherIssued(
        id="",
        code=code,
        customer=voucher.customer,
        reward=voucher.reward,
        name=voucher.name,
        gives=voucher.gives,
        cost=voucher.cost,
        last_day=voucher.last_day,
        replaces=voucher.id,
    )
