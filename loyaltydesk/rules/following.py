"""What a purchase brings besides its points: vouchers for full stamp cards and the next purchase, and for a friend."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from msgspec import Struct, field

from loyaltydesk.model.customers import Standing
from loyaltydesk.model.facts import Fact, PointsGiven, Stamp, VoucherCancelled, VoucherIssued, VoucherUsed
from loyaltydesk.model.programme import NextPurchase, Programme, StampCard
from loyaltydesk.model.purchases import Basket, GiftCause, Quote, Voucher, VoucherSource
from loyaltydesk.rules.bill import BillLine, units_of
from loyaltydesk.rules.calendar import last_valid_day, valid_until
from loyaltydesk.rules.conditions import Circumstances, applies

MOST_VOUCHERS = 100  # for one stamp card at once; a slip of the finger brings no more, and other stamps wait


class Making(Struct, frozen=True):
    """Where the identities of facts and the codes of vouchers come from."""

    new_id: Callable[[], str]
    new_code: Callable[[], str]


class Following(Struct, frozen=True):
    """What is known of a customer (None: a guest) when something follows from a purchase.

    `stamps` has the stamps on each card before it, `friend` is who brought the customer while that is still to be
    thanked for, `without_offers` says that they are in the test group, `own` that they rang it up themselves.
    """

    programme: Programme
    standing: Standing | None
    stamps: Mapping[str, int] = field(default_factory=dict)
    friend: str = ""
    without_offers: bool = False
    own: bool = False

    @property
    def customer(self) -> str | None:
        """The customer's id."""
        return self.standing.customer.id if self.standing else None


def follows(
    known: Following, purchase: str, stamps: tuple[tuple[str, int], ...], *, stamp: Stamp, making: Making
) -> list[Fact]:
    """The facts that follow from a customer's purchase, whenever its points came."""
    if known.standing is None or known.own:
        return []
    return [
        *_full_cards(known, purchase, stamps, stamp=stamp, making=making),
        *_thanks(known, purchase, stamp=stamp, making=making),
    ]


def next_vouchers(
    known: Following, purchase: str, lines: list[BillLine], *, now: Circumstances, making: Making
) -> list[Fact]:
    """The vouchers that a purchase brings for the next one; a guest has those that are good for anybody."""
    day = now.at.date()
    if known.without_offers or known.own or not known.programme.runs_on(day):
        return []
    found = [
        _brought(rule, known, purchase, day=day, making=making)
        for rule in known.programme.next_purchase
        if (known.standing or rule.bearer) and (units := units_of(lines, rule.of)) and applies(rule.when, now, units)
    ]
    return [fact for voucher in found for fact in with_gift(voucher, making)]


def short_of_stamps(
    stamps: Mapping[str, int], vouchers: list[Voucher], *, new_id: Callable[[], str]
) -> Iterator[VoucherCancelled]:
    """Open vouchers for stamps that went with a return, the newest first, until no card is below nothing.

    One that was used in part stays, and the next stamps make good.
    """
    have = dict(stamps)
    for voucher in vouchers:
        begun = 0 < voucher.left < voucher.gives.money
        if have.get(voucher.stamp_card, 0) < 0 and voucher.source is VoucherSource.STAMPS and not begun:
            have[voucher.stamp_card] += voucher.stamps
            yield take_away(voucher, new_id())


def with_gift(voucher: VoucherIssued, making: Making) -> list[Fact]:
    """A new voucher; money for a good cause is given with it at once."""
    if voucher.gives.kind != "donate":
        return [voucher]
    return [voucher, VoucherUsed(id=making.new_id(), voucher=voucher.id)]


def take_away(voucher: Voucher, new_id: str) -> VoucherCancelled:
    """A voucher that nothing was paid for goes, as a fact."""
    holder = voucher.customer or voucher.payer or None
    return VoucherCancelled(id=new_id, voucher=voucher.id, customer=holder, first=voucher.first)


# --- inside


def _full_cards(
    known: Following, purchase: str, stamps: tuple[tuple[str, int], ...], *, stamp: Stamp, making: Making
) -> Iterator[Fact]:
    cards = {card.id: card for card in known.programme.stamp_cards}
    for name, units in stamps:
        card = cards[name]
        full = (known.stamps.get(name, 0) + units) // card.every
        for _ in range(min(full, MOST_VOUCHERS)):
            yield from with_gift(_brought(card, known, purchase, day=stamp.day, making=making), making)


def _brought(
    promise: StampCard | NextPurchase, known: Following, purchase: str, *, day: date, making: Making
) -> VoucherIssued:
    """The voucher that a purchase brings, for the customer or for whoever will bring it."""
    stamps = promise.every if isinstance(promise, StampCard) else 0
    return VoucherIssued(
        id=making.new_id(),
        code=making.new_code(),
        customer=None if promise.bearer else known.customer,
        payer=(known.customer or "") if promise.bearer else "",
        reward=promise.id,
        name=promise.name,
        gives=promise.gives,
        last_day=valid_until(day, promise.valid_days),
        source=VoucherSource.STAMPS if stamps else VoucherSource.NEXT_PURCHASE,
        purchase=purchase,
        stamp_card=promise.id if stamps else "",
        stamps=stamps,
    )


def _thanks(known: Following, purchase: str, *, stamp: Stamp, making: Making) -> Iterator[Fact]:
    """Points for the customer who was brought, and for who brought them."""
    referral, new = known.programme.referral, known.customer
    if not known.friend or new is None or not known.programme.runs_on(stamp.day):
        return
    last_day = last_valid_day(known.programme.points, stamp.day)
    given = (
        (new, referral.points_new, GiftCause.REFERRED),
        (known.friend, referral.points_referrer, GiftCause.REFERRAL),
    )
    for customer, points, cause in given:
        if points:
            yield PointsGiven(
                id=making.new_id(),
                customer=customer,
                points=points,
                cause=cause,
                period=new,
                purchase=purchase,
                last_day=last_day,
            )


def issued(facts: list[Fact]) -> list[VoucherIssued]:
    """The vouchers among some facts."""
    return [fact for fact in facts if isinstance(fact, VoucherIssued)]


def now_after(basket: Basket, quote: Quote, standing: Standing | None, *, stamp: Stamp) -> Circumstances:
    """What `when` asks about once a purchase is worked out."""
    codes = frozenset(code.casefold() for code in basket.codes)
    return Circumstances(stamp.at, quote.value, standing.customer if standing else None, quote.tier, codes)
