"""Gathers from the file what the rules must know of a purchase before they work it out."""

from collections.abc import Iterable
from itertools import count

from loyaltydesk.desk.core import Core
from loyaltydesk.model.customers import Customer, Standing
from loyaltydesk.model.facts import Stamp
from loyaltydesk.model.programme import Programme
from loyaltydesk.model.purchases import Basket, GiftCause
from loyaltydesk.rules.control_group import is_without_offers
from loyaltydesk.rules.following import Following, Making
from loyaltydesk.rules.promotions import Offering, Uses
from loyaltydesk.rules.purchase import Known
from loyaltydesk.rules.redeeming import Taken

NOWHERE = "00000000-0000-7000-8000-000000000000"  # the identity of what is only worked out


def imagined() -> Making:
    """Identities, each another, and codes of what is only worked out."""
    numbers = count(1)
    return Making(lambda: f"{NOWHERE[:24]}{next(numbers):012d}", str)


def making(core: Core) -> Making:
    """Where identities and voucher codes come from. Only within `writing()`."""
    return Making(core.new_id(), core.new_voucher_code)


def known(core: Core, basket: Basket, stamp: Stamp) -> Known:
    """What the rules need for a purchase. Raises UnknownCard, BadCardNumber, UnknownCustomer or UnknownVoucher."""
    standing = None
    if basket.card or basket.customer:
        standing = core.standing(stamp.day, card=basket.card, customer=basket.customer)
    vouchers = {voucher.id: voucher for code in basket.vouchers for voucher in (core.voucher(code),)}
    taken = {
        wish.reward: Taken(*core.store.vouchers.taken(wish.reward, standing.customer.id))
        for wish in basket.rewards
        if standing
    }
    version, programme = core.in_force(stamp.day)
    customer = standing.customer if standing else None
    return Known(
        programme,
        version,
        standing,
        tuple(vouchers.values()),
        taken,
        _offering(core, programme, customer),
        _stamps(core, programme, customer),
        _friend(core, programme, customer),
        own=customer is not None and core.own_cards.is_own(customer, (stamp.staff,), core.store),
    )


def following(core: Core, programme: Programme, standing: Standing, *, by: Iterable[str] = ()) -> Following:
    """What the rules need for whatever follows from a purchase that gets its customer afterwards.

    `by` are the names of who rang it up and who gives it to the customer: nobody earns by their own hands.
    """
    customer = standing.customer
    return Following(
        programme,
        standing,
        _stamps(core, programme, customer),
        _friend(core, programme, customer),
        without_offers=True,
        own=core.own_cards.is_own(customer, by, core.store),
    )


def _offering(core: Core, programme: Programme, customer: Customer | None) -> Offering:
    limited = [each.id for each in programme.promotions if each.max_uses or each.max_uses_customer]
    name = customer.id if customer else ""
    uses = {promotion: Uses(*core.store.vouchers.promoted(promotion, name)) for promotion in limited}
    return Offering(uses, without_offers=customer is not None and is_without_offers(programme, customer))


def _stamps(core: Core, programme: Programme, customer: Customer | None) -> dict[str, int]:
    return core.store.vouchers.stamps(customer.id) if customer and programme.stamp_cards else {}


def _friend(core: Core, programme: Programme, customer: Customer | None) -> str:
    """Who brought a customer that has not bought anything yet, if there are points for that and none were given."""
    referral = programme.referral
    if customer is None or not (referral.points_new or referral.points_referrer):
        return ""
    friend = core.store.customers.referrer(customer.id)
    if not friend or friend == customer.id or core.store.purchases.any_kept(customer.id):
        return ""
    given = core.store.gifts.given
    thanked = given(GiftCause.REFERRED, "", period=customer.id, customer=customer.id)
    return "" if thanked or given(GiftCause.REFERRAL, "", period=customer.id, customer=friend) else friend
