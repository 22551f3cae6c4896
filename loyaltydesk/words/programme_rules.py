"""Every rule of a programme in plain words: a line for each table of its file, in the order of the file."""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from loyaltydesk.model.programme import Basis, Programme, Referral, Window
from loyaltydesk.words.catalogue import tr
from loyaltydesk.words.manner import JOINT, Manner
from loyaltydesk.words.rule_earning import bonus_words, earn_words, multiply_words, occasion_words
from loyaltydesk.words.rule_promises import next_purchase_words, promotion_words, reward_words, stamp_card_words
from loyaltydesk.words.rule_settings import (
    approval_words,
    climbing_words,
    counting_words,
    ending_words,
    group_words,
    overdraft_words,
    redeem_words,
    referral_words,
    tier_words,
)


class RuleLine(Struct, frozen=True):
    """A rule in words: a sentence and what limits it. `table` is its table in the file, `key` its id there.

    What a programme has once has no key. `number` is its place among the rules of its table; `value` is what is
    compared to see whether it changed.
    """

    table: str
    key: str
    number: int
    title: str
    details: tuple[str, ...]
    value: Any

    @property
    def text(self) -> str:
        """All of it in one line."""
        return JOINT.join((self.title, *self.details))


def rule_lines(programme: Programme, manner: Manner) -> list[RuleLine]:
    """Every rule, and every setting that the programme has; how points are counted and returned it always has."""
    return [*_settings(programme, manner), *_rules(programme, manner), *_promises(programme, manner)]


def lines_of(lines: Iterable[RuleLine], *tables: str) -> list[RuleLine]:
    """Those of some tables."""
    return [line for line in lines if line.table in tables]


def _settings(programme: Programme, manner: Manner) -> Iterator[RuleLine]:
    points = programme.points
    counting = (points.rounding, points.earn_on, points.net_of_tax, points.pending_days)
    yield _line("programme", _head_words(programme, manner), value=_head(programme))
    yield _line("points", counting_words(points, manner), value=counting)
    yield _line("expire", ending_words(points, manner), value=(points.expire, points.expire_after))
    if programme.redeem:
        yield _line("redeem", redeem_words(programme.redeem, manner), value=programme.redeem)
    yield _line("returns", overdraft_words(programme), value=programme.overdraft)
    if programme.tiers or (programme.basis, programme.window) != (Basis.SPEND, Window.LIFETIME):
        yield _line("tiers", climbing_words(programme), value=(programme.basis, programme.window))
    if programme.referral != Referral():
        yield _line("referral", referral_words(programme.referral, manner), value=programme.referral)
    if programme.approve_above is not None:
        yield _line("approval", approval_words(programme, manner), value=programme.approve_above)
    if programme.test_group:
        yield _line("test_group", group_words(programme, manner), value=programme.test_group)


def _rules(programme: Programme, manner: Manner) -> Iterator[RuleLine]:
    for number, tier in enumerate(programme.tiers):
        yield _line("tier", tier_words(tier, programme, manner), value=tier, key=tier.name, number=number)
    for number, earn in enumerate(programme.earn):
        yield _line("earn", earn_words(earn, manner), value=earn, key=earn.id, number=number)
    for number, factor in enumerate(programme.multiply):
        yield _line("multiply", multiply_words(factor, manner), value=factor, key=factor.id, number=number)
    for number, bonus in enumerate(programme.bonus):
        yield _line("bonus", bonus_words(bonus, manner), value=bonus, key=bonus.id, number=number)
    for number, gift in enumerate(programme.occasions):
        yield _line("occasion", occasion_words(gift, programme, manner), value=gift, key=gift.id, number=number)


def _promises(programme: Programme, manner: Manner) -> Iterator[RuleLine]:
    for number, reward in enumerate(programme.rewards):
        yield _line("reward", reward_words(reward, manner), value=reward, key=reward.id, number=number)
    for number, card in enumerate(programme.stamp_cards):
        yield _line("stamp_card", stamp_card_words(card, manner), value=card, key=card.id, number=number)
    for number, deal in enumerate(programme.promotions):
        yield _line("promotion", promotion_words(deal, manner), value=deal, key=deal.id, number=number)
    for number, coming in enumerate(programme.next_purchase):
        words = next_purchase_words(coming, manner)
        yield _line("next_purchase", words, value=coming, key=coming.id, number=number)


def _line(table: str, words: Iterable[str], *, value: object, key: str = "", number: int = 0) -> RuleLine:
    title, *details = words
    return RuleLine(table, key, number, title, tuple(details), value)


def _head(programme: Programme) -> tuple[object, ...]:
    return programme.name, programme.currency, programme.starts, programme.ends


def _head_words(programme: Programme, manner: Manner) -> Iterator[str]:
    """[programme]"""
    yield programme.name
    yield programme.currency.code
    if programme.starts:
        yield tr("first day: {day}").format(day=manner.formats.day(programme.starts))
    if programme.ends:
        yield tr("last day: {day}").format(day=manner.formats.day(programme.ends))
