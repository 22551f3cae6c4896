"""The voucher of a campaign: what it gives, how long it is good for, what it is worth, and one written for each."""

from datetime import date
from fractions import Fraction

from msgspec.structs import replace

from loyaltydesk.desk.core import Core
from loyaltydesk.desk.knowing import NOWHERE, making
from loyaltydesk.desk.occasions import voucher_for
from loyaltydesk.model.campaigns import CampaignGift
from loyaltydesk.model.customers import Customer
from loyaltydesk.model.facts import Stamp
from loyaltydesk.model.programme import Gives, Reward
from loyaltydesk.model.purchases import VoucherSource
from loyaltydesk.model.refusals import BadRequest, UnknownReward
from loyaltydesk.rules.calendar import valid_until
from loyaltydesk.rules.following import with_gift
from loyaltydesk.rules.forecast.worth import Prices

LONGEST_NAME = 80  # letters
LONGEST = 3660  # days for which a voucher can be good
MOST_MONEY = 10**9  # minor units


class CampaignGifts:
    """Vouchers for a group of customers."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def reward(self, gift: CampaignGift, day: date) -> Reward:
        """What a voucher gives, as a reward that asks for no points; one of no id for money and percents.

        Raises UnknownReward, or BadRequest for an amount, a name or a length that makes no sense.
        """
        if gift.valid_days is not None and not 1 <= gift.valid_days <= LONGEST:
            raise BadRequest("valid_days", "wrong_value")
        if gift.reward:
            found = self._core.in_force(day)[1].rewards_by_id.get(gift.reward)
            if found is None:
                raise UnknownReward(gift.reward)
            return replace(found, valid_days=gift.valid_days or found.valid_days)
        gives = _gives(gift)
        return Reward("", _checked_name(gift.name), 0, gives, gift.valid_days)

    def room(self, reward: Reward) -> int | None:
        """How many are left of a reward; None without a limit."""
        if reward.stock is None:
            return None
        taken = self._core.store.vouchers.taken(reward.id, NOWHERE)[0]
        return max(0, reward.stock - taken)

    def last_day(self, reward: Reward, day: date) -> date | None:
        """The last day of a voucher that is written out on `day`."""
        return valid_until(day, reward.valid_days)

    def write_out(self, reward: Reward, person: Customer, stamp: Stamp) -> str:
        """A new voucher's code. Only within a transaction."""
        make = making(self._core)
        fact = voucher_for(reward, person, make, last_day=self.last_day(reward, stamp.day))
        self._core.record(with_gift(replace(fact, source=VoucherSource.CAMPAIGN), make), stamp)
        return fact.code

    def worth(self, reward: Reward, people: tuple[Customer, ...]) -> tuple[int, bool]:
        """What vouchers for these people are worth together (minor units), and whether that is a guess.

        A product counts at its price, a percentage of what each of them pays on average.
        """
        gives, sku = reward.gives, reward.gives.product
        product = self._core.store.products.by_sku(sku) if gives.kind == "product" else None
        known = {sku: product.price} if product and product.price else {}
        usual = _average(people)
        prices = Prices(self._core.programme, known, purchase=usual)
        guessed = gives.kind == "percent" or (gives.kind == "product" and not known)
        return sum(sum(prices.of(gives, _average((each,)) or usual)) for each in people), guessed


def _gives(gift: CampaignGift) -> Gives:
    if (gift.money > 0) == (gift.percent > 0) or gift.money < 0 or gift.percent < 0:
        raise BadRequest("gift", "wrong_value")
    if gift.money:
        if gift.money > MOST_MONEY:
            raise BadRequest("money", "wrong_value")
        return Gives("money", money=gift.money)
    if gift.percent > 100:
        raise BadRequest("percent", "wrong_value")
    return Gives("percent", percent=Fraction(gift.percent))


def _checked_name(name: str) -> str:
    tidy = " ".join("".join(sign if sign.isprintable() else " " for sign in name).split())
    if not tidy:
        raise BadRequest("name", "missing")
    if len(tidy) > LONGEST_NAME:
        raise BadRequest("name", "too_long")
    return tidy


def _average(people: tuple[Customer, ...]) -> int:
    """What these people pay for a purchase, on average (minor units); 0 where none of them bought anything."""
    visits = sum(each.account.visits for each in people)
    return sum(each.account.spend for each in people) // visits if visits else 0
