"""How far it is to the next reward, with what the purchase in hand brings and takes."""

from msgspec import Struct

from loyaltydesk.desk.customers import Seen
from loyaltydesk.model.programme import Programme
from loyaltydesk.model.purchases import Quote


class Reach(Struct, frozen=True):
    """A reward, and the points that lead to it: had, needed, coming with this purchase, and missing after it."""

    reward: str
    have: int
    goal: int
    gain: int
    left: int  # zero or less: it is within reach


def reach(seen: Seen, quote: Quote | None, programme: Programme) -> Reach | None:
    """The way to the next reward; to the dearest one with all of them within reach, and None where there are none."""
    dearest = max(programme.rewards, key=lambda reward: reward.cost, default=None)
    reward = seen.next_reward.reward if seen.next_reward else dearest
    if reward is None:
        return None
    gain, spent = (quote.earned, quote.spent) if quote else (0, 0)
    have = seen.balance - spent
    return Reach(reward.name, have, reward.cost, gain, left=reward.cost - have - gain)
