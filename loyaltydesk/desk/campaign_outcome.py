"""What came of a campaign: cards printed and sent, calls made, vouchers used, and who came back."""

from collections import Counter
from collections.abc import Collection, Sequence

import msgspec

from loyaltydesk.desk.core import Core
from loyaltydesk.desk.greeting_marks import GreetingMarks
from loyaltydesk.model.campaigns import Campaign, CampaignResult, Member
from loyaltydesk.model.greetings import CALL, CallKind, CallMark, Outcome, State
from loyaltydesk.model.purchases import Voucher, VoucherState


class CampaignOutcome:
    """Counts, of the customers who are still known."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._marks = GreetingMarks(core)

    def of(self, campaign: Campaign, members: Sequence[Member]) -> CampaignResult:
        """What came of a campaign so far."""
        find = self._core.store.customers.by_id
        people = {name for name in {each.customer for each in members} if find(name)}
        states = Counter(mark.state for name, mark in self._marks.of_campaign(campaign.id).items() if name in people)
        calls = self._calls(campaign, people)
        codes = [each.voucher for each in members if each.voucher and each.customer in people]
        bought = self._core.store.greetings.bought
        return CampaignResult(
            people=len(people),
            printed=states[State.PRINTED],
            sent=states[State.SENT],
            called=sum(outcome.is_final for outcome in calls),
            reached=calls.count(Outcome.REACHED),
            vouchers=len(codes),
            used=sum(self._is_used(campaign, code) for code in codes),
            came_back=sum(bought(name, campaign.begun, last=campaign.watched_until) for name in people),
            is_over=self._core.now().date() > campaign.watched_until,
        )

    def _calls(self, campaign: Campaign, people: Collection[str]) -> list[Outcome]:
        found = []
        for kept in self._core.store.greetings.kept(CALL, f"{CallKind.CAMPAIGN}/{campaign.id}/"):
            try:
                mark = msgspec.json.decode(str(kept.fields.get(CALL, "")), type=CallMark)
            except msgspec.MsgspecError:  # taken back, or written by another release
                continue
            if kept.customer in people:
                found.append(mark.outcome)
        return found

    def _is_used(self, campaign: Campaign, code: str) -> bool:
        """Whether a voucher was used, in part at least, within the days that count."""
        issued = self._core.store.vouchers.by_code(code)
        if issued is None:
            return False
        voucher = self._core.store.greetings.in_place_of(issued)
        if voucher.state is not VoucherState.USED and not _is_begun(voucher):
            return False
        purchase = self._core.store.purchases.by_id(voucher.used_by) if voucher.used_by else None
        return purchase is None or purchase.day <= campaign.watched_until


def _is_begun(voucher: Voucher) -> bool:
    return 0 < voucher.left < voucher.gives.money
