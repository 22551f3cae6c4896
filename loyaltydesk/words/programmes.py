"""A programme in plain words: what a customer is promised, a line for each promise."""

from collections.abc import Iterator

from loyaltydesk.model.programme import Basis, EarnRule, Programme, Reward, Tier, When, Window
from loyaltydesk.words.catalogue import tr
from loyaltydesk.words.formats import Formats
from loyaltydesk.words.manner import Manner
from loyaltydesk.words.reasons import points_text
from loyaltydesk.words.rule_settings import ending_words


def promises(programme: Programme, formats: Formats) -> list[str]:
    """How points come, what they bring, which tiers there are and how long points live, in this order.

    Rules for some products, hours or codes only are left out: they are for those who read the programme itself.
    """
    lines = [_earning(rule, formats) for rule in programme.earn if _concerns_all(rule)]
    lines += [_reward(reward, formats) for reward in sorted(programme.rewards, key=lambda each: each.cost)]
    if programme.redeem:
        sums = {"points": points_text(programme.redeem.points, formats), "sum": formats.price(programme.redeem.worth)}
        lines.append(tr("{points} are worth {sum}").format(**sums))
    lines += [_tier(programme, tier, formats) for tier in programme.tiers]
    return [*lines, next(ending_words(programme.points, Manner(formats)))]


def _concerns_all(rule: EarnRule) -> bool:
    return rule.of == type(rule.of)() and rule.when == When(min_bill=rule.when.min_bill)


def _earning(rule: EarnRule, formats: Formats) -> str:
    points = points_text(rule.points, formats)
    if rule.per:
        return tr("{points} for each {sum}").format(points=points, sum=formats.price(rule.per))
    if rule.each == "unit":
        return tr("{points} for each piece").format(points=points)
    if rule.when.min_bill:
        text = tr("{points} for each purchase of {sum} or more")
        return text.format(points=points, sum=formats.price(rule.when.min_bill))
    return tr("{points} for each purchase").format(points=points)


def _reward(reward: Reward, formats: Formats) -> str:
    points = points_text(reward.cost, formats)
    if reward.gives.kind == "money":
        text = tr("{points}: {reward}, {sum}")
        return text.format(points=points, reward=reward.name, sum=formats.price(reward.gives.money))
    return tr("{points}: {reward}").format(points=points, reward=reward.name)


def _tier(programme: Programme, tier: Tier, formats: Formats) -> str:
    by_spend = programme.basis is Basis.SPEND
    start = formats.price(tier.threshold) if by_spend else points_text(tier.threshold, formats)
    text = tr("{tier} from {start}: {benefits}")
    if programme.window is not Window.LIFETIME:
        text = tr("{tier} from {start} a year: {benefits}")
    benefits = ", ".join(_benefits(tier, formats)) or tr("a sign of thanks")
    return text.format(tier=tier.name, start=start, benefits=benefits)


def _benefits(tier: Tier, formats: Formats) -> Iterator[str]:
    if tier.multiply > 1:
        yield tr("{percent}% more points").format(percent=Manner(formats).decimal((tier.multiply - 1) * 100))
    if tier.discount_percent:
        yield tr("{percent}% off").format(percent=Manner(formats).decimal(tier.discount_percent))
