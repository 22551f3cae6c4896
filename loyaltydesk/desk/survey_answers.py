"""Answers to surveys: kept with the customer's group at that moment, and with the customer only where that was said."""

from collections.abc import Callable
from datetime import datetime

import msgspec

from loyaltydesk.desk.core import Core
from loyaltydesk.desk.surveys import Surveys
from loyaltydesk.model.customers import Customer
from loyaltydesk.model.facts import RecordSaved, Stamp
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.model.surveys import ANSWER, Answer, Given, Survey, Version, Via, checked_given
from loyaltydesk.rules.survey_results import Results, results
from loyaltydesk.store.surveys import KeptAnswer

GroupOf = Callable[[str], str]
NOBODY = "-"  # in the name of an answer that names no customer


class SurveyAnswers:
    """What customers answered, a record for each; what they wrote themselves goes with them when they are forgotten."""

    def __init__(self, core: Core, surveys: Surveys, group_of: GroupOf) -> None:
        """`group_of` names the group that a customer (an id) is in now."""
        self._core = core
        self._surveys = surveys
        self._group_of = group_of

    # --- reading

    def all(self, survey: str) -> list[Answer]:
        """Every answer to a survey, to whichever version, the oldest first."""
        return self._core.store.surveys.answers(survey)

    def of(self, customer: str) -> list[Answer]:
        """What somebody answered to surveys that are not anonymous, the oldest first. Raises UnknownCustomer."""
        store, person = self._core.store, self._core.customer(customer)
        return store.surveys.of([person.id, *store.households.merged_into(person.id)])

    def results(self, survey: str, version: str = "") -> Results:
        """What a version of a survey tells, the present one unless another is named. Raises BadRequest."""
        found = self._surveys.get(survey)
        return results(found, found.named(version) if version else found.version, self.all(survey))

    # --- writing

    def give(
        self, survey: str, given: Given, *, customer: str = "", via: Via = Via.TILL, stamp: Stamp | None = None
    ) -> Answer:
        """Keeps an answer to what is asked now; no `customer` for somebody who is not known.

        Raises UnknownCustomer, or BadRequest where the survey is not open or that cannot be answered.
        """
        stamp, asked = stamp or self._core.stamp(), self._surveys.get(survey)
        if not asked.is_open(stamp.day):
            raise BadRequest("survey", "survey_closed")
        return self._give(asked, given, name=(self._core.new_id()(), customer, via), stamp=stamp)

    def give_to(self, asked: Survey, given: Given, *, customer: str = "", stamp: Stamp | None = None) -> Answer:
        """Keeps an answer at the till to a survey as it was asked there, whatever became of it since.

        The questions may be others by now, and the survey closed; a customer who was forgotten meanwhile is nobody.
        Raises BadRequest for what cannot be answered.
        """
        known = self._core.store.customers.by_id(customer) if customer else None
        name = (self._core.new_id()(), customer if known else "", Via.TILL)
        return self._give(asked, given, name=name, stamp=stamp or self._core.stamp())

    def keep(
        self, survey: Survey, version: Version, *, given: Given, name: tuple[str, str, Via], stamp: Stamp
    ) -> Answer:
        """Keeps an answer under a name of its own: by which it is known, whose it is, and where it came from.

        The same name again is a correction, which leaves the moment and the group as they were. Only within
        `writing()`. Raises UnknownCustomer or BadRequest.
        """
        own, customer, via = name
        given = checked_given(version.questions, given)
        person = self._core.customer(customer) if customer else None
        before = self._core.store.surveys.answer(f"{survey.id}/{own}")
        at = (before.at if before else self._moment(survey, stamp.at)).isoformat(timespec="seconds")
        group, tier = (before.group, before.tier) if before else self._where(person)
        kept = KeptAnswer(version.id, at, before.via if before else via, given.values, group, tier)
        record = before.id if before else f"{survey.id}/{own}/{NOBODY if survey.anonymous or not person else person.id}"
        saved = RecordSaved(
            id=self._core.new_id()(),
            kind=ANSWER,
            record=record,
            fields={"answer": msgspec.json.encode(kept).decode()},
            personal={"words": msgspec.json.encode(given.words).decode()} if given.words or before else {},
        )
        self._core.record([saved], stamp)
        found = self._core.store.surveys.answer(f"{survey.id}/{own}")
        assert found is not None
        return found

    # --- inside

    def _give(self, asked: Survey, given: Given, *, name: tuple[str, str, Via], stamp: Stamp) -> Answer:
        with self._core.writing():
            return self.keep(asked, asked.version, given=given, name=name, stamp=stamp)

    def _where(self, person: Customer | None) -> tuple[str, str]:
        """The group and the tier of somebody now."""
        return (self._group_of(person.id), person.tier or "") if person else ("", "")

    def _moment(self, survey: Survey, at: datetime) -> datetime:
        """When it was answered; of an anonymous one only the day, as a receipt has the minute."""
        return at.replace(hour=12, minute=0, second=0, microsecond=0) if survey.anonymous else at.replace(microsecond=0)
