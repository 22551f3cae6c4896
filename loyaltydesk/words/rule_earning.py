"""The rules that bring points, in plain words: a sentence, and the parts that limit it."""

from collections.abc import Iterator

from loyaltydesk.model.programme import BonusRule, EarnRule, MultiplyRule, OccasionRule, Programme
from loyaltydesk.words.catalogue import mark, tr, tr_n
from loyaltydesk.words.manner import Manner
from loyaltydesk.words.rule_conditions import of_words, when_words

OCCASIONS = {
    "birthday": mark("Birthday: {gift}"),
    "name_day": mark("Name day: {gift}"),
    "joined": mark("Each year on the day of joining: {gift}"),
}


def earn_words(rule: EarnRule, manner: Manner) -> Iterator[str]:
    """[[earn]]"""
    points = manner.points(rule.points)
    if rule.per:
        yield tr("{points} for each full {sum}").format(points=points, sum=manner.price(rule.per))
    elif rule.each == "unit":
        yield tr("{points} for each piece").format(points=points)
    else:
        yield tr("{points} for each purchase").format(points=points)
    yield from of_words(rule.of, manner)
    yield from when_words(rule.when, manner)
    if rule.alone:
        yield tr("in place of the other rules")
    if rule.priority:
        yield tr("rank {number}").format(number=rule.priority)


def multiply_words(rule: MultiplyRule, manner: Manner) -> Iterator[str]:
    """[[multiply]]"""
    yield tr("Twice the points") if rule.by == 2 else tr("Points × {factor}").format(factor=manner.decimal(rule.by))
    yield from of_words(rule.of, manner)
    yield from when_words(rule.when, manner)


def bonus_words(rule: BonusRule, manner: Manner) -> Iterator[str]:
    """[[bonus]]"""
    points = manner.points(rule.points)
    if rule.each_unit:
        yield tr("{points} on top for each piece").format(points=points)
    else:
        yield tr("{points} on top for the purchase").format(points=points)
    yield from of_words(rule.of, manner)
    yield from when_words(rule.when, manner)


def occasion_words(rule: OccasionRule, programme: Programme, manner: Manner) -> Iterator[str]:
    """[[occasion]]"""
    reward = programme.rewards_by_id.get(rule.reward)
    gift = (reward.name if reward else rule.reward) or manner.points(rule.points)
    yield tr(OCCASIONS[rule.on]).format(gift=gift)
    if rule.days_before:
        yield tr_n("{n} day before", "{n} days before", rule.days_before).format(n=manner.number(rule.days_before))
