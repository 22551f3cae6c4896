"""Surveys are made, changed without mixing old answers with new questions, opened and closed, and asked in turn."""

from datetime import date

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.facts import RecordSaved
from loyaltydesk.model.refusals import BadRequest, UnknownCustomer
from loyaltydesk.model.surveys import Asking, Given, Question, QuestionKind, Survey
from loyaltydesk.words.surveys import ready_surveys
from tests.shop import Clock, join, refuses, store_of

RECOMMEND = Question(QuestionKind.RECOMMEND, {"en": "Recommend?"})
WHY = Question(QuestionKind.TEXT, {"en": "Why?", "lv": "Kāpēc?"})
CHOICE = Question(QuestionKind.CHOICE, {"en": "What?"}, ({"en": "Bread"}, {"en": "Cake"}))


def made(desk: Desk, *questions: Question, anonymous: bool = True) -> Survey:
    return desk.surveys.make("Hello", questions or (RECOMMEND, WHY), anonymous=anonymous)


def test_it_is_kept_as_it_was_made(desk: Desk) -> None:
    survey = made(desk, RECOMMEND, WHY, CHOICE)
    assert desk.surveys.get(survey.id) == survey == desk.surveys.all()[0]
    assert (survey.questions, survey.anonymous, desk.surveys.is_open(survey)) == ((RECOMMEND, WHY, CHOICE), True, True)
    assert WHY.text("lv") == "Kāpēc?"
    assert WHY.text("ru") == "Why?"


@pytest.mark.parametrize(
    "questions",
    [
        (),
        (RECOMMEND,) * 6,
        (Question(QuestionKind.TEXT, {}),),
        (Question(QuestionKind.TEXT, {"en": " \n"}),),
        (Question(QuestionKind.TEXT, {"en": "x" * 161}),),
        (Question(QuestionKind.TEXT, {"english": "x"}),),
        (Question(QuestionKind.CHOICE, {"en": "x"}),),
        (Question(QuestionKind.CHOICE, {"en": "x"}, ({"en": "one"},)),),
        (Question(QuestionKind.CHOICE, {"en": "x"}, ({"en": "one"},) * 6),),
        (Question(QuestionKind.CHOICE, {"en": "x"}, ({"en": "one"}, {"en": ""})),),
        (Question(QuestionKind.EASE, {"en": "x"}, ({"en": "one"}, {"en": "two"})),),
    ],
)
def test_what_cannot_be_asked_is_refused(desk: Desk, questions: tuple[Question, ...]) -> None:
    with refuses(desk, BadRequest):
        desk.surveys.make("Hello", questions)


@pytest.mark.parametrize("title", ["", " ", "x" * 81])
def test_a_title_is_needed(desk: Desk, title: str) -> None:
    with refuses(desk, BadRequest):
        desk.surveys.make(title, (RECOMMEND,))


def test_a_changed_question_does_not_mix_with_old_answers(desk: Desk, clock: Clock) -> None:
    survey = made(desk, RECOMMEND)
    for _ in range(5):
        desk.survey_answers.give(survey.id, Given((10,)))
    clock.forward(days=1)
    changed = desk.surveys.change(
        survey.id, title="Hello", questions=(Question(QuestionKind.RECOMMEND, {"en": "Recommend us?"}),)
    )
    assert len(changed.versions) == 2
    assert desk.survey_answers.results(survey.id).answers == 0
    assert desk.survey_answers.results(survey.id, survey.version.id).answers == 5
    clock.forward(days=1)
    back = desk.surveys.change(survey.id, title="Hello", questions=(RECOMMEND,))
    assert back.version.id == survey.version.id  # the same words are the same questions
    assert desk.survey_answers.results(survey.id).answers == 5


def test_another_title_is_no_other_version(desk: Desk) -> None:
    survey = made(desk)
    changed = desk.surveys.change(survey.id, title="Good morning", questions=survey.questions)
    assert (changed.title, len(changed.versions)) == ("Good morning", 1)


