"""Campaigns at the desk: begun for a group of customers, each once, watched for what comes of them, and stopped."""

import json
from collections.abc import Iterable
from datetime import date, timedelta

from msgspec.structs import replace

from loyaltydesk.desk.campaign_book import CampaignBook
from loyaltydesk.desk.campaign_gifts import CampaignGifts
from loyaltydesk.desk.campaign_outcome import CampaignOutcome
from loyaltydesk.desk.campaign_words import CampaignWords
from loyaltydesk.desk.core import Core
from loyaltydesk.desk.greeting_choices import GreetingChoices
from loyaltydesk.desk.greeting_marks import GreetingMarks
from loyaltydesk.model.campaigns import (
    MOST,
    Campaign,
    CampaignKind,
    CampaignResult,
    Chosen,
    Member,
    Plan,
)
from loyaltydesk.model.customers import Customer
from loyaltydesk.model.facts import Stamp
from loyaltydesk.model.greetings import Greeting, Occasion, State
from loyaltydesk.model.programme import Reward
from loyaltydesk.model.purchases import Voucher, VoucherState
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.rules import greeting_due, vouchers
from loyaltydesk.rules.campaign_sieve import Circle, sift

LONGEST_GROUP = 60  # letters of the key of a group
_DONE = (State.PRINTED, State.SENT)


