"""The demo shop's campaign: a coffee for everybody who had not come for weeks, and who of them came back for it."""

from datetime import timedelta

from loyaltydesk.demo.stage import Year
from loyaltydesk.desk import Desk
from loyaltydesk.model.campaigns import CampaignGift, CampaignKind, Plan
from loyaltydesk.model.customers import Sort
from loyaltydesk.model.greetings import State
from loyaltydesk.model.purchases import Purchase, PurchaseState, VoucherSource

_BEGUN, _POSTED = timedelta(days=45), timedelta(days=44)  # before the last day
_SILENT = timedelta(days=21)  # without a visit
_VISITS, _MOST = 2, 29
_FORGETS = 3  # every third leaves the voucher at home


def campaign(desk: Desk, year: Year) -> None:
    """Vouchers in cards that were sent; most of those who came back brought theirs."""
    begun = year.end - _BEGUN
    bought = {person: desk.customers.purchases(person, limit=1000) for person in _everybody(desk)}
    before = {person: [each for each in found if each.at < begun] for person, found in bought.items()}
    silent = [
        person
        for person, found in before.items()
        if len(found) >= _VISITS and max(each.at for each in found) < begun - _SILENT
    ]
    plan = Plan(CampaignKind.VOUCHERS, "slipping", gift=CampaignGift("coffee", valid_days=30), most=_MOST, by_post=True)
    stamp = desk.stamp(begun)
    if not desk.campaigns.preview(plan, silent).people:
        return
    made = desk.campaigns.begin(plan, silent, stamp=stamp)
    cards = [each.id for each in desk.campaigns.greetings(made.id)]
    desk.greetings.keep_state(cards, State.SENT, stamp=desk.stamp(year.end - _POSTED))
    _come_back(desk, made.id, bought=bought)


def _come_back(desk: Desk, campaign: str, *, bought: dict[str, list[Purchase]]) -> None:
    """Who bought something while the voucher was good handed it in, unless it lay at home."""
    begun, last_day = desk.campaigns.get(campaign).begun, desk.campaigns.get(campaign).watched_until
    for number, person in enumerate(desk.campaigns.members(campaign)):
        visits = [each for each in bought[person.id] if each.at > begun and each.day <= last_day]
        done = [each for each in visits if each.state is PurchaseState.DONE]
        if done and number % _FORGETS:
            theirs = desk.customers.vouchers(person.id)
            voucher = next(each for each in theirs if each.source is VoucherSource.CAMPAIGN)
            first = min(done, key=lambda each: each.at)
            desk.rewards.use(voucher.code, desk.stamp(first.at, staff=first.staff))


def _everybody(desk: Desk) -> list[str]:
    return [person.id for person in desk.customers.page(Sort.JOINED, None, 10000)]