def test_it_is_open_from_one_day_to_another(desk: Desk, clock: Clock) -> None:
    survey = desk.surveys.open_between(made(desk).id, first=date(2026, 3, 15), last=date(2026, 3, 20))
    found = [survey.is_open(date(2026, 3, day)) for day in (14, 15, 20, 21)]
    assert found == [False, True, True, False]
    with refuses(desk, BadRequest):
        desk.surveys.open_between(survey.id, first=date(2026, 3, 20), last=date(2026, 3, 19))
    clock.to("2026-04-01T10:00:00")
    assert not desk.surveys.is_open(desk.surveys.get(survey.id))
    assert desk.surveys.is_open(desk.surveys.reopen(survey.id))
    assert not desk.surveys.is_open(desk.surveys.close(survey.id))


def test_nobody_is_asked_twice_within_the_days_of_rest(desk: Desk, clock: Clock) -> None:
    survey, (anna, _card) = made(desk), join(desk)
    assert desk.surveys.to_ask(anna) is None  # nothing is asked at the till
    desk.surveys.ask_at_till(Asking(survey.id, every=3, rest_days=30))
    assert desk.surveys.to_ask(anna) == desk.surveys.to_ask() == survey
    desk.surveys.asked(anna)
    clock.forward(days=29)
    assert desk.surveys.to_ask(anna) is None
    clock.forward(days=1)
    assert desk.surveys.to_ask(anna) == survey
    desk.surveys.close(survey.id)
    assert desk.surveys.to_ask(anna) is None


def test_who_was_asked_on_one_record_rests_on_the_other_too(desk: Desk) -> None:
    survey, (anna, _card), (twin, _other) = made(desk), join(desk), join(desk)
    desk.surveys.ask_at_till(Asking(survey.id))
    desk.surveys.asked(twin)
    desk.accounts.merge(keep=anna, drop=twin)
    assert desk.surveys.to_ask(anna) is None


def test_how_it_is_asked_must_make_sense(desk: Desk) -> None:
    survey = made(desk)
    for asking in (Asking("none"), Asking(survey.id, every=-1), Asking(survey.id, rest_days=9999)):
        with refuses(desk, BadRequest):
            desk.surveys.ask_at_till(asking)
    with refuses(desk, UnknownCustomer):
        desk.surveys.asked("nobody")
    with refuses(desk, BadRequest):
        desk.surveys.get("none")


def test_every_ready_survey_can_be_asked(desk: Desk) -> None:
    for ready in ready_surveys():
        assert desk.surveys.make(ready.title, ready.questions).questions == ready.questions


def test_what_another_release_wrote_is_in_nobodys_way(desk: Desk) -> None:
    survey, store = made(desk), store_of(desk)
    strange: list[tuple[str, str, dict[str, str | int | bool | None]]] = [
        ("survey", "newer", {"title": 7}),
        ("survey_version", f"{survey.id}/newer", {"questions": "{", "since": "soon"}),
        ("survey_asking", "till", {"every": "often"}),
        ("survey_batch", "ABCDEF", {"batch": 5}),
        ("survey_answer", f"{survey.id}/x/-", {"answer": "newer"}),
        ("survey_answer", f"{survey.id}/y", {"answer": 5}),
        ("focus_group", "newer", {"draw": "{}"}),
        ("focus_place", "newer/x", {"number": "first"}),
    ]
    with store.writing():
        for kind, record, fields in strange:
            saved = RecordSaved(id=store.ids(desk.now())(), kind=kind, record=record, fields=fields)
            store.record([saved], desk.stamp())
    assert desk.surveys.all() == [survey]
    assert (desk.surveys.asking(), desk.survey_answers.all(survey.id)) == (Asking(), [])
    assert (desk.focus_groups.all(), desk.survey_sheets.counts(survey.id)) == ([], (0, 0))
