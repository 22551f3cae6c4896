"""Calls and messages of a day: whom to call or write to, the words ready to say, and what came of it."""

from collections.abc import Iterator
from datetime import date, timedelta

import msgspec
from msgspec import Struct

from loyaltydesk.desk.core import Core
from loyaltydesk.desk.greeting_choices import GreetingChoices
from loyaltydesk.desk.greeting_marks import WISHES, GreetingMarks
from loyaltydesk.desk.greeting_texts import written_day
from loyaltydesk.model.customers import Customer
from loyaltydesk.model.facts import RecordSaved, Stamp
from loyaltydesk.model.folding import fold
from loyaltydesk.model.greetings import Call, CallKind, Occasion, Outcome
from loyaltydesk.rules import greeting_due as due
from loyaltydesk.rules.greeting_book import book
from loyaltydesk.rules.greeting_words import addressed, call_words, filling

KIND = "call"
WINDOW = 7  # days for which an occasion is worth a call, and somebody who is missed is on the list
ENDING = 3  # days before a voucher ends
ABSENT, VISITS = 60, 3  # days without a visit of somebody who came so often at least
_ORDER = {kind: number for number, kind in enumerate(CallKind)}
_OCCASIONS = {CallKind.BIRTHDAY: Occasion.BIRTHDAY, CallKind.NAME_DAY: Occasion.NAME_DAY}


class _Noted(Struct, frozen=True):
    """What came of a call, as its record has it."""

    outcome: Outcome
    at: str
    staff: str = ""


class _Reason(Struct, frozen=True):
    """Why somebody is on the list; `id` without the customer."""

    customer: Customer
    kind: CallKind
    day: date
    id: str
    voucher: str = ""


class Calls:
    """The list of a day, and the records of what came of each call."""

    def __init__(self, core: Core, choices: GreetingChoices, marks: GreetingMarks) -> None:
        self._core = core
        self._choices = choices
        self._marks = marks

    def on(self, day: date) -> list[Call]:
        """Whom to call or write to: birthdays, name days, ending vouchers, then who has long not been here.

        What was tried in vain comes back for a week; who did not agree, or wants no calls, is left out.
        """
        unwanted = self._marks.unwanted("greetings") | self._marks.unwanted("calls")
        known = due.Known(self._choices.rules(), self._choices.language(), unwanted)
        noted, wrong = self._noted(), self._wrong_numbers()
        found = []
        for reason in self._reasons(day, known):
            person = reason.customer
            phone = person.profile.phone if person.profile.phone != wrong.get(person.id) else ""
            if due.why_not(person, known) or not (phone or person.profile.email):
                continue
            mark, note = noted.get((reason.id, person.id), (None, ""))
            if _is_shown(reason, mark, day):
                found.append(self._call(reason, phone, mark=mark, note=note))
        return sorted(found, key=lambda call: (_ORDER[call.kind], fold(call.customer.profile.called), call.id))

    def keep(self, call: str, outcome: Outcome | None, *, note: str = "", stamp: Stamp | None = None) -> None:
        """Keeps what came of a call, and what it says about the customer from now on.

        Without an outcome the call is as if nobody had tried. What was said before holds no more, nor what it said
        about the customer.
        """
        stamp = stamp or self._core.stamp()
        customer = self._core.customer(call.rpartition("/")[2])
        noted = outcome and _Noted(outcome, stamp.at.isoformat(timespec="seconds"), stamp.staff)
        text = msgspec.json.encode(noted).decode() if noted else ""
        with self._core.writing():
            new_id, before = self._core.new_id(), self._outcome(call)
            told = {"note": " ".join(note.split())[:200]}
            facts = [RecordSaved(id=new_id(), kind=KIND, record=call, fields={KIND: text}, personal=told)]
            if Outcome.WRONG_NUMBER in (outcome, before):
                number = {"phone": customer.profile.phone if outcome is Outcome.WRONG_NUMBER else ""}
                facts.append(RecordSaved(id=new_id(), kind=WISHES, record=customer.id, personal=number))
            self._core.record(facts, stamp)
            if Outcome.NEVER in (outcome, before):
                self._marks.want(customer.id, calls=outcome is not Outcome.NEVER, stamp=stamp)

    # --- inside

    def _reasons(self, day: date, known: due.Known) -> Iterator[_Reason]:
        reading, first = self._core.store.greetings, day - timedelta(days=WINDOW - 1)
        days = due.days_kept(first, day)
        for kind, occasion in _OCCASIONS.items():
            if occasion in known.rules.occasions:
                people = reading.celebrating(occasion.value, days)
                for each in due.greetings_on(occasion, people, days, known=known):
                    yield _Reason(each.customer, kind, each.day, f"{kind.value}/{each.day.year}")
        for voucher, person in reading.vouchers_ending(day, day + timedelta(days=ENDING)):
            last_day = voucher.last_day or day
            yield _Reason(person, CallKind.VOUCHER_ENDS, last_day, f"voucher_ends/{voucher.code}", voucher.name)
        absent = timedelta(days=ABSENT)
        for person in reading.absent(first - absent, day - absent, visits=VISITS):
            last = person.account.last_visit
            assert last is not None
            yield _Reason(person, CallKind.ABSENT, last.date(), f"absent/{last.date()}")

    def _call(self, reason: _Reason, phone: str, *, mark: _Noted | None, note: str) -> Call:
        person, kind = reason.customer, reason.kind
        language = due.language_of(person, self._choices.language())
        register, pages = self._choices.design(kind.value).register, book(language)
        until = written_day(reason.day, language) if kind is CallKind.VOUCHER_ENDS else ""
        shop = self._choices.shop_name()
        known = filling(person.profile.name, language, shop=shop, voucher=reason.voucher, until=until)
        message, spoken = call_words(pages.call_texts(kind, register), known, addressed(pages, known, register))
        call = Call(f"{reason.id}/{person.id}", person, kind, reason.day, language, message, spoken, phone)
        return msgspec.structs.replace(call, outcome=mark.outcome, note=note, at=mark.at) if mark else call

    def _outcome(self, call: str) -> Outcome | None:
        """What is kept of a call."""
        text = str(self._core.store.records.fields(KIND, call).get(KIND, ""))
        try:
            return msgspec.json.decode(text, type=_Noted).outcome
        except msgspec.MsgspecError:  # nobody tried, or another release wrote it
            return None

    def _noted(self) -> dict[tuple[str, str], tuple[_Noted, str]]:
        """What came of each call, by the reason and the customer."""
        found = {}
        for kept in self._core.store.greetings.kept(KIND):
            try:
                mark = msgspec.json.decode(str(kept.fields.get(KIND, "")), type=_Noted)
            except msgspec.MsgspecError:  # written by another release
                continue
            found[kept.name.rpartition("/")[0], kept.customer] = (mark, str(kept.fields.get("note", "")))
        return found

    def _wrong_numbers(self) -> dict[str, str]:
        """The phone numbers that turned out to be somebody else's, by customer."""
        kept = self._core.store.greetings.kept(WISHES)
        return {each.customer: str(each.fields["phone"]) for each in kept if each.fields.get("phone")}


def _is_shown(reason: _Reason, mark: _Noted | None, day: date) -> bool:
    """On its day everything; later what nobody could finish, and whoever is missed until somebody has called."""
    if mark and mark.outcome.is_final:
        return mark.at[:10] == day.isoformat()
    return bool(mark) or reason.kind not in _OCCASIONS or reason.day == day
