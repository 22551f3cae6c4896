"""Letters that tell customers what became of what they said; the owner signs them as the greeting cards."""

from loyaltydesk.desk.core import Core
from loyaltydesk.desk.designs import Designs
from loyaltydesk.desk.greeting_choices import GreetingChoices
from loyaltydesk.desk.voices import Voices
from loyaltydesk.model.customers import Customer
from loyaltydesk.model.refusals import BadRequest, UnknownCustomer
from loyaltydesk.model.voice_letters import LetterFacts
from loyaltydesk.model.voices import Voice
from loyaltydesk.rules.greeting_book import book
from loyaltydesk.rules.greeting_due import language_of
from loyaltydesk.rules.greeting_words import addressed, filling


class VoiceLetters:
    """Who is to be written to, and what a letter to them tells."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._voices, self._designs, self._choices = Voices(core), Designs(core), GreetingChoices(core)

    def waiting(self) -> list[Voice]:
        """What is answered and its customer has not heard, the oldest answer first."""
        told = [voice for voice in self._voices.everything() if voice.is_to_tell and self._is_there(voice)]
        return sorted(told, key=lambda voice: voice.answered_at or voice.at)

    def facts(self, voice: str) -> LetterFacts:
        """What the letter tells that answers this voice.

        Raises BadRequest where it is not answered or nobody known said it, and UnknownCustomer for somebody forgotten.
        """
        said = self._voices.get(voice)
        if not said.answer or said.customer is None:
            raise BadRequest("voice", "voice_not_answered")
        person, design = self._core.customer(said.customer), self._choices.design()
        salutation, closing = self._manners(person)
        return LetterFacts(
            voice=said,
            customer=person,
            salutation=salutation,
            closing=closing,
            others=len(self._voices.same_wish(said)) - 1,
            signature=self._designs.picture(design.picture) if design.picture else None,
            signed=design.signed,
            ink=design.ink,
        )

    def _is_there(self, voice: Voice) -> bool:
        try:
            return bool(voice.customer) and bool(self._core.customer(voice.customer or ""))
        except UnknownCustomer:
            return False

    def _manners(self, person: Customer) -> tuple[str, str]:
        """How a letter to somebody begins and ends."""
        language, register, profile = (
            language_of(person, self._choices.language()),
            self._choices.design().register,
            person.profile,
        )
        pages = book(language)
        if profile.company and profile.name in ("", profile.company):
            salutation = pages.salutations.company
        else:
            salutation = addressed(pages, filling(profile.name, language, shop=self._choices.shop_name()), register)
        return salutation, pages.closings[register.value][-1]
