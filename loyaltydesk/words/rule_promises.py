"""What a programme promises besides points, in plain words: rewards, stamp cards, vouchers, promotions."""

from collections.abc import Iterator

from loyaltydesk.model.programme import Gives, NextPurchase, Promotion, Reward, StampCard
from loyaltydesk.words.catalogue import tr, tr_n
from loyaltydesk.words.manner import Manner
from loyaltydesk.words.rule_conditions import of_words, when_words


def gives_words(gives: Gives, manner: Manner) -> Iterator[str]:
    """What a voucher is good for."""
    if gives.kind == "product" and gives.qty > 1:
        yield tr("free: {number} × {product}").format(
            number=manner.number(gives.qty), product=manner.product(gives.product)
        )
    elif gives.kind == "product":
        yield tr("free: {product}").format(product=manner.product(gives.product))
    elif gives.kind == "donate":
        yield tr("{sum} for a good cause: {cause}").format(sum=manner.price(gives.money), cause=gives.cause)
    elif gives.kind == "money":
        yield tr("{sum} off").format(sum=manner.price(gives.money))
    else:
        yield tr("{percent} off").format(percent=manner.percent(gives.percent))
        yield from _most(gives.max_money, manner)


def reward_words(reward: Reward, manner: Manner) -> Iterator[str]:
    """[[reward]]"""
    yield reward.name
    yield manner.points(reward.cost)
    yield from gives_words(reward.gives, manner)
    yield from _validity(reward.valid_days, manner, bearer=reward.bearer)
    if reward.per_customer is not None:
        yield _for_each_customer(reward.per_customer, manner)
    if reward.stock is not None:
        yield tr_n("{n} in all", "{n} in all", reward.stock).format(n=manner.number(reward.stock))


def stamp_card_words(card: StampCard, manner: Manner) -> Iterator[str]:
    """[[stamp_card]]"""
    yield card.name
    yield tr_n("{n} stamp", "{n} stamps", card.every).format(n=manner.number(card.every))
    yield from gives_words(card.gives, manner)
    yield from of_words(card.of, manner)
    yield from _validity(card.valid_days, manner, bearer=card.bearer)


def next_purchase_words(voucher: NextPurchase, manner: Manner) -> Iterator[str]:
    """[[next_purchase]]"""
    yield voucher.name
    yield from gives_words(voucher.gives, manner)
    yield from of_words(voucher.of, manner)
    yield from when_words(voucher.when, manner)
    yield from _validity(voucher.valid_days, manner, bearer=voucher.bearer)


def promotion_words(promotion: Promotion, manner: Manner) -> Iterator[str]:
    """[[promotion]]"""
    yield promotion.name
    if promotion.kind == "get":
        yield _deal(promotion, manner)
    elif promotion.kind == "percent":
        yield tr("{percent} off").format(percent=manner.percent(promotion.percent))
    else:
        yield tr("{sum} off").format(sum=manner.price(promotion.amount))
    yield from _most(promotion.max_money, manner)
    yield from of_words(promotion.of, manner)
    yield from when_words(promotion.when, manner)
    if promotion.members:
        yield tr("only with a card")
    if promotion.max_uses_customer is not None:
        yield _for_each_customer(promotion.max_uses_customer, manner)
    if promotion.max_uses is not None:
        times = tr_n("{n} time in all", "{n} times in all", promotion.max_uses)
        yield times.format(n=manner.number(promotion.max_uses))


def _deal(promotion: Promotion, manner: Manner) -> str:
    """What is bought, and what the units got cost then."""
    counts = {"buy": manner.number(promotion.buy), "get": manner.number(promotion.get)}
    is_second = promotion.buy == promotion.get == 1
    if promotion.get_price is not None:
        price = manner.price(promotion.get_price)
        text = tr("the second for {price}") if is_second else tr("buy {buy}, get {get} more for {price} each")
        return text.format(price=price, **counts)
    if promotion.percent == 100:
        text = tr("the second free") if is_second else tr("buy {buy}, get {get} more free")
        return text.format(**counts)
    text = tr("the second for {percent} less") if is_second else tr("buy {buy}, get {get} more for {percent} less")
    return text.format(percent=manner.percent(promotion.percent), **counts)


def _most(money: int | None, manner: Manner) -> Iterator[str]:
    if money is not None:
        yield tr("{sum} at most").format(sum=manner.price(money))


def _validity(days: int | None, manner: Manner, *, bearer: bool) -> Iterator[str]:
    if days is not None:
        yield tr_n("voucher valid for {n} day", "voucher valid for {n} days", days).format(n=manner.number(days))
    if bearer:
        yield tr("for whoever brings the voucher")


def _for_each_customer(times: int, manner: Manner) -> str:
    if times == 1:
        return tr("once for each customer")
    return tr_n("{n} time for each customer", "{n} times for each customer", times).format(n=manner.number(times))
