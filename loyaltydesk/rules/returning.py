"""What a return gives back and takes back: by value, counted from the start, and never by today's rules."""

from collections import deque
from collections.abc import Mapping
from fractions import Fraction

from msgspec import Struct, field

from loyaltydesk.model.customers import Standing
from loyaltydesk.model.facts import PurchaseRecorded, PurchaseReturned, Stamp
from loyaltydesk.model.programme import Rounding, Scope
from loyaltydesk.model.purchases import Asked, Line, Purchase, PurchaseState
from loyaltydesk.model.refusals import AlreadyVoided, BadRequest, ReturnTooLarge
from loyaltydesk.rules.bill import sold_lines, units_of
from loyaltydesk.rules.exact import rounded


class Sold(Struct, frozen=True):
    """A purchase as it stands, as it was recorded, and the units of each line that came back before."""

    purchase: Purchase
    fact: PurchaseRecorded
    units_back: dict[int, int]
    stamp_cards: Mapping[str, Scope] = field(default_factory=dict)  # what each of them counted then


def decide(asked: Asked, sold: Sold, *, standing: Standing | None, stamp: Stamp, overdraft: bool) -> PurchaseReturned:
    """The return as a fact (its id still empty). Raises AlreadyVoided, ReturnTooLarge or BadRequest.

    Points taken back: earned × value returned so far ÷ value of the purchase, rounded down, less what was taken
    before; a return of the rest takes the rest. Points that had been spent come back the same way. Without
    `overdraft` no more is taken than the customer has, with what comes back of it and is not over. `standing` is None
    for a guest or a forgotten customer; its purse knows what the purchase drew.
    """
    purchase = sold.purchase
    if purchase.state is PurchaseState.VOIDED:
        raise AlreadyVoided(purchase.id)
    if purchase.state is PurchaseState.RETURNED:
        raise ReturnTooLarge(0)
    lines = _places(asked.lines, sold)
    value = _value(asked, lines, sold)
    if value > purchase.returnable:
        raise ReturnTooLarge(purchase.returnable)
    closes = _everything(asked, lines, sold) or 0 < value == purchase.returnable
    so_far = Fraction(1) if closes else _share(purchase, value)
    given_back = rounded(purchase.spent * so_far) - purchase.given_back if standing else 0
    taken_back = rounded(purchase.earned * so_far) - purchase.taken_back if standing else 0
    if standing and not overdraft:
        alive = standing.purse.alive(purchase.id, given_back, stamp.day)
        taken_back = min(taken_back, max(standing.purse.total(stamp.day) + alive, 0))
    return PurchaseReturned(
        id="",
        purchase=purchase.id,
        customer=purchase.customer,
        value=value,
        refunded=rounded(purchase.due * so_far) - purchase.refunded,
        taken_back=max(taken_back, 0),
        given_back=given_back,
        lines=tuple(lines.items()),
        closes=closes,
        voided=asked.voids,
        vouchers=sold.fact.vouchers if closes else (),
        stamps=_stamps_back(sold, lines, value=value, closes=closes) if purchase.customer else (),
    )


def _value(asked: Asked, lines: dict[int, int], sold: Sold) -> int:
    if asked.amount is not None:
        if asked.amount == 0:
            raise BadRequest("amount", "amount_zero")
        return asked.amount
    if _everything(asked, lines, sold):
        return sold.purchase.returnable
    before = sold.units_back
    after = {place: before.get(place, 0) + lines.get(place, 0) for place in {*before, *lines}}
    return _units_value(sold, after) - _units_value(sold, before)


def _everything(asked: Asked, lines: dict[int, int], sold: Sold) -> bool:
    """Whether nothing was left out, or the units named are the last ones."""
    if not asked.lines:
        return asked.everything
    units = [sold.units_back.get(place, 0) + lines.get(place, 0) for place in range(len(sold.fact.lines))]
    return units == [line.qty for line in sold.fact.lines]


def _share(purchase: Purchase, value: int) -> Fraction:
    """How much of the purchase has come back with `value` more; goods without value bring nothing until all is back."""
    return Fraction(purchase.returned + value, purchase.value) if purchase.value else Fraction(0)


def _units_value(sold: Sold, units: dict[int, int]) -> int:
    """The value of so many units of each line, discounts shared out in proportion, rounded once for all of them.

    The paid units of a line come back before its free ones.
    """
    lines = sold_lines(sold.fact)
    shares = ((lines[place], count) for place, count in units.items() if lines[place].units)
    came = (Fraction(line.net * min(count, line.units)) / line.units for line, count in shares)
    return rounded(sum(came, Fraction(0)), Rounding.HALF_UP)


def _stamps_back(sold: Sold, lines: dict[int, int], *, value: int, closes: bool) -> tuple[tuple[str, int], ...]:
    """The stamps that go with a return: those of the units that came back, or by value where only a sum is known."""
    before, after = sold.units_back, {**sold.units_back}
    for place, units in lines.items():
        after[place] = after.get(place, 0) + units
    back = []
    for card, scope in sold.stamp_cards.items():
        then = _stamps_gone(sold, scope, before, returned=sold.purchase.returned)
        now = _stamps_gone(sold, scope, after, returned=sold.purchase.returned + value)
        now = units_of(sold_lines(sold.fact), scope) if closes else now
        back += [(card, now - then)] if now > then else []
    return tuple(back)


def _stamps_gone(sold: Sold, scope: Scope, units: dict[int, int], *, returned: int) -> int:
    """The stamps of these units, and the share of all of them that came back as a mere sum."""
    bought = sold_lines(sold.fact)
    whole = units_of(bought, scope)
    came = sum(min(count, bought[place].units) for place, count in units.items() if bought[place].covered(scope))
    mere = returned - _units_value(sold, units)
    by_value = rounded(Fraction(whole * mere, sold.purchase.value)) if sold.purchase.value else 0
    return min(came + max(by_value, 0), whole)


def _places(asked: tuple[tuple[str, int] | tuple[str, int, int], ...], sold: Sold) -> dict[int, int]:
    """The units that come back by their place on the bill, in its order."""
    places: dict[int, int] = {}
    left = [line.qty - sold.units_back.get(place, 0) for place, line in enumerate(sold.fact.lines)]
    meant: dict[tuple[str | int, ...], deque[int]] = {}
    for sku, units, *price in asked:
        if (sku, *price) not in meant:
            meant[sku, *price] = _meant(sold.fact.lines, sku, price)
        these = meant[sku, *price]
        while units:
            while these and not left[these[0]]:
                these.popleft()
            if not these:
                raise ReturnTooLarge(sold.purchase.returnable)
            part = min(units, left[these[0]])
            places[these[0]] = places.get(these[0], 0) + part
            left[these[0]] -= part
            units -= part
    return places


def _meant(lines: tuple[Line, ...], sku: str, price: list[int]) -> deque[int]:
    """The places of a product on the bill, only those at this price where one is named."""
    found = deque(place for place, line in enumerate(lines) if line.sku == sku and price in ([], [line.price]))
    if not found:
        raise BadRequest("lines", "not_on_bill")
    return found
