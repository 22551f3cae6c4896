"""One clear sentence for each refusal, in the language in use."""

from datetime import date
from functools import singledispatch

from loyaltydesk.model import refusals as kinds
from loyaltydesk.model.codes import shown
from loyaltydesk.model.refusals import Refused
from loyaltydesk.words.catalogue import mark, tr, tr_n
from loyaltydesk.words.formats import Formats
from loyaltydesk.words.wrong_requests import PROGRAMME_REASONS, REASONS

MOST_SAID, BEGINNING = 48, 16  # letters of a card number

CARD_NUMBER_REASONS = {
    "check_digit": mark("The last digit of {card} is wrong: scan it again, or look for a slip of the finger."),
    "length": mark("A card number has 4 to 48 characters; {card} has not."),
    "characters": mark("A card number has letters, digits and plain signs only; {card} has others."),
}

CARD_STATES = {
    "blocked": mark("Card {card} is blocked."),
    "blank": mark("Card {card} belongs to nobody yet."),
    "replaced": mark("Card {card} was replaced and can no longer be used."),
}

VOUCHER_STATES = {
    "used": mark("Voucher {code} was used before."),
    "cancelled": mark("Voucher {code} was cancelled."),
    "expired": mark("Voucher {code} is over."),
    "reprinted": mark("Voucher {code} was printed again; only the newer paper counts."),
}

NO_VOUCHER_REASONS = {
    "unknown": mark("There is no voucher {code}."),
    "check_character": mark("A character of the code {code} is wrong: scan it again, or look for a slip of the pen."),
}

OFFER_REASONS = {
    "stock": mark("None of this reward is left."),
    "limit": mark("This customer has had this reward as often as it can be had."),
    "not_offered": mark("The programme does not offer this."),
}


def _begun(number: str) -> str:
    """A number as it is, or as it begins where it is none: four hundred letters would hide what is said of them."""
    return number if len(number) <= MOST_SAID else f"{number[:BEGINNING]}…"


@singledispatch
def sentence(refused: Refused, formats: Formats) -> str:
    """What to tell a person about a refusal."""
    raise NotImplementedError(type(refused))


@sentence.register
def _(no: kinds.BadRequest, _formats: Formats) -> str:
    return tr(REASONS[no.reason]).format(field=no.field)


@sentence.register
def _(no: kinds.UnknownCard, _formats: Formats) -> str:
    if no.blank:
        return tr("Card {card} is blank: it waits for its customer.").format(card=no.card)
    return tr("Nobody has card {card}.").format(card=_begun(no.card))


@sentence.register
def _(no: kinds.BadCardNumber, _formats: Formats) -> str:
    return tr(CARD_NUMBER_REASONS[no.reason]).format(card=_begun(no.card))


@sentence.register
def _(no: kinds.DuplicateCard, _formats: Formats) -> str:
    return tr("Card {card} is in use already.").format(card=no.card)


@sentence.register
def _(no: kinds.CardBlocked, _formats: Formats) -> str:
    if no.replaced_by:
        return tr("Card {card} was replaced by {new}.").format(card=no.card, new=no.replaced_by)
    return tr(CARD_STATES[no.state]).format(card=no.card)


@sentence.register
def _(no: kinds.EarnOnlyCard, _formats: Formats) -> str:
    return tr("Card {card} collects points and cannot spend them.").format(card=no.card)


@sentence.register
def _(_no: kinds.UnknownCustomer, _formats: Formats) -> str:
    return tr("There is no such customer.")


@sentence.register
def _(no: kinds.BeforeRegistration, formats: Formats) -> str:
    at, joined = date.fromisoformat(no.at), date.fromisoformat(no.registered)
    text = tr("The purchase is dated {day}, and the customer joined on {joined}. Is the computer's clock right?")
    return text.format(day=formats.day(at), joined=formats.day(joined))


@sentence.register
def _(no: kinds.NotEnoughPoints, formats: Formats) -> str:
    needed = tr_n("{n} point is needed", "{n} points are needed", no.needed).format(n=formats.number(no.needed))
    return tr("{needed}, and the balance is {balance}.").format(needed=needed, balance=formats.number(no.balance))


