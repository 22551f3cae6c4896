"""What became of a promotion code that was given with a purchase, a sentence for each state."""

from loyaltydesk.model.purchases import CodeState, GivenCode
from loyaltydesk.words.catalogue import mark, tr

SENTENCES = {
    CodeState.APPLIED: mark("Code {code} counts."),
    CodeState.UNKNOWN: mark("There is no code {code}."),
    CodeState.USED_UP: mark("Code {code} was used as often as it can be."),
    CodeState.USED_UP_CUSTOMER: mark("This customer has used code {code} as often as one can."),
    CodeState.NOT_NOW: mark("Code {code} does not count today, or not at this hour or for this customer."),
    CodeState.OUTDONE: mark("Another promotion takes more off than code {code}."),
    CodeState.NOT_ENOUGH: mark("This purchase is too small for code {code}, or lacks what it is for."),
}


def code_text(given: GivenCode) -> str:
    """What became of a code."""
    return tr(SENTENCES[given.state]).format(code=given.code)
