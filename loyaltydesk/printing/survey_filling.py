"""Puts a survey into the words of an answer sheet, in the language of its customers."""

from loyaltydesk.model.survey_sheets import Sheet
from loyaltydesk.model.surveys import Question, QuestionKind, Survey, in_language
from loyaltydesk.printing.survey_form import SheetQuestion
from loyaltydesk.printing.survey_sheet import SheetFace
from loyaltydesk.words import Words, mark, words_in
from loyaltydesk.words.surveys import ends

ANONYMOUS = mark("Please tick one box for each question. Nobody learns whose answers these are.")
NAMED = mark("Please tick one box for each question. The shop keeps your answers with your card.")
WRITING_LINES = 2


def sheet_face(survey: Survey, sheet: Sheet, *, shop: str) -> SheetFace:
    """The words of a sheet. Raises BadRequest for a version that there never was."""
    words = words_in(sheet.language or "en")
    asked = survey.named(sheet.version).questions
    about = words.tr(ANONYMOUS) if survey.anonymous else words.tr(NAMED)
    number = words.tr("Sheet {n}").format(n=sheet.number)
    questions = tuple(sheet_question(each, words) for each in asked)
    return SheetFace(shop, survey.title, about, questions, sheet.code, number)


def sheet_question(question: Question, words: Words) -> SheetQuestion:
    """A question as it is printed."""
    text = question.text(words.language)
    if question.kind is QuestionKind.TEXT:
        return SheetQuestion(text, lines=WRITING_LINES)
    if question.kind is QuestionKind.CHOICE:
        ticks = tuple(in_language(each, words.language) for each in question.choices)
        return SheetQuestion(text, ticks, listed=True)
    return SheetQuestion(text, tuple(map(str, question.values)), ends(question.kind, words))