@sentence.register
def _(no: kinds.NeedsApproval, formats: Formats) -> str:
    text = tr_n(
        "A change of more than {n} point needs the name of a second person who agrees.",
        "A change of more than {n} points needs the name of a second person who agrees.",
        no.above,
    )
    return text.format(n=formats.number(no.above))


@sentence.register
def _(no: kinds.BelowMinimum, formats: Formats) -> str:
    text = tr_n("At least {n} point must be used at once.", "At least {n} points must be used at once.", no.minimum)
    return text.format(n=formats.number(no.minimum))


@sentence.register
def _(no: kinds.UnknownReward, _formats: Formats) -> str:
    return tr("The programme has no reward “{reward}”.").format(reward=no.reward)


@sentence.register
def _(no: kinds.RewardNotOffered, _formats: Formats) -> str:
    return tr(OFFER_REASONS[no.reason])


@sentence.register
def _(no: kinds.UnknownVoucher, _formats: Formats) -> str:
    return tr(NO_VOUCHER_REASONS[no.reason]).format(code=shown(no.code))


@sentence.register
def _(no: kinds.VoucherNotUsable, _formats: Formats) -> str:
    return tr(VOUCHER_STATES[no.state]).format(code=shown(no.code))


@sentence.register
def _(no: kinds.WrongCustomer, _formats: Formats) -> str:
    return tr("Voucher {code} belongs to another customer.").format(code=shown(no.code))


@sentence.register
def _(no: kinds.UnknownPurchase, _formats: Formats) -> str:
    return tr("There is no purchase {number}.").format(number=no.purchase)


@sentence.register
def _(no: kinds.ReturnTooLarge, formats: Formats) -> str:
    if not no.returnable:
        return tr("Everything of this purchase was brought back before.")
    return tr("At most {sum} of this purchase can be brought back.").format(sum=formats.money(no.returnable))


@sentence.register
def _(_no: kinds.AlreadyVoided, _formats: Formats) -> str:
    return tr("This purchase was taken back before.")


@sentence.register
def _(_no: kinds.AlreadyAttached, _formats: Formats) -> str:
    return tr("This purchase has its customer already.")


@sentence.register
def _(no: kinds.BadProgramme, _formats: Formats) -> str:
    reason = tr(PROGRAMME_REASONS[no.reason]).format(detail=no.detail)
    if not no.where:
        return tr("The programme file cannot be used: {reason}.").format(reason=reason)
    return tr("The programme file cannot be used. {where}: {reason}.").format(where=no.where, reason=reason)


@sentence.register
def _(no: kinds.FileMissing, _formats: Formats) -> str:
    return tr("There is no file {path}.").format(path=no.path)


@sentence.register
def _(no: kinds.FolderMissing, _formats: Formats) -> str:
    return tr("There is no folder {path}.").format(path=no.path)


@sentence.register
def _(no: kinds.FileExists, _formats: Formats) -> str:
    return tr("There is a file {path} already; it is left as it is.").format(path=no.path)


@sentence.register
def _(no: kinds.FileForeign, _formats: Formats) -> str:
    return tr("{path} is not a shop of Loyalty Desk.").format(path=no.path)


@sentence.register
def _(no: kinds.FileNewer, _formats: Formats) -> str:
    return tr("{path} was made by a newer release of Loyalty Desk. Install that one first.").format(path=no.path)


@sentence.register
def _(no: kinds.FileBroken, _formats: Formats) -> str:
    text = tr("{path} is damaged ({detail}). Nothing was changed; put a backup back.")
    return text.format(path=no.path, detail=" ".join(no.detail.split()))  # SQLite says it over several lines


@sentence.register
def _(no: kinds.FileReadOnly, _formats: Formats) -> str:
    return tr("{path} cannot be written. Is the folder protected, or the disk?").format(path=no.path)


@sentence.register
def _(no: kinds.FileInUse, _formats: Formats) -> str:
    return tr("{path} is open in another Loyalty Desk. Close that one first.").format(path=no.path)


@sentence.register
def _(_no: kinds.DiskFull, _formats: Formats) -> str:
    return tr("The disk is full, and nothing was written. Make room and do it again.")
