"""Fills the letter that answers what a customer said with the shop's own values, in the customer's language."""

from datetime import date

from loyaltydesk.model.voice_letters import LetterFacts
from loyaltydesk.model.voices import Voice, VoiceKind
from loyaltydesk.printing.filling import Paper
from loyaltydesk.printing.greeting_filling import kept_signature
from loyaltydesk.printing.greetings.address import address_lines
from loyaltydesk.printing.greetings.face import INK
from loyaltydesk.printing.voice_letter import VoiceLetter
from loyaltydesk.words import Words, mark
from loyaltydesk.words.voices import heading

_BEFORE = {
    VoiceKind.SUGGESTION: mark("On {day} you suggested to us:"),
    VoiceKind.COMPLAINT: mark("On {day} something was not as it should be, and you told us:"),
    VoiceKind.PRAISE: mark("On {day} you had kind words for us:"),
    VoiceKind.REVIEW: mark("On {day} we read what you wrote about us:"),
    VoiceKind.MYSTERY_VISIT: mark("On {day} you told us what you saw in our shop:"),
    VoiceKind.PHONE_NOTE: mark("On {day} you called us about this:"),
}
_THANKS = {
    VoiceKind.COMPLAINT: mark("We are sorry for the trouble, and thank you for telling us: so we can do better."),
    VoiceKind.PRAISE: mark("Thank you! Words like these are read out to everybody here."),
}
_THANK_YOU = mark("Thank you for telling us. We like to hear what you think.")


def voice_letter(paper: Paper, facts: LetterFacts, today: date) -> VoiceLetter:
    """The letter on the shop's `paper`, which is in the customer's language, written `today`."""
    voice, profile, shop = facts.voice, facts.customer.profile, paper.shop
    return VoiceLetter(
        shop=paper.name,
        sender=" · ".join(line for line in (shop.line, shop.address) if line),
        place=address_lines(profile.called, profile.address) if profile.address else (),
        day=paper.formats.day(today),
        heading=heading(voice, paper.words),
        salutation=facts.salutation,
        before=paper.words.tr(_BEFORE[voice.kind]).format(day=paper.formats.day(voice.at.date())),
        quoted=voice.text,
        answer=voice.answer,
        after=tuple(_after(voice, facts.others, paper.words, shown=paper.formats.number(facts.others))),
        closing=facts.closing,
        signed=facts.signed or paper.name,
        language=paper.words.language,
        colour=paper.design.colour,
        ink=facts.ink or INK,
        logo=paper.logo,
        signature=kept_signature(facts.signature),
    )


def _after(voice: Voice, others: int, words: Words, *, shown: str) -> list[str]:
    """What is said below the answer; `shown` is the number of the others."""
    said = []
    if others > 0:
        same = words.tr_n(
            "You were not the only one: {n} more customer asked for it.",
            "You were not the only one: {n} more customers asked for it.",
            others,
        )
        said.append(same.format(n=shown))
    thanks = _THANKS.get(voice.kind, _THANK_YOU)
    return [*said, words.tr(thanks)]
