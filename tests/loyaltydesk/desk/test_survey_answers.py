"""Answers are kept with the group of that moment, and with their customer only where the survey says so."""

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import BadRequest, UnknownCustomer
from loyaltydesk.model.surveys import Commitment, Given, Question, QuestionKind, Survey
from loyaltydesk.words.surveys import ready_surveys
from tests.shop import Clock, buy, join, refuses, store_of

RECOMMEND = Question(QuestionKind.RECOMMEND, {"en": "Recommend?"})
WHY = Question(QuestionKind.TEXT, {"en": "Why?"})
BREAD = "The bread is warm"


def made(desk: Desk, *, anonymous: bool) -> Survey:
    return desk.surveys.make("Hello", (RECOMMEND, WHY), anonymous=anonymous)


def everything_kept(desk: Desk) -> str:
    """All that stands in the journal and in the records."""
    connection = store_of(desk).connection
    rows = [*connection.execute("SELECT payload, personal FROM journal"), *connection.execute("SELECT * FROM records")]
    return repr(rows)


def test_it_is_kept_with_group_and_tier_of_that_moment(desk: Desk, clock: Clock) -> None:
    survey, (anna, card) = made(desk, anonymous=True), join(desk)
    before = desk.survey_answers.give(survey.id, Given((9, None)), customer=anna)
    buy(desk, card, 20_000)
    after = desk.survey_answers.give(survey.id, Given((3, None)), customer=anna)
    assert [(each.group, each.tier) for each in (before, after)] == [("not_yet", ""), ("new", "Silver")]
    assert desk.survey_answers.all(survey.id) == [before, after]
    guest = desk.survey_answers.give(survey.id, Given((3, None)))
    assert (guest.group, guest.tier, guest.customer) == ("", "", None)


def test_an_anonymous_answer_names_nobody(desk: Desk) -> None:
    survey, (anna, _card) = made(desk, anonymous=True), join(desk)
    kept = desk.survey_answers.give(survey.id, Given((9, None), {1: BREAD}), customer=anna)
    assert (kept.customer, anna in kept.id, kept.at.hour, kept.at.minute) == (None, False, 12, 0)
    assert desk.survey_answers.of(anna) == []


def test_one_that_is_not_anonymous_names_its_customer(desk: Desk, clock: Clock) -> None:
    survey, (anna, _card) = made(desk, anonymous=False), join(desk)
    kept = desk.survey_answers.give(survey.id, Given((9, None)), customer=anna)
    assert (kept.customer, kept.at) == (anna, clock())
    assert desk.survey_answers.of(anna) == [kept]


def test_a_customer_who_is_forgotten_becomes_nobody(desk: Desk) -> None:
    survey, (anna, _card) = made(desk, anonymous=False), join(desk)
    desk.survey_answers.give(survey.id, Given((9, None), {1: BREAD}), customer=anna)
    desk.customers.erase(anna)
    (left,) = desk.survey_answers.all(survey.id)
    assert (left.customer, left.given) == (None, Given((9, None)))  # the tick counts on, the words are gone
    assert BREAD not in everything_kept(desk)
    desk.shop.rebuild()
    assert desk.survey_answers.all(survey.id) == [left]


def test_answers_follow_a_customer_into_another_record(desk: Desk) -> None:
    survey, (anna, _card), (twin, _other) = made(desk, anonymous=False), join(desk), join(desk)
    desk.survey_answers.give(survey.id, Given((9, None)), customer=twin)
    desk.accounts.merge(keep=anna, drop=twin)
    assert [each.customer for each in desk.survey_answers.of(anna)] == [anna]


@pytest.mark.parametrize(
    "given",
    [
        Given((None, None)),
        Given((11, None)),
        Given((-1, None)),
        Given((9,)),
        Given((9, None, None)),
        Given((9, 1)),
        Given((9, None), {0: "words where a number belongs"}),
        Given((9, None), {7: "beyond"}),
        Given((None, None), {1: " \n "}),
    ],
)
def test_what_is_no_answer_is_refused(desk: Desk, given: Given) -> None:
    survey = made(desk, anonymous=True)
    with refuses(desk, BadRequest):
        desk.survey_answers.give(survey.id, given)


