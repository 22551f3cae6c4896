"""What is wrong with a rule on a form, said at its field: there is neither a file nor a line to speak of."""

from loyaltydesk.model.refusals import BadProgramme
from loyaltydesk.words.catalogue import mark, tr

FAULTS = {
    "missing_key": mark("Please fill this in."),
    "one_of": mark("Please fill this in."),
    "wrong_value": mark("This does not fit here."),
    "bad_money": mark("This is no amount of money in this currency."),
    "bad_number": mark("This is no number that fits here."),
    "bad_time": mark("This is no time of day. Write it as 16:00."),
    "bad_span": mark("This is no length of time."),
    "bad_dates": mark("The last day lies before the first."),
    "bad_currency": mark("This is no currency. Write its three letters, such as EUR."),
    "currency_fixed": mark("The currency cannot change once money was counted in another."),
    "not_zero": mark("This must be more than nothing."),
    "duplicate": mark("“{detail}” is there already."),
    "tier_order": mark("A tier must begin above the one before it."),
    "unknown_tier": mark("A rule names the tier “{detail}”, and there is none. Change that rule first."),
    "unknown_reward": mark("A rule gives the reward “{detail}”, and there is none. Change that rule first."),
    "unknown_product": mark("“{detail}” is not in the list of products."),
    "too_large": mark("That is too much for one programme."),
    "unknown_key": mark("“{detail}” does not belong here."),
}


def fault_sentence(no: BadProgramme) -> str:
    """What to say at the field, or above the form where the field is not on it."""
    return tr(FAULTS[no.reason]).format(detail=no.detail)
