"""Calls and messages of a day: whom to call or write to, the words ready to say, and what came of it."""

from collections.abc import Iterator
from datetime import date, timedelta

import msgspec
from msgspec import Struct

from loyaltydesk.desk.campaign_book import CampaignBook
from loyaltydesk.desk.core import Core
from loyaltydesk.desk.greeting_choices import GreetingChoices
from loyaltydesk.desk.greeting_marks import WISHES, GreetingMarks
from loyaltydesk.desk.greeting_texts import written_day
from loyaltydesk.model.campaigns import Campaign, CampaignKind
from loyaltydesk.model.customers import Customer
from loyaltydesk.model.facts import RecordSaved, Stamp
from loyaltydesk.model.folding import fold
from loyaltydesk.model.greetings import CALL, Call, CallKind, CallMark, Occasion, Outcome
from loyaltydesk.rules import greeting_due as due
from loyaltydesk.rules.greeting_book import book
from loyaltydesk.rules.greeting_words import addressed, call_words, filling

WINDOW = 7  # days for which an occasion is worth a call, and somebody who is missed is on the list
ENDING = 3  # days before a voucher ends
ABSENT, VISITS = 60, 3  # days without a visit of somebody who came so often at least
GROUP_DAYS = 30  # for which the people of a campaign are on the list
_ORDER = {kind: number for number, kind in enumerate(CallKind)}
_OCCASIONS = {CallKind.BIRTHDAY: Occasion.BIRTHDAY, CallKind.NAME_DAY: Occasion.NAME_DAY}


class _Reason(Struct, frozen=True):
    """Why somebody is on the list; `id` without the customer."""

    customer: Customer
    kind: CallKind
    day: date
    id: str
    voucher: str = ""
    about: str = ""  # under what the words stand; the kind where it is empty
    until: date | None = None  # the last day of the voucher


class Calls:
    """The list of a day, and the records of what came of each call."""

    def __init__(self, core: Core, choices: GreetingChoices, marks: GreetingMarks) -> None:
        self._core = core
        self._choices = choices
        self._marks = marks
        self._book = CampaignBook(core)

    def on(self, day: date) -> list[Call]:
        """Whom to call or write to: birthdays, name days, ending vouchers, who has long not been here, and campaigns.

        What was tried in vain comes back for a week; who did not agree, or wants no calls, is left out.
        """
        unwanted = self._marks.unwanted("greetings") | self._marks.unwanted("calls")
        known = due.Known(self._choices.rules(), self._choices.language(), unwanted)
        noted, wrong = self._noted(), self._marks.wrong_numbers()
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
        noted = outcome and CallMark(outcome, stamp.at.isoformat(timespec="seconds"), stamp.staff)
        text = msgspec.json.encode(noted).decode() if noted else ""
        with self._core.writing():
            new_id, before = self._core.new_id(), self._outcome(call)
            told = {"note": " ".join(note.split())[:200]}
            facts = [RecordSaved(id=new_id(), kind=CALL, record=call, fields={CALL: text}, personal=told)]
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
        listed = set()
        for reason in self._of_campaigns(day):
            listed.add(reason.customer.id)
            yield reason
        absent = timedelta(days=ABSENT)
        for person in reading.absent(first - absent, day - absent, visits=VISITS):
            last = person.account.last_visit
            assert last is not None
            if person.id not in listed:  # who is called by a campaign is not called twice
                yield _Reason(person, CallKind.ABSENT, last.date(), f"absent/{last.date()}")

    def _of_campaigns(self, day: date) -> Iterator[_Reason]:
        """The people of the calls that were planned for a group, each on the list of one campaign."""
        listed: set[str] = set()
        for each in self._book.all():
            begun = each.begun.date()
            if each.plan.kind is CampaignKind.CALLS and not each.stopped and 0 <= (day - begun).days < GROUP_DAYS:
                for member in self._book.members(each.id):
                    person = self._core.store.customers.by_id(member.customer)
                    if person and person.id not in listed:
                        listed.add(person.id)
                        yield self._of_campaign(each, person)

    def _of_campaign(self, campaign: Campaign, person: Customer) -> _Reason:
        code = self._book.voucher(campaign.id, person.id) if campaign.gift else ""
        voucher = self._core.store.vouchers.by_code(code) if code else None
        return _Reason(
            person,
            CallKind.CAMPAIGN,
            campaign.begun.date(),
            f"{CallKind.CAMPAIGN}/{campaign.id}",
            voucher.name if voucher else "",
            campaign.plan.subject.value,
            voucher.last_day if voucher else None,
        )

    def _call(self, reason: _Reason, phone: str, *, mark: CallMark | None, note: str) -> Call:
        person, kind = reason.customer, reason.kind
        language = due.language_of(person, self._choices.language())
        register, pages = self._choices.design(reason.about or kind.value).register, book(language)
        last_day = reason.day if kind is CallKind.VOUCHER_ENDS else reason.until
        until = written_day(last_day, language) if last_day else ""
        shop = self._choices.shop_name()
        known = filling(person.profile.name, language, shop=shop, voucher=reason.voucher, until=until)
        message, spoken = call_words(
            pages.call_texts(reason.about or kind, register), known, addressed(pages, known, register)
        )
        call = Call(f"{reason.id}/{person.id}", person, kind, reason.day, language, message, spoken, phone)
        return msgspec.structs.replace(call, outcome=mark.outcome, note=note, at=mark.at) if mark else call

    def _outcome(self, call: str) -> Outcome | None:
        """What is kept of a call."""
        text = str(self._core.store.records.fields(CALL, call).get(CALL, ""))
        try:
            return msgspec.json.decode(text, type=CallMark).outcome
        except msgspec.MsgspecError:  # nobody tried, or another release wrote it
            return None

    def _noted(self) -> dict[tuple[str, str], tuple[CallMark, str]]:
        """What came of each call, by the reason and the customer."""
        found = {}
        for kept in self._core.store.greetings.kept(CALL):
            try:
                mark = msgspec.json.decode(str(kept.fields.get(CALL, "")), type=CallMark)
            except msgspec.MsgspecError:  # written by another release
                continue
            found[kept.name.rpartition("/")[0], kept.customer] = (mark, str(kept.fields.get("note", "")))
        return found


def _is_shown(reason: _Reason, mark: CallMark | None, day: date) -> bool:
    """On its day everything; later what nobody could finish, and whoever is missed until somebody has called."""
    if mark and mark.outcome.is_final:
        return mark.at[:10] == day.isoformat()
    return bool(mark) or reason.kind not in _OCCASIONS or reason.day == day