class Campaigns:
    """What the shop does for a whole group of customers at once.

    To be used as:
        plan = Plan(CampaignKind.VOUCHERS, group="slipping", gift=CampaignGift(reward="coffee", valid_days=30))
        campaign = desk.campaigns.begin(plan, customers, key=key)
        desk.campaigns.result(campaign.id).came_back
    """

    def __init__(self, core: Core) -> None:
        self._core = core
        self._choices, self._marks = GreetingChoices(core), GreetingMarks(core)
        self._book, self._gifts = CampaignBook(core), CampaignGifts(core)
        self._outcome = CampaignOutcome(core)

    # --- beginning

    def preview(self, plan: Plan, customers: Iterable[str]) -> Chosen:
        """Who of these customers (ids) would get it, who not and why, and what the vouchers would be worth.

        Raises BadRequest for a plan that makes no sense, or UnknownReward.
        """
        _check(plan)
        day = self._core.now().date()
        reward = self._gifts.reward(plan.gift, day) if plan.gift else None
        found = sift(customers, plan, self._circle(plan, reward, day), find=self._person)
        worth, estimated = self._gifts.worth(reward, found.people) if reward else (0, False)
        return Chosen(found.people, found.left_out, worth, estimated)

    def begin(self, plan: Plan, customers: Iterable[str], *, key: str = "", stamp: Stamp | None = None) -> Campaign:
        """Begins a campaign for these customers (ids): all of it, with every voucher, or nothing.

        The same `key` again gives the campaign that was begun with it. Raises BadRequest for a plan that makes no
        sense or where nobody is left, or UnknownReward.
        """
        stamp = stamp or self._core.stamp()
        answers, name = self._core.store.answers, f"campaign:{key}"
        with self._core.writing():
            given = answers.given(name) if key else None
            if given is not None:
                return self.get(str(json.loads(given)))
            campaign = self._begin(plan, customers, stamp)
            if key:
                answers.keep(name, json.dumps(campaign.id), customer=None)
        return campaign

    def sample(self, plan: Plan, customer: Customer) -> tuple[str, str]:
        """What a plan will say to a customer, without its voucher: a heading (none for a call) and a text."""
        return CampaignWords(self._core).sample(plan, customer)

    def stop(self, campaign: str, stamp: Stamp | None = None) -> int:
        """Ends a campaign: what is not done yet is not to be done, and vouchers that nobody has used are cancelled.

        Returns how many those are. One that was used in part keeps what is left. Raises BadRequest for no campaign.
        """
        stamp = stamp or self._core.stamp()
        with self._core.writing():
            if self.get(campaign).stopped:
                return 0
            self._book.stop(campaign, stamp)
            untouched = [each for each in self.vouchers(campaign) if each.left in (0, each.gives.money)]
            new_id = self._core.new_id()
            self._core.record([replace(vouchers.cancel(each, stamp), id=new_id()) for each in untouched], stamp)
        return len(untouched)

    # --- reading

    def all(self) -> list[Campaign]:
        """Every campaign, the newest first."""
        return self._book.all()

    def get(self, campaign: str) -> Campaign:
        """The campaign with this id. Raises BadRequest where there is none."""
        return self._book.get(campaign)

    def members(self, campaign: str) -> list[Customer]:
        """The customers of a campaign who are still known, each once, in the order they were chosen."""
        names = dict.fromkeys(member.customer for member in self._book.members(campaign))
        return [person for name in names if (person := self._person(name))]

    def result(self, campaign: str) -> CampaignResult:
        """What came of a campaign so far. Raises BadRequest where there is none."""
        found = self.get(campaign)
        return self._outcome.of(found, self._book.members(campaign))

    def greetings(self, campaign: str) -> list[Greeting]:
        """The cards of a campaign, by name, and how each stands; of one that was stopped those that were done.

        Calls have none. Raises BadRequest where there is no such campaign.
        """
        found = self.get(campaign)
        if found.plan.kind is CampaignKind.CALLS:
            return []
        subject, year = found.plan.subject.value, found.begun.year
        marks = {(subject, year): self._marks.of_campaign(campaign)}
        known = greeting_due.Known(
            self._choices.rules(), self._choices.language(), self._marks.unwanted("greetings"), marks
        )
        cards = [
            greeting_due.stood(
                Greeting(
                    person,
                    found.begun.date(),
                    Occasion.GROUP,
                    greeting_due.language_of(person, known.language),
                    campaign=campaign,
                    subject=subject,
                ),
                known,
            )
            for person in self.members(campaign)
        ]
        return greeting_due.in_order(each for each in cards if each.state in _DONE or not found.stopped)

    def vouchers(self, campaign: str, *, of: Iterable[str] | None = None) -> list[Voucher]:
        """The vouchers of a campaign that can be used today, by the order of its customers; only `of` some of them.

        One that was printed anew comes under its new code.
        """
        wanted, today = None if of is None else set(of), self._core.now().date()
        codes = [each.voucher for each in self._book.members(campaign) if wanted is None or each.customer in wanted]
        found = [voucher for code in codes if code and (voucher := self._core.store.vouchers.by_code(code))]
        newest = [self._core.store.greetings.in_place_of(each) for each in found]
        return [each for each in newest if each.state_on(today) is VoucherState.OPEN]

    # --- inside

    def _begin(self, plan: Plan, customers: Iterable[str], stamp: Stamp) -> Campaign:
        chosen = self.preview(plan, customers)
        if not chosen.people:
            raise BadRequest("customers", "nobody_left")
        reward = self._gifts.reward(plan.gift, stamp.day) if plan.gift else None
        campaign = Campaign(
            self._core.new_id()(),
            plan,
            stamp.at,
            len(chosen.people),
            chosen.left_out,
            reward.name if reward else "",
            self._gifts.last_day(reward, stamp.day) if reward else None,
            stamp.staff,
        )
        self._book.begin(campaign, stamp)
        for person in chosen.people:
            code = self._gifts.write_out(reward, person, stamp) if reward else ""
            self._book.join(campaign.id, Member(person.id, code), stamp)
        return campaign

    def _circle(self, plan: Plan, reward: Reward | None, day: date) -> Circle:
        unwanted = self._marks.unwanted("greetings")
        if plan.kind is CampaignKind.CALLS:
            unwanted |= self._marks.unwanted("calls")
        known = greeting_due.Known(self._choices.rules(), self._choices.language(), unwanted)
        left = self._gifts.room(reward) if reward else None
        room = plan.most if left is None else min(plan.most, left)
        programme = self._core.in_force(day)[1]
        return Circle(known, programme, self._recent(plan, day), room, self._marks.wrong_numbers())

    def _recent(self, plan: Plan, day: date) -> frozenset[str]:
        """Who had the same, or another voucher, within the days that must lie between; what was stopped is none."""
        first = day - timedelta(days=plan.apart)
        return frozenset(
            member.customer
            for each in self._book.all()
            if each.begun.date() > first and not each.stopped
            if each.plan.kind is plan.kind or (each.plan.gift and plan.gift)
            for member in self._book.members(each.id)
        )

    def _person(self, customer: str) -> Customer | None:
        try:
            return self._core.store.customers.by_id(customer)
        except ValueError:  # no identity at all
            return None


def _check(plan: Plan) -> None:
    """Raises BadRequest for a plan that makes no sense."""
    if plan.kind is CampaignKind.VOUCHERS and plan.gift is None:
        raise BadRequest("gift", "missing")
    if not 0 <= plan.apart <= 3660:
        raise BadRequest("apart", "wrong_value")
    if not 1 <= plan.most <= MOST:
        raise BadRequest("most", "wrong_value")
    if len(plan.group) > LONGEST_GROUP or not plan.group.isprintable():
        raise BadRequest("group", "wrong_value")
