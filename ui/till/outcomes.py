"""Words for what a purchase comes to, before it is recorded and after."""

from loyaltydesk.desk.customers import Seen
from loyaltydesk.desk.returns import Returned
from loyaltydesk.desk.till import Done
from loyaltydesk.model.purchases import Quote
from loyaltydesk.model.staff import Incident
from loyaltydesk.words import tr, tr_n
from loyaltydesk.words.reasons import points_text
from ui.seams.formats import QtFormats
from ui.seams.stamps import stamps_text
from ui.till.hero import name_of, to_go

ARROW = "{before} → {after}"


def signed_points(points: int, formats: QtFormats) -> str:
    """So many points with their sign: +245 points."""
    return tr_n("{n} point", "{n} points", points).format(n=formats.signed(points))


def quote_words(seen: Seen | None, done: Done, formats: QtFormats) -> tuple[str, str, str]:
    """What a purchase brings, what becomes of the balance, and what is to be paid where that is another sum."""
    quote = done.quote
    if seen is None or done.balance is None:
        return "", "", " · ".join([tr("No points without a card"), *_sums(quote, formats)])
    gain = signed_points(quote.earned, formats) if quote.earned or not quote.spent else ""
    after = ARROW.format(before=formats.number(seen.balance), after=formats.number(done.balance))
    below = [tr("own card, it brings nothing")] if any(step.kind == Incident.OWN_CARD for step in quote.why) else []
    if quote.from_day and quote.from_day > seen.day:
        below.append(tr("they count from {day}").format(day=formats.day(quote.from_day)))
    if quote.spent:
        below.append(signed_points(-quote.spent, formats))
    return gain, after, " · ".join(below + _sums(quote, formats))


def done_words(done: Done, formats: QtFormats, *, before: Seen | None, after: Seen | None) -> tuple[str, str]:
    """What was recorded, and what to tell the customer."""
    sum_ = formats.money(done.quote.due)
    if after is None:
        title = tr("{sum} recorded without a card").format(sum=sum_)
        return title, tr("Receipt {number}: with it the points can be given later.").format(number=done.receipt)
    title = tr("{sum} recorded for {name}").format(sum=sum_, name=name_of(after))
    return title, _tell(done, formats, before=before, after=after)


def brought_words(done: Done, formats: QtFormats) -> list[str]:
    """What a purchase brought besides its points: stamps, thanks for a friend, money for a good cause."""
    said, touched = [], dict(done.quote.stamps)
    for given in done.given:
        words = tr("{points} for the friend who brought them.")
        if given.customer == done.customer:
            words = tr("{points} for joining through a friend.")
        said.append(words.format(points=signed_points(given.points, formats)))
    said += [given_text(taken.money, taken.cause, formats) for taken in done.quote.rewards if taken.cause]
    stamps = stamps_text([each for each in done.stamps if each.card.id in touched], formats)
    return said + ([tr("{what}.").format(what=stamps)] if stamps else [])


def _tell(done: Done, formats: QtFormats, *, before: Seen | None, after: Seen) -> str:
    said, quote = [], done.quote
    if quote.earned or not quote.spent:
        said.append(tr("{what}.").format(what=signed_points(quote.earned, formats)))
    if quote.spent:
        said.append(tr("{points} used.").format(points=points_text(quote.spent, formats)))
    said += brought_words(done, formats)
    said.append(tr("The balance is {balance}.").format(balance=formats.number(after.balance)))
    if after.next_reward:
        ahead = after.next_reward
        said.append(tr("{reward}: {left}.").format(reward=ahead.reward.name, left=to_go(ahead.missing, formats)))
    if before and after.tier and after.tier != before.tier:
        said.append(tr("New tier: {tier}!").format(tier=after.tier))
    return " ".join(said)


def given_text(money: int, cause: str, formats: QtFormats) -> str:
    """Thanks for money (minor units) that points became for a good cause."""
    return tr("{sum} go to {cause}. Thank you!").format(sum=formats.money(money), cause=cause)


def _sums(quote: Quote, formats: QtFormats) -> list[str]:
    """What comes off, and what is to be paid then."""
    said = []
    if quote.discount:
        said.append(tr("discount {sum}").format(sum=formats.money(quote.discount)))
    if quote.due != quote.total:
        said.append(tr("to pay: {sum}").format(sum=formats.money(quote.due)))
    return said


def back_words(returned: Returned, formats: QtFormats) -> tuple[str, str]:
    """What a return gives the customer, and what it does to the points."""
    money = tr("{sum} back").format(sum=formats.money(returned.refunded))
    points = []
    if returned.taken_back:
        points.append(signed_points(-returned.taken_back, formats))
    if returned.given_back:
        back = tr_n("{n} used point given back", "{n} used points given back", returned.given_back)
        points.append(back.format(n=formats.number(returned.given_back)))
    if returned.balance is not None:
        points.append(tr("balance {number}").format(number=formats.number(returned.balance)))
    return money, " · ".join(points)
