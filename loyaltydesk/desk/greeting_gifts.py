"""The voucher inside a greeting: written out once, and the programme's own where that gives one for the day anyway."""

from collections.abc import Iterator
from datetime import date, timedelta

from loyaltydesk.desk.campaign_book import CampaignBook
from loyaltydesk.desk.core import Core
from loyaltydesk.desk.greeting_choices import GreetingChoices
from loyaltydesk.desk.knowing import making
from loyaltydesk.desk.occasions import CAUGHT_UP, Occasions, voucher_for
from loyaltydesk.model.facts import RecordSaved, Stamp
from loyaltydesk.model.greetings import Greeting, Occasion
from loyaltydesk.model.programme import OccasionRule, Programme, Reward
from loyaltydesk.model.purchases import GiftCause, Voucher, VoucherState
from loyaltydesk.model.refusals import UnknownReward
from loyaltydesk.rules.calendar import valid_until
from loyaltydesk.rules.control_group import is_without_offers
from loyaltydesk.rules.following import with_gift

KIND, FIELD = "greeting_gift", "voucher"
_RULES_ON = {
    Occasion.BIRTHDAY: "birthday", Occasion.NAME_DAY: "name_day", Occasion.ANNIVERSARY: "joined",
}  # fmt: skip


class GreetingGifts:
    """Vouchers inside greetings, a record for each greeting that has one."""

    def __init__(self, core: Core, choices: GreetingChoices) -> None:
        self._core = core
        self._choices = choices
        self._occasions = Occasions(core)
        self._book = CampaignBook(core)

    def gift(self, greeting: Greeting, stamp: Stamp | None = None) -> Voucher | None:
        """The voucher inside, written out at the first time; None when none lies inside, or it was used since.

        Raises UnknownReward.
        """
        stamp = stamp or self._core.stamp()
        if greeting.campaign:  # which wrote it out when it was begun
            return self._open(self._code(greeting))
        with self._core.writing():
            reward = self._choices.design(greeting.key).reward
            code = self._code(greeting) if reward else ""
            if not code and self._may_have(greeting, reward):
                code = self._write_out(greeting, reward, stamp)
                saved = RecordSaved(id=self._core.new_id()(), kind=KIND, record=greeting.id, fields={FIELD: code})
                self._core.record([saved], stamp)
        return self._open(code)

    def inside(self, greeting: Greeting) -> Voucher | None:
        """The voucher that was written out for a greeting, by it or by the programme, while it can be used."""
        if greeting.campaign:
            return self._open(self._code(greeting))
        reward = self._choices.design(greeting.key).reward
        return self._open(self._found(greeting, reward))

    def planned(self, greeting: Greeting, reward: str) -> Voucher | None:
        """What lies inside, or will once it is written out for the chosen reward (it has no code then); None where
        nothing does.
        """
        if greeting.campaign:
            return self._open(self._code(greeting))
        code = self._found(greeting, reward)
        if code or not self._may_have(greeting, reward):
            return self._open(code)
        rule = self._own_rule(greeting)
        if rule and self._has_had(rule, greeting):  # there is no second one
            return None
        found = self._reward(greeting, reward)
        return self._blank(found, greeting) if found else None

    def points(self, greeting: Greeting) -> int:
        """The points that the programme gives for the occasion of a greeting."""
        if greeting.customer.blocked or is_without_offers(self._programme(greeting), greeting.customer):
            return 0
        return sum(rule.points for rule in self._rules(greeting))

    # --- inside

    def _programme(self, greeting: Greeting) -> Programme:
        return self._core.in_force(greeting.day)[1]

    def _rules(self, greeting: Greeting) -> Iterator[OccasionRule]:
        """The programme's rules for the occasions of a greeting."""
        programme = self._programme(greeting)
        kept = {_RULES_ON.get(each) for each in (greeting.occasion, greeting.also) if each}
        if programme.runs_on(greeting.day):
            yield from (rule for rule in programme.occasions if rule.on in kept)

    def _own_rule(self, greeting: Greeting) -> OccasionRule | None:
        """The programme's own rule that gives a voucher for the occasion."""
        return next((rule for rule in self._rules(greeting) if rule.reward), None)

    def _may_have(self, greeting: Greeting, reward: str) -> bool:
        if not reward or greeting.customer.blocked:
            return False
        return not is_without_offers(self._programme(greeting), greeting.customer)

    def _reward(self, greeting: Greeting, chosen: str) -> Reward | None:
        """The reward whose voucher lies inside: the programme's own for the day before the chosen one."""
        rule = self._own_rule(greeting)
        return self._programme(greeting).rewards_by_id.get(rule.reward if rule else chosen)

    def _found(self, greeting: Greeting, reward: str) -> str:
        """The code of what lies inside already; empty for nothing."""
        code = self._code(greeting) if reward else ""
        return code or (self._given_already(greeting) if self._may_have(greeting, reward) else "")

    def _blank(self, reward: Reward, greeting: Greeting) -> Voucher:
        """A voucher before it is written out."""
        whose, last_day = None if reward.bearer else greeting.customer.id, self._last_day(reward, greeting)
        return Voucher(
            "", "", whose, reward.id, reward.name, reward.gives, 0, self._core.now(), last_day, VoucherState.OPEN, ""
        )

    def _code(self, greeting: Greeting) -> str:
        """The voucher that is kept for a greeting, also for one to a record that went into this customer's."""
        if greeting.campaign:
            return self._book.voucher(greeting.campaign, greeting.customer.id)
        begin, _, customer = greeting.id.rpartition("/")
        for record in (customer, *self._core.store.households.merged_into(customer)):
            if code := self._core.store.records.fields(KIND, f"{begin}/{record}").get(FIELD, ""):
                return str(code)
        return ""

    def _given_already(self, greeting: Greeting) -> str:
        """The voucher that the programme gave for this day; empty when it has given none."""
        rule = self._own_rule(greeting)
        if rule is None or not self._has_had(rule, greeting):
            return ""
        first = greeting.day - timedelta(days=rule.days_before + CAUGHT_UP)
        last = greeting.day + timedelta(days=CAUGHT_UP)
        found = [
            voucher.code
            for voucher in self._core.store.greetings.vouchers_given(greeting.customer.id, rule.reward)
            if first <= voucher.issued.date() <= last
        ]
        elsewhere = self._core.store.records.filled(KIND, FIELD).values() if len(found) > 1 else ()
        return next((code for code in found if code not in elsewhere), "")

    def _write_out(self, greeting: Greeting, chosen: str, stamp: Stamp) -> str:
        """A new voucher; the programme's own where it has a rule for the day, and no second one."""
        rule, reward = self._own_rule(greeting), self._reward(greeting, chosen)
        if rule and self._has_had(rule, greeting):
            return self._given_already(greeting)
        if rule:
            return self._occasions.give_ahead(rule, greeting.customer, kept=greeting.day, stamp=stamp)
        if reward is None:
            raise UnknownReward(chosen)
        make = making(self._core)
        fact = voucher_for(reward, greeting.customer, make, last_day=self._last_day(reward, greeting))
        self._core.record(with_gift(fact, make), stamp)
        return fact.code

    def _has_had(self, rule: OccasionRule, greeting: Greeting) -> bool:
        return self._core.store.gifts.given(
            GiftCause.OCCASION, rule.id, period=str(greeting.day.year), customer=greeting.customer.id
        )

    def _last_day(self, reward: Reward, greeting: Greeting) -> date | None:
        """It is good for as long as the reward says, from the day of the greeting on."""
        return valid_until(max(self._core.now().date(), greeting.day), reward.valid_days)

    def _open(self, code: str) -> Voucher | None:
        voucher = self._core.store.vouchers.by_code(code) if code else None
        if voucher is None:
            return None
        newest = self._core.store.greetings.in_place_of(voucher)
        return newest if newest.state_on(self._core.now().date()) is VoucherState.OPEN else None
