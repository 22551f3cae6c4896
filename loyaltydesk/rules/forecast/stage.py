"""One programme on its way through the past: customers and guests one by one, and what it comes to."""

from fractions import Fraction
from random import Random

from loyaltydesk.model.facts import Stamp
from loyaltydesk.model.history import PastCustomer, PastPurchase
from loyaltydesk.model.purchases import Basket
from loyaltydesk.model.refusals import Refused
from loyaltydesk.rules.control_group import is_without_offers
from loyaltydesk.rules.forecast.course import Course, Ground
from loyaltydesk.rules.forecast.tally import Figures
from loyaltydesk.rules.promotions import Offering, Uses
from loyaltydesk.rules.purchase import Known, work_out


class Stage:
    """One programme while history is played under it."""

    def __init__(self, ground: Ground, seed: int) -> None:
        """The `seed` is that of all chance in the forecast."""
        self.ground = ground
        self._customers = Figures()
        self._guests_sales = 0
        self.guests_off = [0] * ground.period.months
        self._seed = seed

    def play(self, past: PastCustomer) -> Course:
        """A customer's course; chance is the customer's own, and the same under every programme."""
        chance = Random(f"{self._seed} {past.customer.id}")
        offers = not is_without_offers(self.ground.programme, past.customer)
        course = Course(self.ground, past, chance=chance, offers=offers)
        course.run()
        self._customers = self._customers.plus(course.figures)
        return course

    def sell(self, purchase: PastPurchase) -> None:
        """A purchase without a card: there may be promotions for everybody."""
        self._guests_sales += purchase.stays(purchase.total)
        if self.ground.programme.promotions:
            month = self.ground.period.month(purchase.at.date())
            self.guests_off[month] += purchase.stays(self._off(purchase))

    @property
    def figures(self) -> Figures:
        """What it came to."""
        guests = Figures(guests_sales=self._guests_sales, guests_off=sum(self.guests_off))
        return self._customers.plus(guests)

    def _off(self, purchase: PastPurchase) -> int:
        promoted = self.ground.promoted
        offering = Offering({name: Uses(times) for name, times in promoted.items()})
        basket = Basket(purchase.lines, discount=purchase.discount, codes=purchase.codes)
        try:
            done = work_out(basket, Known(self.ground.programme, 0, offering=offering), Stamp(purchase.at))
        except Refused:
            return 0
        for each in done.cut.taken:
            promoted[each.promotion] = promoted.get(each.promotion, 0) + 1
        return sum(each.off for each in done.cut.taken)

    def point_worth(self) -> tuple[Fraction, Fraction]:
        """What a point is worth in goods and in money: as the points used were, or as the cheapest thing is."""
        figures, programme = self.figures, self.ground.programme
        if figures.used:
            return Fraction(figures.used_goods, figures.used), Fraction(figures.used_money, figures.used)
        rewards = [reward for reward in programme.rewards if reward.cost > 0]
        if rewards:
            reward = min(rewards, key=lambda each: each.cost)
            worth = self.ground.prices.of(reward.gives)
            return Fraction(worth.goods, reward.cost), Fraction(worth.money, reward.cost)
        redeem = programme.redeem
        return Fraction(0), Fraction(redeem.worth, redeem.points) if redeem else Fraction(0)
