"""Answer sheets are known by their codes, entered once, corrected on purpose, and never taken for a card."""

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.codes import is_voucher_like
from loyaltydesk.model.refusals import BadRequest, UnknownCustomer
from loyaltydesk.model.survey_sheets import is_sheet_like, new_batch, read_code, sheet_code
from loyaltydesk.model.surveys import Given, Question, QuestionKind, Survey
from tests.hostile import HOSTILE
from tests.shop import Clock, join, refuses

ASKED = (Question(QuestionKind.RECOMMEND, {"en": "Recommend?"}), Question(QuestionKind.TEXT, {"en": "Why?"}))


@pytest.fixture
def survey(desk: Desk) -> Survey:
    return desk.surveys.make("Hello", ASKED, anonymous=False)


def test_each_sheet_has_a_code_of_its_own(desk: Desk, survey: Survey) -> None:
    sheets = desk.survey_sheets.make(survey.id, 500)
    assert len({sheet.code for sheet in sheets}) == 500
    assert [sheet.number for sheet in sheets[:3]] == [1, 2, 3]
    assert desk.survey_sheets.get(sheets[499].code) == sheets[499]
    assert desk.survey_sheets.counts(survey.id) == (500, 0)


@pytest.mark.parametrize("count", [0, -1, 501])
def test_there_is_no_such_number_of_sheets(desk: Desk, survey: Survey, count: int) -> None:
    with refuses(desk, BadRequest):
        desk.survey_sheets.make(survey.id, count)


def test_a_code_is_read_as_it_was_printed_or_written_by_hand(desk: Desk, survey: Survey) -> None:
    (sheet,) = desk.survey_sheets.make(survey.id, 1)
    spaced = f" {sheet.code[:4]}-{sheet.code[4:8]} {sheet.code[8:]}".lower()
    assert desk.survey_sheets.get(spaced) == sheet
    assert read_code(sheet_code("ABC0EF", 100)) == ("ABC0EF", 100)
    assert read_code(sheet_code("ABC0EF", 100).replace("0EF1", "OEFI")) == ("ABC0EF", 100)


def test_a_slip_of_the_finger_is_no_other_sheet(desk: Desk, survey: Survey) -> None:
    code = desk.survey_sheets.make(survey.id, 20)[6].code
    for place in range(1, len(code)):
        for character in "0123456789ABXYZ":
            wrong = code[:place] + character + code[place + 1 :]
            assert wrong == code or read_code(wrong) is None


@pytest.mark.parametrize(
    "text", ["", "Q", "QABCDEF000X5", "2600000000017", "VABCDEFGHJKM", "Q" * 400, *HOSTILE.values()]
)
def test_what_is_no_sheet_is_refused(desk: Desk, survey: Survey, text: str) -> None:
    desk.survey_sheets.make(survey.id, 3)
    with refuses(desk, BadRequest):
        desk.survey_sheets.get(text)


def test_a_sheet_of_another_shop_is_unknown(desk: Desk, survey: Survey) -> None:
    desk.survey_sheets.make(survey.id, 3)
    with refuses(desk, BadRequest):
        desk.survey_sheets.get(sheet_code(new_batch(lambda below: 12345 % below), 1))


def test_no_code_looks_like_a_voucher_or_ends_like_a_card_of_ours(desk: Desk, survey: Survey) -> None:
    for sheet in desk.survey_sheets.make(survey.id, 200):
        assert not is_voucher_like(sheet.code)
        assert not sheet.code[-5:].isdigit()
        assert is_sheet_like(sheet.code)


def test_a_batch_steps_aside_for_a_foreign_card_with_its_code(desk: Desk, survey: Survey) -> None:
    drawn = iter([5, 5, 6, *range(1000)])
    desk._core.randbelow = lambda below: next(drawn) % below
    taken = sheet_code(new_batch(lambda _below: 5), 1)
    join(desk, "Anna", card=taken)
    (sheet,) = desk.survey_sheets.make(survey.id, 1)
    assert sheet.code != taken


def test_a_sheet_of_an_anonymous_survey_is_nobodys(desk: Desk) -> None:
    secret = desk.surveys.make("Hello", ASKED)
    anna, _card = join(desk)
    with refuses(desk, BadRequest):
        desk.survey_sheets.make(secret.id, customers=[anna])


def test_it_is_entered_once_and_corrected_on_purpose(desk: Desk, survey: Survey, clock: Clock) -> None:
    (sheet,) = desk.survey_sheets.make(survey.id, 1)
    first = desk.survey_sheets.enter(sheet.code, Given((9, None), {1: "Bread"}))
    clock.forward(days=3)
    with refuses(desk, BadRequest):
        desk.survey_sheets.enter(sheet.code, Given((1, None)))
    corrected = desk.survey_sheets.enter(sheet.code, Given((8, None)), correct=True)
    assert (corrected.given, corrected.at, corrected.id) == (Given((8, None)), first.at, first.id)
    assert desk.survey_answers.all(survey.id) == [corrected]
    assert desk.survey_sheets.get(sheet.code).answer == corrected
    assert desk.survey_sheets.counts(survey.id) == (1, 1)


def test_paper_may_come_back_after_the_survey_was_changed_and_closed(desk: Desk, survey: Survey) -> None:
    (sheet,) = desk.survey_sheets.make(survey.id, 1)
    desk.surveys.change(survey.id, title="Hello", questions=ASKED[:1])
    desk.surveys.close(survey.id)
    assert desk.survey_sheets.enter(sheet.code, Given((9, None))).version == survey.version.id


def test_a_sheet_of_ones_own_names_its_customer_until_they_are_forgotten(desk: Desk, survey: Survey) -> None:
    (anna, _card), (janis, _other) = join(desk), join(desk)
    mine, his = desk.survey_sheets.make(survey.id, customers=[anna, janis])
    assert desk.survey_sheets.enter(mine.code, Given((9, None))).customer == anna
    desk.customers.erase(anna)
    desk.customers.erase(janis)
    assert desk.survey_sheets.get(mine.code).answer.customer is None  # type: ignore[union-attr]  # it was entered
    assert desk.survey_sheets.enter(his.code, Given((3, None))).customer is None
    with refuses(desk, UnknownCustomer):
        desk.survey_sheets.make(survey.id, customers=["nobody"])
    with refuses(desk, BadRequest):
        desk.survey_sheets.enter(mine.code, Given((99, None)), correct=True)
