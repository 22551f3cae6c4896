"""A call or a card as an e-mail: its words under a heading, with the greeting card as a PDF if it is wanted."""

from msgspec import Struct

from loyaltydesk.desk import Desk
from loyaltydesk.exchange.eml import Attachment, Letter, draft
from loyaltydesk.model.greetings import Call, CallKind, Greeting
from loyaltydesk.model.refusals import Refused
from loyaltydesk.printing.greetings import greeting_views
from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.scene import Document
from ui.greetings.batch import card_of
from ui.seams.paper import paper_for

WITH_CARDS = (CallKind.BIRTHDAY, CallKind.NAME_DAY)


class Mail(Struct, frozen=True):
    """A draft as a file: what it may be called, and its content."""

    name: str
    content: bytes


def mail_of(desk: Desk, call: Call, *, with_card: bool) -> Mail:
    """The draft of a call. Raises BadRequest for an address that is none, and what a card cannot be drawn for."""
    paper, profile = paper_for(desk, call.customer), call.customer.profile
    greeting = greeting_of(desk, call)
    subject = desk.greetings.words(greeting).heading if greeting else paper.name
    signed = "" if call.message.endswith(paper.name) else f"\n\n{paper.name}"
    letter = Letter(profile.email, profile.called, subject, f"{call.message}{signed}\n")
    card = _card(desk, greeting) if greeting and with_card else None
    return Mail(f"{_file_name(profile.called)}.eml", draft(letter, card))


def mail_of_card(desk: Desk, greeting: Greeting) -> Mail:
    """A card's words as a draft, with the card as a PDF. Raises what `mail_of` raises."""
    profile, words = greeting.customer.profile, desk.greetings.words(greeting)
    shop = paper_for(desk, greeting.customer).name
    text = f"{words.salutation}\n\n{words.text}\n\n{words.closing}\n{shop}\n"
    letter = Letter(profile.email, profile.called, words.heading, text)
    return Mail(f"{_file_name(profile.called)}.eml", draft(letter, _card(desk, greeting)))


def greeting_of(desk: Desk, call: Call) -> Greeting | None:
    """The greeting that a call is about; None where it is about none."""
    if call.kind not in WITH_CARDS:
        return None
    try:
        return desk.greetings.of_customer(call.customer.id, call.kind.value, year=call.day.year)
    except Refused:  # the day was changed meanwhile
        return None


def _card(desk: Desk, greeting: Greeting) -> Attachment:
    """The card to be looked at on a screen: a page for each of its sides."""
    look, face = card_of(desk, greeting)
    pages = tuple(view.page for view in greeting_views(look, face))
    return Attachment(f"{_file_name(face.heading)}.pdf", pdf_bytes(Document(pages, face.heading, look.shop)))


def _file_name(words: str) -> str:
    """What every file system takes in a name."""
    kept = "".join(sign if sign.isalnum() or sign in " -" else " " for sign in words)
    return " ".join(kept.split())[:60] or "card"
