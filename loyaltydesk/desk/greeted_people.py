"""Who is to be wished well between two days, and how each greeting stands."""

from collections.abc import Collection
from datetime import date

from loyaltydesk.desk.core import Core
from loyaltydesk.desk.greeting_choices import GreetingChoices
from loyaltydesk.desk.greeting_marks import GreetingMarks
from loyaltydesk.model.greetings import Greeting, Holiday, HolidayGroup, Occasion, State
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.rules import greeting_due
from loyaltydesk.rules.holidays import holidays, kept_in

_DONE = (State.PRINTED, State.SENT)
_CELEBRATED = {
    Occasion.BIRTHDAY: "birthday", Occasion.NAME_DAY: "name_day", Occasion.ANNIVERSARY: "joined",
}  # fmt: skip


class GreetedPeople:
    """The customers as their days come."""

    def __init__(self, core: Core, choices: GreetingChoices, marks: GreetingMarks) -> None:
        self._core = core
        self._choices = choices
        self._marks = marks

    def due(self, first: date, last: date) -> list[Greeting]:
        """The birthdays, name days and years with the shop from `first` to `last` (a year at most), in order.

        With how each stands. Holidays are many and come from `holidays` and `for_holiday`.
        """
        days, celebrating = greeting_due.days_kept(first, last), self._core.store.greetings.celebrating
        chosen = [each for each in self._choices.rules().occasions if each in _CELEBRATED]
        people = {occasion: celebrating(_CELEBRATED[occasion], days) for occasion in chosen}
        known = self._known(first, last, of={person.id for each in people.values() for person in each})
        found = [
            greeting
            for occasion, celebrated in people.items()
            for greeting in greeting_due.greetings_on(occasion, celebrated, days, known=known)
        ]
        return greeting_due.in_order(greeting_due.joined(found) if known.rules.joins else found)

    def holidays(self, first: date, last: date) -> list[HolidayGroup]:
        """The holidays that the owner chose from `first` to `last`, each with how its greetings stand."""
        return [self._group(holiday) for holiday in self._between(first, last)]

    def for_holiday(self, holiday: Holiday) -> list[Greeting]:
        """The greetings for a holiday, by name."""
        known = self._known(holiday.day, holiday.day, key=holiday.key)
        return greeting_due.in_order(
            greeting_due.holiday_greetings(holiday, self._core.store.greetings.everybody(), known=known)
        )

    def offered_holidays(self, year: int) -> list[Holiday]:
        """The holidays of the shop's country and its own days in a year, for the owner to choose from."""
        rules = self._choices.rules()
        keys = [*kept_in(self._choices.country()), *rules.holidays, *(day.key for day in rules.own)]
        return holidays(year, self._choices.country(), chosen=keys, own=rules.own)

    def of_customer(self, customer: str, key: str, *, year: int) -> Greeting:
        """A customer's greeting of a kind (birthday, name_day, anniversary or a holiday's key) in a year.

        Raises UnknownCustomer, or BadRequest where that day is not known of the customer.
        """
        person = self._core.customer(customer)
        holiday = next((each for each in self.offered_holidays(year) if each.key == key), None)
        if holiday:
            known = self._known(holiday.day, holiday.day, key=key, of=[person.id])
            found = list(greeting_due.holiday_greetings(holiday, [person], known=known))
        elif key in tuple(_CELEBRATED):
            first, last = date(year, 1, 1), date(year, 12, 31)
            days = greeting_due.days_kept(first, last)
            found = list(
                greeting_due.greetings_on(Occasion(key), [person], days, known=self._known(first, last, of=[person.id]))
            )
        else:
            raise BadRequest(key, "no_occasion")
        if not found:
            raise BadRequest(key, "no_such_greeting")
        return found[0]

    # --- inside

    def _known(
        self, first: date, last: date, *, key: str = "", of: Collection[str] | None = None
    ) -> greeting_due.Known:
        keys = (key,) if key else tuple(_CELEBRATED)
        years = range(first.year, last.year + 1)
        marks = {(str(each), year): self._marks.of(str(each), year, customers=of) for each in keys for year in years}
        return greeting_due.Known(
            self._choices.rules(), self._choices.language(), self._marks.unwanted("greetings"), marks
        )

    def _between(self, first: date, last: date) -> list[Holiday]:
        rules, country = self._choices.rules(), self._choices.country()
        years = range(first.year, last.year + 1)
        found = [day for year in years for day in holidays(year, country, chosen=rules.holidays, own=rules.own)]
        return [holiday for holiday in found if first <= holiday.day <= last]

    def _group(self, holiday: Holiday) -> HolidayGroup:
        states = [greeting.state for greeting in self.for_holiday(holiday)]
        done = sum(state in _DONE for state in states)
        return HolidayGroup(holiday, states.count(State.TO_DO), done, states.count(State.SKIPPED))
