"""Greetings and calls as the shop's own people read them: what for, how they stand, why one is skipped."""

from loyaltydesk.model.greetings import CallKind, Greeting, Holiday, Occasion, Outcome, State, Why
from loyaltydesk.words.campaigns import SUBJECTS
from loyaltydesk.words.catalogue import mark, tr

OCCASIONS = {
    Occasion.BIRTHDAY: mark("Birthday"),
    Occasion.NAME_DAY: mark("Name day"),
    Occasion.ANNIVERSARY: mark("Years with us"),
    Occasion.HOLIDAY: mark("Holiday"),
    Occasion.GROUP: mark("Customer group"),
}
STATES = {
    State.TO_DO: mark("To do"),
    State.PRINTED: mark("Printed"),
    State.SENT: mark("Sent"),
    State.SKIPPED: mark("Left out"),
}
WHY = {
    Why.NO_CONSENT: mark("did not agree to greetings"),
    Why.BLOCKED: mark("is blocked"),
    Why.NOT_WANTED: mark("wants no greetings"),
    Why.BY_HAND: mark("set aside"),
}
HOLIDAYS = {
    "new_year": mark("New Year"),
    "orthodox_christmas": mark("Orthodox Christmas"),
    "womens_day": mark("Women's Day"),
    "easter": mark("Easter"),
    "orthodox_easter": mark("Orthodox Easter"),
    "mothers_day": mark("Mother's Day"),
    "midsummer": mark("Midsummer"),
    "christmas": mark("Christmas"),
}
CALLS = {
    CallKind.BIRTHDAY: mark("Birthday"),
    CallKind.NAME_DAY: mark("Name day"),
    CallKind.VOUCHER_ENDS: mark("Voucher about to end"),
    CallKind.ABSENT: mark("Not seen for long"),
    CallKind.CAMPAIGN: mark("On your call list"),
}
OUTCOMES = {
    Outcome.REACHED: mark("Reached"),
    Outcome.NO_ANSWER: mark("No answer"),
    Outcome.LATER: mark("Try again later"),
    Outcome.WRONG_NUMBER: mark("Wrong number"),
    Outcome.NEVER: mark("Wants no more calls"),
}

# What can be wrong with something asked for about greetings (BadRequest).
GREETING_REASONS = {
    "no_occasion": mark("There is no such occasion: “{field}”."),
    "no_such_greeting": mark("Nothing is known of this customer for this occasion: “{field}”."),
    "nothing_to_do": mark("There is no greeting to do in these days."),
    "unknown_field": mark("There is no field “{field}” that could be filled in."),
    "lone_brace": mark("A curly bracket stands alone in the text: brackets are for fields only."),
}


def holiday_name(holiday: Holiday) -> str:
    """What a holiday is called: as the owner named it, or in the language in use."""
    return holiday.name or tr(HOLIDAYS[holiday.key])


def occasion_text(greeting: Greeting) -> str:
    """What somebody is greeted for, both occasions where one card is for two."""
    if greeting.holiday in HOLIDAYS:
        return tr(HOLIDAYS[greeting.holiday])
    if greeting.subject in SUBJECTS:
        return tr(SUBJECTS[greeting.subject])
    if greeting.also:
        return f"{tr(OCCASIONS[greeting.occasion])} · {tr(OCCASIONS[greeting.also])}"
    return tr(OCCASIONS[greeting.occasion])


def state_text(greeting: Greeting) -> str:
    """How a greeting stands, with the reason where it is left out and there is one beside that somebody wanted it."""
    state = tr(STATES[greeting.state])
    why = greeting.note if greeting.why in (None, Why.BY_HAND) else tr(WHY[greeting.why])
    if not why:
        return state
    return tr("{state}: {why}").format(state=state, why=why)
