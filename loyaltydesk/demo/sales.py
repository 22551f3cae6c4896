"""What happens at the demo shop's counter: bills, points spent and saved, vouchers, and things that go wrong."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from msgspec.structs import replace

from loyaltydesk.demo.goods import goods
from loyaltydesk.demo.members import Member, Members
from loyaltydesk.demo.stage import Year
from loyaltydesk.desk import Desk
from loyaltydesk.desk.till import Done
from loyaltydesk.model.programme import Gives, Reward
from loyaltydesk.model.purchases import Asked, Basket, RewardWish, Voucher, VoucherState
from loyaltydesk.model.refusals import BelowMinimum, NotEnoughPoints

Later = Callable[[timedelta, Callable[[], None]], None]  # does something so long after now


class Sales:
    """The counter of the demo shop."""

    def __init__(self, desk: Desk, year: Year, members: Members, *, later: Later) -> None:
        self._desk = desk
        self._reasons = year.stage.reasons
        self._chance = year.chance
        self._members = members
        self._later = later
        self._count = 0  # purchases with a card
        self._goods = goods(year.stage.language, desk.shop.programme.currency)
        self._rewards = desk.shop.programme.rewards
        self._codes = tuple(each.when.code for each in desk.shop.programme.promotions if each.when.code)
        self._strangers = Member("", "")  # everybody without a card: their slips bring vouchers too

    def guest(self) -> None:
        """Somebody without a card; a few of them find it at home and have their points added later."""
        plain = Basket(self._goods.bill(self._chance, 2))
        done = self._desk.till.record(self._with_voucher(self._strangers, plain) or plain)
        self._strangers.vouchers += [voucher.code for voucher in done.issued]
        if self._chance.random() < 0.3:
            wait = self._chance.choice((timedelta(minutes=20), timedelta(days=1)))
            self._later(wait, partial(self._attach, done.purchase))

    def customer(self, member: Member, things: int, *, saves: bool = False) -> None:
        """A customer's visit: the purchase, and what follows from it. One who `saves` keeps the points."""
        plain = self._plain(member, things)
        basket = self._with_voucher(member, plain) or (plain if saves else self._spending(member, plain))
        try:
            done = self._desk.till.record(basket)
        except (NotEnoughPoints, BelowMinimum):  # some of the points have ended since the last visit
            done = self._desk.till.record(plain)
        member.balance = done.balance or 0
        member.vouchers += [voucher.code for voucher in done.issued]
        self._aftermath(member, done, saves=saves)

    def promise(self, member: Member, reward: Reward) -> str:
        """The customer exchanges points for a voucher: its code, empty when the points are not enough."""
        try:
            voucher = self._desk.rewards.redeem(reward.id, customer=member.id)
        except NotEnoughPoints:
            return ""
        member.balance -= reward.cost
        return voucher.code

    def make_good(self, member: Member, points: int) -> None:
        """The customer is given points for a trouble they had or took."""
        member.balance = self._desk.customers.adjust(member.id, points, reason=self._chance.choice(self._reasons))

    def put_on_the_shelf(self) -> None:
        """The products are on the list before the first day."""
        for product in self._goods.products:
            self._desk.products.save(product)

    # --- inside

    def _plain(self, member: Member, things: int) -> Basket:
        """A bill; one customer in eight is found by name, for the card is at home, and some newcomers know a code."""
        lines = self._goods.bill(self._chance, things)
        codes = self._codes if member.visits == 1 and self._chance.random() < 0.3 else ()
        if self._chance.random() < 0.12:
            return Basket(lines, customer=member.id, codes=codes)
        return Basket(lines, card=member.card, codes=codes)

    def _spending(self, member: Member, plain: Basket) -> Basket:
        """A bill, sometimes with a reward at once, or points as money."""
        dice = self._chance.random()
        reach = [reward for reward in self._rewards if reward.cost <= member.balance]
        rules = self._desk.shop.programme.redeem
        if reach and dice > 0.9:
            return self._using(plain, reach[-1].gives, rewards=(RewardWish(reach[-1].id),))
        if rules and member.balance >= 2 * rules.minimum and dice > 0.84:
            return replace(plain, redeem_points=rules.minimum)
        return plain

    def _with_voucher(self, member: Member, plain: Basket) -> Basket | None:
        """The bill with the oldest voucher, mostly, if there is one; a torn one is printed again first."""
        voucher = self._at_home(member.vouchers)
        if voucher is None or self._chance.random() > 0.7:
            return None
        if self._chance.random() < 0.06:
            member.vouchers[0] = self._desk.rewards.reprint(voucher.code).code
        return self._using(plain, voucher.gives, vouchers=(member.vouchers[0],))

    def _at_home(self, codes: list[str]) -> Voucher | None:
        """The oldest voucher that can still be used; what is used up or over goes into the bin."""
        day = self._desk.now().date()
        while codes:
            voucher = self._desk.rewards.voucher(codes[0])
            if voucher.state_on(day) is VoucherState.OPEN:
                return voucher
            codes.pop(0)
        return None

    def _using(
        self, plain: Basket, gives: Gives, *, rewards: tuple[RewardWish, ...] = (), vouchers: tuple[str, ...] = ()
    ) -> Basket:
        """The bill with a reward or a voucher, and with what that makes free."""
        lines = self._goods.with_one(plain.lines, gives.product)
        return replace(plain, lines=lines, rewards=rewards, vouchers=vouchers)

    def _aftermath(self, member: Member, done: Done, *, saves: bool) -> None:
        """By turns, so that even a small shop has seen it all."""
        self._count += 1
        minutes = timedelta(minutes=self._chance.randrange(2, 9))
        if self._count % 149 == 40:
            self._later(minutes, partial(self._bring_back, done.purchase, Asked(voids=True)))
        elif self._count % 167 == 60:
            self._later(minutes * 9, partial(self._bring_back, done.purchase, Asked()))
        elif self._count % 83 == 20 and done.quote.value > 1:
            self._later(minutes * 9, partial(self._bring_back, done.purchase, Asked(amount=done.quote.value // 2)))
        elif self._count % 127 == 50:
            self.make_good(member, self._chance.choice((20, 50, 100)))
        elif self._count % 16 == 7 and not saves:
            self._take_home(member)

    def _take_home(self, member: Member) -> None:
        reach = [reward for reward in self._rewards if reward.cost <= member.balance and reward.valid_days]
        code = self.promise(member, self._chance.choice(reach)) if reach else ""
        if code and self._chance.random() < 0.04:  # changed their mind
            self._desk.rewards.cancel(code)
        elif code:
            member.vouchers.append(code)

    def _bring_back(self, purchase: str, asked: Asked) -> None:
        self._desk.till.bring_back(self._desk.till.purchase(purchase), asked)

    def _attach(self, purchase: str) -> None:
        member, bought = self._members.somebody(), self._desk.till.purchase(purchase)
        if member and self._desk.customers.get(member.id).registered <= bought.at:
            self._desk.till.attach(bought, customer=member.id)
