"""Surveys: made, changed, opened and closed, and which of them is asked at the till, of whom, and how often."""

from datetime import date, datetime, timedelta

import msgspec

from loyaltydesk.desk.core import Core
from loyaltydesk.model.facts import RecordSaved, Stamp
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.model.surveys import (
    ASKED,
    ASKING,
    SURVEY,
    VERSION,
    Asking,
    Question,
    Survey,
    Version,
    checked_questions,
    checked_title,
    version_id,
)

_Fields = dict[str, str | int | bool | None]
_TILL = "till"  # the one record of how it is asked there
LONGEST_REST = 3650  # days
MOST_PURCHASES = 1000


class Surveys:
    """The surveys of the shop, a record for each and for each version of their questions."""

    def __init__(self, core: Core) -> None:
        self._core = core

    # --- reading

    def all(self) -> list[Survey]:
        """Every survey, the newest first."""
        found = (self._survey(name) for name in self._core.store.records.names(SURVEY))
        return sorted((each for each in found if each), key=lambda each: each.id, reverse=True)

    def get(self, survey: str) -> Survey:
        """The one with this id. Raises BadRequest when there is none."""
        found = self._survey(survey)
        if found is None:
            raise BadRequest("survey", "survey_gone")
        return found

    def is_open(self, survey: Survey) -> bool:
        """Whether answers to it are asked for today."""
        return survey.is_open(self._core.now().date())

    # --- making and changing

    def make(
        self, title: str, questions: tuple[Question, ...], *, anonymous: bool = True, stamp: Stamp | None = None
    ) -> Survey:
        """A new survey, open from now on. Raises BadRequest for questions that cannot be asked."""
        stamp = stamp or self._core.stamp()
        fields: _Fields = {"title": checked_title(title), "anonymous": anonymous}
        asked = checked_questions(questions)
        with self._core.writing():
            survey = self._core.new_id()()
            self._save(SURVEY, survey, fields=fields, stamp=stamp)
            self._save_version(survey, asked, stamp)
        return self.get(survey)

    def change(self, survey: str, *, title: str, questions: tuple[Question, ...], stamp: Stamp | None = None) -> Survey:
        """Keeps a title and questions; other questions are another version, whose answers stand apart.

        Raises BadRequest for questions that cannot be asked, or where there is no such survey.
        """
        stamp = stamp or self._core.stamp()
        asked, named = checked_questions(questions), checked_title(title)
        with self._core.writing():
            before = self.get(survey)
            if named != before.title:
                self._save(SURVEY, survey, fields={"title": named}, stamp=stamp)
            if version_id(asked) != before.version.id:
                self._save_version(survey, asked, stamp)
        return self.get(survey)

    def open_between(self, survey: str, *, first: date | None, last: date | None, stamp: Stamp | None = None) -> Survey:
        """Keeps from which day to which it is asked; None is without an end. Raises BadRequest for no such span."""
        if first and last and last < first:
            raise BadRequest("last", "survey_days")
        days = {"first": first.isoformat() if first else None, "last": last.isoformat() if last else None}
        return self._set(survey, {**days, "closed": False}, stamp)

    def close(self, survey: str, stamp: Stamp | None = None) -> Survey:
        """Asks no more. Raises BadRequest where there is no such survey."""
        return self._set(survey, {"closed": True}, stamp)

    def reopen(self, survey: str, stamp: Stamp | None = None) -> Survey:
        """Asks again, without a last day where that is over. Raises BadRequest where there is no such survey."""
        last = self.get(survey).last
        over = last is not None and last < self._core.now().date()
        return self._set(survey, {"closed": False, **({"last": None} if over else {})}, stamp)

    # --- asking at the till

    def asking(self) -> Asking:
        """What is asked at the till, and how often."""
        fields = self._core.store.records.fields(ASKING, _TILL)
        try:
            return msgspec.convert(fields, Asking)
        except msgspec.ValidationError:  # written by another release
            return Asking()

    def ask_at_till(self, asking: Asking, stamp: Stamp | None = None) -> None:
        """Keeps what is asked at the till. Raises BadRequest for a survey that there is not, or no such numbers."""
        if asking.survey:
            self.get(asking.survey)
        if not 0 <= asking.every <= MOST_PURCHASES or not 0 <= asking.rest_days <= LONGEST_REST:
            raise BadRequest("asking", "wrong_value")
        with self._core.writing():
            self._save(ASKING, _TILL, fields=msgspec.to_builtins(asking), stamp=stamp or self._core.stamp())

    def to_ask(self, customer: str = "") -> Survey | None:
        """What to ask somebody at the till now; None where nothing is asked, or they were asked not long ago.

        Raises UnknownCustomer.
        """
        asking, today = self.asking(), self._core.now().date()
        found = self._survey(asking.survey) if asking.survey else None
        if found is None or not found.is_open(today):
            return None
        last = self.asked_on(customer) if customer else None
        rests = last is not None and today - last < timedelta(days=asking.rest_days)
        return None if rests else found

    def asked_on(self, customer: str) -> date | None:
        """When somebody was asked last, whatever they answered. Raises UnknownCustomer."""
        store, person = self._core.store, self._core.customer(customer)
        days = [
            str(store.records.fields(ASKED, name).get("on", ""))
            for name in (person.id, *store.households.merged_into(person.id))
        ]
        return max((day for day in map(_day, days) if day), default=None)

    def asked(self, customer: str, stamp: Stamp | None = None) -> None:
        """Remembers that somebody was asked, so that they are left alone for a while. Raises UnknownCustomer."""
        stamp = stamp or self._core.stamp()
        with self._core.writing():
            person = self._core.customer(customer).id
            self._save(ASKED, person, fields={"on": stamp.day.isoformat()}, stamp=stamp)

    # --- inside

    def _survey(self, survey: str) -> Survey | None:
        records = self._core.store.records
        fields, versions = records.fields(SURVEY, survey), self._versions(survey)
        if not versions or not fields.get("title"):
            return None
        return Survey(
            survey,
            str(fields["title"]),
            versions,
            anonymous=fields.get("anonymous") is not False,
            first=_day(fields.get("first")),
            last=_day(fields.get("last")),
            closed=fields.get("closed") is True,
        )

    def _versions(self, survey: str) -> tuple[Version, ...]:
        """The versions of a survey, the last one that was put in force last."""
        found = []
        for kept in self._core.store.greetings.kept(VERSION, f"{survey}/"):
            try:
                questions = msgspec.json.decode(str(kept.fields.get("questions")), type=tuple[Question, ...])
                since = datetime.fromisoformat(str(kept.fields.get("since")))
            except (msgspec.MsgspecError, ValueError):  # written by another release
                continue
            found.append(Version(kept.name.rpartition("/")[2], questions, since))
        return tuple(sorted(found, key=lambda version: version.since))

    def _set(self, survey: str, fields: _Fields, stamp: Stamp | None) -> Survey:
        with self._core.writing():
            self.get(survey)
            self._save(SURVEY, survey, fields=fields, stamp=stamp or self._core.stamp())
        return self.get(survey)

    def _save_version(self, survey: str, questions: tuple[Question, ...], stamp: Stamp) -> None:
        written = msgspec.json.encode(questions).decode()
        fields: _Fields = {"questions": written, "since": stamp.at.isoformat(timespec="microseconds")}
        self._save(VERSION, f"{survey}/{version_id(questions)}", fields=fields, stamp=stamp)

    def _save(self, kind: str, record: str, *, fields: _Fields, stamp: Stamp) -> None:
        self._core.record([RecordSaved(id=self._core.new_id()(), kind=kind, record=record, fields=fields)], stamp)


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text)) if text else None
    except ValueError:  # written by another release
        return None
