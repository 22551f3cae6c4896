"""What customers of the demo shop answered to surveys, at the till and on paper, and a focus group that was drawn."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random

from loyaltydesk.demo.stage import Year, resource
from loyaltydesk.desk import Desk
from loyaltydesk.model.customers import Customer, Sort
from loyaltydesk.model.focus_groups import Reply
from loyaltydesk.model.insights import Group
from loyaltydesk.model.surveys import Asking, Given, Question, QuestionKind, Survey, Value
from loyaltydesk.words import words_in
from loyaltydesk.words.surveys import ready_surveys

SPAN = 120  # days before the last one, in which it was asked
_ANSWERS = {"short": 70, "commitment": 60}
_SHEETS, _BACK = 24, 9
_PLACES, _MOST = 6, 200
_MOOD = {"short": (4.2,), "recommend": (8.1,), "commitment": (4.1, 2.6, 3.6, 2.4, 3.3)}
_HELD = 4.2  # forced commitment of those who come more seldom
_AWAY = (Group.ATTENTION, Group.SLIPPING, Group.LOST)


def ask(desk: Desk, year: Year) -> None:
    """Three surveys, one of them on paper, and one focus group."""
    chance, said = Random(f"surveys {year.stage.language}"), resource("surveys")[year.stage.language]
    people = [each for each in desk.customers.page(Sort.VISIT, None, _MOST, descending=True) if each.account.visits]
    ready = {each.key: each for each in ready_surveys(words_in(year.stage.language))}
    begun = desk.stamp(year.end - timedelta(days=SPAN))
    for key in _MOOD:
        survey = desk.surveys.make(ready[key].title, ready[key].questions, stamp=begun)
        asked = _Asked(desk, year, survey=survey, chance=chance)
        if key in _ANSWERS:
            asked.at_the_till(people, _ANSWERS[key], key, words=said["words"] if key == "short" else ())
        else:
            asked.on_paper(key, said["words"])
        if key == "short":
            desk.surveys.ask_at_till(Asking(survey.id, every=20), begun)
    _invite(desk, said["focus"], year.end - timedelta(days=6))


class _Asked:
    """One survey, and what is answered by throws of the dice."""

    def __init__(self, desk: Desk, year: Year, *, survey: Survey, chance: Random) -> None:
        self._desk, self._year, self._survey, self._chance = desk, year, survey, chance

    def at_the_till(self, people: Sequence[Customer], count: int, key: str, *, words: Sequence[str]) -> None:
        """So many of these people answer, spread over the time."""
        some = self._chance.sample(list(people), min(count, len(people)))
        for number, person in enumerate(some):
            at = max(self._moment(number, len(some)), person.registered)
            held = key == "commitment" and self._desk.insights.group_of(person.id) in _AWAY
            given = self._given(key, words if number % 3 == 0 else (), held=held)
            self._desk.survey_answers.give(self._survey.id, given, customer=person.id, stamp=self._desk.stamp(at))

    def on_paper(self, key: str, words: Sequence[str]) -> None:
        """Sheets lay on the counter, and some came back."""
        begun = self._desk.stamp(self._year.end - timedelta(days=SPAN))
        sheets = self._desk.survey_sheets.make(
            self._survey.id, _SHEETS, language=self._year.stage.language, stamp=begun
        )
        for number, sheet in enumerate(sheets[:_BACK]):
            stamp = self._desk.stamp(self._moment(number, _BACK))
            self._desk.survey_sheets.enter(sheet.code, self._given(key, words, held=False), stamp=stamp)

    def _moment(self, number: int, count: int) -> datetime:
        return self._year.end - timedelta(days=SPAN) * (count - number) / (count + 1)

    def _given(self, key: str, words: Sequence[str], *, held: bool) -> Given:
        moods, scales = list(_MOOD[key]), [each for each in self._survey.questions if each.values]
        if held:
            moods[3] = _HELD
        thrown = iter([self._throw(each, mood) for each, mood in zip(scales, moods, strict=True)])
        values = tuple(next(thrown) if each.values else None for each in self._survey.questions)
        places = [place for place, each in enumerate(self._survey.questions) if each.kind is QuestionKind.TEXT]
        return Given(values, {place: self._chance.choice(words) for place in places} if words else {})

    def _throw(self, question: Question, mood: float) -> Value:
        values = question.values
        return min(values[-1], max(values[0], round(self._chance.gauss(mood, len(values) / 6))))


def _invite(desk: Desk, title: str, at: datetime) -> None:
    """Some were called: three come, one does not."""
    drawn = desk.focus_groups.draw(title, _PLACES, stamp=desk.stamp(at))
    replies = (Reply.COMES, Reply.COMES, Reply.DECLINES, Reply.COMES)
    for place, reply in zip(drawn.places, replies, strict=False):
        if place.customer:
            desk.focus_groups.reply(drawn.id, place.customer.id, reply=reply, stamp=desk.stamp(at + timedelta(hours=3)))
