"""The words of greetings: the ready ones or the owner's, filled with what the shop knows of the customer."""

from datetime import date

import msgspec

from loyaltydesk.desk.core import Core
from loyaltydesk.desk.greeting_choices import GreetingChoices
from loyaltydesk.desk.greeting_gifts import GreetingGifts
from loyaltydesk.model.facts import RecordSaved
from loyaltydesk.model.greetings import Greeting, GreetingDesign, GreetingText, GreetingWords, Register
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.rules import greeting_words
from loyaltydesk.rules.greeting_book import book, counted
from loyaltydesk.rules.greeting_words import Filling, checked_text, filling, ready_texts, text_key
from loyaltydesk.words import LANGUAGES

KIND, FIELD = "greeting_text", "texts"
MOST = 20  # wordings of one kind


class GreetingTexts:
    """Wordings, a record for each language, kind and register that the owner worded anew."""

    def __init__(self, core: Core, choices: GreetingChoices, gifts: GreetingGifts) -> None:
        self._core = core
        self._choices = choices
        self._gifts = gifts

    def words(
        self, greeting: Greeting, design: GreetingDesign | None = None, text: GreetingText | None = None
    ) -> GreetingWords:
        """A greeting in its customer's language; with a design or a wording that is not saved, to look at it."""
        design = design or self._choices.design(greeting.key)
        own = (text,) if text else self._own(greeting.language, text_key(greeting), register=design.register)
        known = self._filling(greeting, design.reward)
        return greeting_words.worded(greeting, known, own=own, register=design.register, heading=design.heading)

    def texts(self, language: str, key: str, *, register: Register | None = None) -> tuple[GreetingText, ...]:
        """The wordings in force. Raises BadRequest for a language or a kind that there is not."""
        register = register or self._choices.design(key).register
        return self._own(language, key, register=register) or self._ready(language, key, register=register)

    def save(self, language: str, key: str, *, register: Register | None, texts: tuple[GreetingText, ...]) -> None:
        """Keeps the owner's own wordings; none puts the ready ones back. Raises BadRequest."""
        register = register or self._choices.design(key).register
        ready = self._ready(language, key, register=register)
        checked = [checked_text(each) for each in texts[:MOST]]
        text = "" if tuple(checked) in ((), ready) else msgspec.json.encode(checked).decode()
        with self._core.writing():
            record = f"{language}/{key}/{register.value}"
            saved = RecordSaved(id=self._core.new_id()(), kind=KIND, record=record, fields={FIELD: text})
            self._core.record([saved], self._core.stamp())

    # --- inside

    def _ready(self, language: str, key: str, *, register: Register) -> tuple[GreetingText, ...]:
        if language not in LANGUAGES:
            raise BadRequest("language", "wrong_value")
        ready = ready_texts(language, key, register=register)
        if not ready:
            raise BadRequest(key, "no_occasion")
        return ready

    def _own(self, language: str, key: str, *, register: Register) -> tuple[GreetingText, ...]:
        text = str(self._core.store.records.fields(KIND, f"{language}/{key}/{register.value}").get(FIELD, ""))
        try:
            return msgspec.json.decode(text, type=tuple[GreetingText, ...]) if text else ()
        except msgspec.MsgspecError:  # written by another release
            return ()

    def _filling(self, greeting: Greeting, reward: str) -> Filling:
        language, years = greeting.language, greeting.years
        inside, points = self._gifts.planned(greeting, reward), self._gifts.points(greeting)
        return filling(
            greeting.customer.profile.name,
            language,
            years=counted(language, "years", number=years) if years else "",
            age=counted(language, "age", number=years) if years and greeting.key == "birthday" else "",
            shop=self._choices.shop_name(),
            points=counted(language, "points", number=points) if points else "",
            voucher=inside.name if inside else "",
            until=written_day(inside.last_day, language) if inside and inside.last_day else "",
            day=self._own_day(greeting.holiday),
        )

    def _own_day(self, key: str) -> str:
        return next((day.name for day in self._choices.rules().own if day.key == key), "")


def written_day(day: date, language: str) -> str:
    """A day as it is written within a sentence."""
    from babel.dates import format_date  # it takes a tenth of a second

    written: str = format_date(day, format=book(language).date, locale="en_GB" if language == "en" else language)
    return written
