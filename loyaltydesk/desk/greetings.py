"""Greetings at the desk: whom to wish well between two days, in which words and on what paper, and whom to call."""

from collections.abc import Iterable
from datetime import date

from loyaltydesk.desk.calls import Calls
from loyaltydesk.desk.core import Core
from loyaltydesk.desk.greeted_people import GreetedPeople
from loyaltydesk.desk.greeting_choices import GreetingChoices
from loyaltydesk.desk.greeting_gifts import GreetingGifts
from loyaltydesk.desk.greeting_marks import GreetingMarks
from loyaltydesk.desk.greeting_texts import GreetingTexts
from loyaltydesk.model.facts import Stamp
from loyaltydesk.model.greetings import (
    Call,
    Greeting,
    GreetingDesign,
    GreetingRules,
    GreetingText,
    GreetingWords,
    Holiday,
    HolidayGroup,
    Outcome,
    Register,
    State,
    Why,
)
from loyaltydesk.model.purchases import Voucher


class Greetings:
    """What the shop writes to its customers."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._marks = GreetingMarks(core)
        self._choices = GreetingChoices(core)
        self._gifts = GreetingGifts(core, self._choices)
        self._texts = GreetingTexts(core, self._choices, self._gifts)
        self._who = GreetedPeople(core, self._choices, self._marks)
        self._calls = Calls(core, self._choices, self._marks)

    # --- who

    def due(self, first: date, last: date) -> list[Greeting]:
        """The birthdays, name days and years with the shop from `first` to `last` (a year at most), in order.

        With how each stands. Holidays are many and come from `holidays` and `for_holiday`.
        """
        return self._who.due(first, last)

    def holidays(self, first: date, last: date) -> list[HolidayGroup]:
        """The holidays that the owner chose from `first` to `last`, each with how its greetings stand."""
        return self._who.holidays(first, last)

    def for_holiday(self, holiday: Holiday) -> list[Greeting]:
        """The greetings for a holiday, by name."""
        return self._who.for_holiday(holiday)

    def offered_holidays(self, year: int) -> list[Holiday]:
        """The holidays of the shop's country and its own days in a year, for the owner to choose from."""
        return self._who.offered_holidays(year)

    def of_customer(self, customer: str, key: str, *, year: int) -> Greeting:
        """A customer's greeting of a kind (birthday, name_day, anniversary or a holiday's key) in a year.

        Raises UnknownCustomer, or BadRequest where there is no such day or it is not known of the customer.
        """
        return self._who.of_customer(customer, key, year=year)

    def keep_state(
        self, ids: Iterable[str], state: State, why: Why | None = None, *, note: str = "", stamp: Stamp | None = None
    ) -> None:
        """Keeps how greetings stand: printed, sent, skipped (by hand, with a note) or to do again."""
        self._marks.mark(ids, state, why or (Why.BY_HAND if state is State.SKIPPED else None), note=note, stamp=stamp)

    def want(self, customer: str, *, wishes: bool, stamp: Stamp | None = None) -> None:
        """Keeps whether a customer wants to be wished well. Raises UnknownCustomer."""
        self._marks.want(self._core.customer(customer).id, greetings=wishes, stamp=stamp)

    def wants(self, customer: str) -> bool:
        """Whether a customer may be wished well, as far as they said."""
        return customer not in self._marks.unwanted("greetings")

    # --- the owner's choices

    def rules(self) -> GreetingRules:
        """Whom the shop greets."""
        return self._choices.rules()

    def save_rules(self, rules: GreetingRules, stamp: Stamp | None = None) -> None:
        """Keeps whom the shop greets. Raises BadRequest for a day of its own that is none."""
        self._choices.save_rules(rules, stamp)

    def design(self, key: str = "") -> GreetingDesign:
        """What a kind of greeting looks like; without a key what all look like that have no look of their own."""
        return self._choices.design(key)

    def save_design(self, design: GreetingDesign, key: str = "", stamp: Stamp | None = None) -> None:
        """Keeps what is different for a kind of greeting, or for all without a look of their own."""
        self._choices.save_design(design, key, stamp)

    # --- words

    def words(
        self, greeting: Greeting, *, design: GreetingDesign | None = None, text: GreetingText | None = None
    ) -> GreetingWords:
        """The words of a greeting in its customer's language, nothing left to fill in.

        With a design or a wording that is not saved, they are as they would be with it.
        """
        return self._texts.words(greeting, design, text)

    def texts(self, language: str, key: str, *, register: Register | None = None) -> tuple[GreetingText, ...]:
        """The wordings of a kind of greeting: the owner's own, or the ready ones."""
        return self._texts.texts(language, key, register=register)

    def save_text(
        self, language: str, key: str, *, texts: Iterable[GreetingText], register: Register | None = None
    ) -> None:
        """Keeps the owner's own wordings; none puts the ready ones back. Raises BadRequest for an unknown field."""
        self._texts.save(language, key, register=register, texts=tuple(texts))

    # --- gifts and calls

    def gift(self, greeting: Greeting, stamp: Stamp | None = None) -> Voucher | None:
        """The voucher that lies inside, written out once however often it is asked for; None when none does.

        Raises UnknownReward when the programme has the chosen reward no more.
        """
        return self._gifts.gift(greeting, stamp)

    def gift_inside(self, greeting: Greeting, *, planned: str | None = None) -> Voucher | None:
        """The voucher that was written out for a greeting, without writing one out.

        With a `planned` reward (empty for none) also the one that would be written out for it; that has no code.
        """
        return self._gifts.inside(greeting) if planned is None else self._gifts.planned(greeting, planned)

    def calls(self, day: date | None = None) -> list[Call]:
        """Whom to call or write to on a day (today), with words ready; what was tried in vain comes back."""
        return self._calls.on(day or self._core.now().date())

    def called(self, call: str, outcome: Outcome | None, *, note: str = "", stamp: Stamp | None = None) -> None:
        """Keeps what came of a call in place of what was noted before; None takes that back."""
        self._calls.keep(call, outcome, note=note, stamp=stamp)
