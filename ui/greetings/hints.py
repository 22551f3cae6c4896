"""What is said in the place of a card where none can be shown, and what to do about it."""

from datetime import date, timedelta

from msgspec import Struct

from loyaltydesk.desk import Desk
from loyaltydesk.model.greetings import HolidayGroup, State, Why
from loyaltydesk.words import tr, tr_n
from loyaltydesk.words.greetings import holiday_name
from ui.greetings.roll import Roll, Sieve, group_key

AHEAD = 365  # days that are looked through for the next birthday


class Hint(Struct, frozen=True):
    """An icon, a title, and a sentence or two."""

    icon: str
    title: str
    words: str


def hint_for(desk: Desk, roll: Roll, *, key: str, today: date) -> Hint:
    """Why the line `key` of the list ("" for none) has no card."""
    group = next((each for each in roll.groups if group_key(each) == key), None)
    if group:
        return _holiday(group)
    if roll.campaign:
        return _of_campaign(roll)
    if roll.sieve is not Sieve.TO_DO and (roll.greetings or roll.groups):
        return Hint("circle-check", tr("Nothing here"), tr("No card stands so in these days."))
    if _nobody_may_be_greeted(roll):
        advice = tr("Everybody who has something to celebrate in these days is left out. Show them to see why.")
        return Hint("cake", tr("Nobody to greet"), advice)
    if roll.greetings or roll.groups:
        return Hint("circle-check", tr("All done"), tr("Every card of these days is printed, sent or set aside."))
    return _next(desk, today)


def _of_campaign(roll: Roll) -> Hint:
    if not roll.greetings:
        return Hint("phone", tr("No cards here"), tr("The people of a call list stand under Calls, with words ready."))
    if roll.sieve is not Sieve.TO_DO:
        return Hint("circle-check", tr("Nothing here"), tr("No card of this group stands so."))
    return Hint("circle-check", tr("All done"), tr("Every card of this group is printed, sent or set aside."))


def _nobody_may_be_greeted(roll: Roll) -> bool:
    """Whether the rules leave out everybody, and nobody was set aside by hand."""
    by_rule = all(each.state is State.SKIPPED and each.why is not Why.BY_HAND for each in roll.greetings)
    return bool(roll.greetings) and by_rule and not any(group.waiting or group.done for group in roll.groups)


def _holiday(group: HolidayGroup) -> Hint:
    advice = tr("Open the line to see everybody, or tick it to print a card for all of them.")
    return Hint("party-popper", holiday_name(group.holiday), advice)


def _next(desk: Desk, today: date) -> Hint:
    """When there is something to wish again; how to come by birthdays where none is known."""
    last = today + timedelta(days=AHEAD - 1)
    coming = [each.day for each in desk.greetings.due(today, last)]
    coming += [each.holiday.day for each in desk.greetings.holidays(today, last) if each.waiting]
    if not coming:
        advice = tr(
            "Ask for the day and month of birth when you register a customer, on the card's form or at the till."
            " Nobody has to tell the year."
        )
        return Hint("cake", tr("No birthdays are known yet"), advice)
    days = (min(coming) - today).days
    title = tr("Nothing to wish in these days")
    words = tr_n("The next card is for a day in {n} day.", "The next card is for a day in {n} days.", days)
    return Hint("cake", title, words.format(n=days))
