"""What a return gives back and takes back: by value, counted from the start, and never by today's rules."""

from dataclasses import dataclass
from fractions import Fraction

from loyaltydesk.model.customers import Standing
from loyaltydesk.model.facts import PurchaseRecorded, PurchaseReturned, Stamp
from loyaltydesk.model.programme import Rounding
from loyaltydesk.model.purchases import Asked, Line, Purchase, PurchaseState
from loyaltydesk.model.refusals import AlreadyVoided, BadRequest, ReturnTooLarge
from loyaltydesk.rules.exact import rounded


@dataclass(frozen=True, slots=True)
class Sold:
    """A purchase as it stands, as it was recorded, and the units of each line that came back before."""

    purchase: Purchase
    fact: PurchaseRecorded
    units_back: dict[int, int]


def decide(asked: Asked, sold: Sold, standing: Standing | None, stamp: Stamp, *, overdraft: bool) -> PurchaseReturned:
    """The return as a fact (its id still empty). Raises AlreadyVoided, ReturnTooLarge or BadRequest.

    Points taken back: earned × value returned so far ÷ value of the purchase, rounded down, less what was taken
    before; a return of the rest takes the rest. Points that had been spent come back the same way. Without
    `overdraft` no more is taken than the customer has. `standing` is None for a guest or a forgotten customer.
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
    closes = value == purchase.returnable
    so_far = Fraction(1) if closes else Fraction(purchase.returned + value, purchase.value)
    given_back = rounded(purchase.spent * so_far) - purchase.given_back if standing else 0
    taken_back = rounded(purchase.earned * so_far) - purchase.taken_back if standing else 0
    if standing and not overdraft:
        taken_back = min(taken_back, max(standing.purse.total(stamp.day) + given_back, 0))
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
    )


def _value(asked: Asked, lines: dict[int, int], sold: Sold) -> int:
    if asked.everything:
        return sold.purchase.returnable
    if asked.amount is not None:
        if asked.amount == 0:
            raise BadRequest("amount", "amount_zero")
        return asked.amount
    prices = _line_values(sold)
    came = sum((prices[place][1] * _paid(sold, place, units) for place, units in lines.items()), Fraction(0))
    everything = all(
        sold.units_back.get(place, 0) + lines.get(place, 0) == line.qty for place, line in enumerate(sold.fact.lines)
    )
    return sold.purchase.returnable if everything else rounded(came, Rounding.HALF_UP)


def _line_values(sold: Sold) -> list[tuple[Line, Fraction]]:
    """Each line with the value of one of its paid units, discounts shared out in proportion."""
    paid = [line.price * (line.qty - _free(sold.fact, place)) for place, line in enumerate(sold.fact.lines)]
    share = Fraction(sold.purchase.value, sum(paid)) if sum(paid) else Fraction(0)
    return [(line, line.price * share) for line in sold.fact.lines]


def _free(fact: PurchaseRecorded, place: int) -> int:
    return fact.free[place] if fact.free else 0


def _paid(sold: Sold, place: int, units: int) -> int:
    """How many of `units` more of a line are paid ones; the paid ones come back first."""
    line, before = sold.fact.lines[place], sold.units_back.get(place, 0)
    return max(min(units, line.qty - _free(sold.fact, place) - before), 0)


def _places(asked: tuple[tuple[str, int], ...], sold: Sold) -> dict[int, int]:
    """The units that come back by their place on the bill, in its order."""
    places: dict[int, int] = {}
    for sku, units in asked:
        left = units
        for place, line in enumerate(sold.fact.lines):
            if line.sku == sku:
                part = min(left, line.qty - sold.units_back.get(place, 0) - places.get(place, 0))
                if part:
                    places[place] = places.get(place, 0) + part
                    left -= part
        if left and not any(line.sku == sku for line in sold.fact.lines):
            raise BadRequest("lines", "not_on_bill")
        if left:
            raise ReturnTooLarge(sold.purchase.returnable)
    return places