def test_what_was_asked_is_answered_though_it_was_changed_closed_or_forgotten_meanwhile(desk: Desk) -> None:
    survey, (anna, _card) = made(desk, anonymous=False), join(desk)
    desk.surveys.change(survey.id, title="Hello", questions=(WHY, RECOMMEND))
    desk.surveys.close(survey.id)
    desk.customers.erase(anna)
    kept = desk.survey_answers.give_to(survey, Given((9, None), {1: BREAD}), customer=anna)
    assert (kept.version, kept.customer, kept.group) == (survey.version.id, None, "")


def test_words_are_cut_at_four_hundred_letters(desk: Desk) -> None:
    survey = made(desk, anonymous=True)
    kept = desk.survey_answers.give(survey.id, Given((9, None), {1: "Ж\x00\n" * 5000}))
    assert len(kept.given.words[1]) <= 400


def test_a_closed_survey_takes_no_answer_and_nobody_unknown_gives_one(desk: Desk) -> None:
    survey = made(desk, anonymous=True)
    with refuses(desk, UnknownCustomer):
        desk.survey_answers.give(survey.id, Given((9, None)), customer="nobody")
    desk.surveys.close(survey.id)
    with refuses(desk, BadRequest):
        desk.survey_answers.give(survey.id, Given((9, None)))


def test_nothing_is_told_of_four(desk: Desk) -> None:
    survey = made(desk, anonymous=True)
    for _ in range(4):
        desk.survey_answers.give(survey.id, Given((9, None), {1: BREAD}))
    few = desk.survey_answers.results(survey.id)
    assert (few.is_small, few.answers, few.questions) == (True, 4, ())
    desk.survey_answers.give(survey.id, Given((0, None), {1: "A long queue"}))
    told = desk.survey_answers.results(survey.id)
    assert (told.questions[0].total.nps, told.questions[1].words) == (60, ("A long queue", *[BREAD] * 4))


def test_a_question_that_four_answered_is_not_told_either(desk: Desk) -> None:
    survey = desk.surveys.make("Hello", (RECOMMEND, Question(QuestionKind.EASE, {"en": "Easy?"})))
    for number in range(8):
        desk.survey_answers.give(survey.id, Given((9, 7 if number < 4 else None)))
    first, second = desk.survey_answers.results(survey.id).questions
    assert (first.total.answers, second.total.answers, second.groups) == (8, 0, ())


def test_a_kind_of_commitment_is_not_told_where_one_of_its_statements_is_hidden(desk: Desk) -> None:
    def says(text: str, about: Commitment) -> Question:
        return Question(QuestionKind.AGREE, {"en": text}, about=about)

    asked = (says("I like it", Commitment.AFFECTIVE), says("I love it", Commitment.AFFECTIVE))
    survey = desk.surveys.make("Why?", (*asked, says("I must", Commitment.FORCED)))
    for number in range(6):
        desk.survey_answers.give(survey.id, Given((4, 1 if not number else None, 5 if number < 4 else None)))
    told = desk.survey_answers.results(survey.id)
    assert (told.commitments, told.forced) == ({}, False)  # seven values less six would be one person's


def test_forced_commitment_is_flagged_with_its_group(desk: Desk) -> None:
    ready = next(each for each in ready_surveys() if each.key == "commitment")
    survey = desk.surveys.make(ready.title, ready.questions)
    people = [join(desk, f"Customer {number}") for number in range(12)]
    for _customer, card in people[:6]:
        buy(desk, card, 1000)
    for number, (customer, _card) in enumerate(people):
        forced, liked = (5, 1) if number < 6 else (1, 5)
        desk.survey_answers.give(survey.id, Given((liked, 3, 3, forced, 3)), customer=customer)
    told = desk.survey_answers.results(survey.id)
    assert (told.forced, told.forced_groups) == (False, ("new",))
    assert {kind.value: figures.mean for kind, figures in told.commitments.items()} == dict.fromkeys(
        ("affective", "normative", "economic", "forced", "habitual"), 3
    )
