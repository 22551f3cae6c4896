"""What a campaign for a group stands at when its dialog opens, so that a button before it can say for how many."""

from loyaltydesk.model.campaigns import CampaignGift, CampaignKind, Plan, Subject
from loyaltydesk.model.programme import Reward
from ui.campaigns.gift_form import VALID

SUITS = {
    "champions": Subject.THANK_YOU,
    "loyal": Subject.THANK_YOU,
    "promising": Subject.THANK_YOU,
    "new": Subject.WELCOME,
    "not_yet": Subject.FIRST_PURCHASE,
}  # of the groups by their keys; every other is missed


def opening_subject(group: str) -> Subject:
    """What words to the group of this key are about."""
    return SUITS.get(group, Subject.MISS_YOU)


def opening_plan(kind: CampaignKind, group: str, rewards: tuple[Reward, ...]) -> Plan:
    """What the dialog offers first: the first reward of the programme, and no voucher with a call.

    Where there is no reward, somebody has yet to type how much money: who gets it does not hang on how much it is.
    """
    gift = CampaignGift(rewards[0].id, valid_days=VALID) if rewards else CampaignGift(money=1, name="1")
    return Plan(kind, group, opening_subject(group), None if kind is CampaignKind.CALLS else gift)
