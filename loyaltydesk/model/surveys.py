"""Surveys: a few short questions to customers, what was answered, and the paper sheets that answers come back on."""

import re
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256

import msgspec
from msgspec import Struct

from loyaltydesk.model.refusals import BadRequest

# The kinds of the records.
SURVEY, VERSION, ANSWER = "survey", "survey_version", "survey_answer"
ASKING, ASKED = "survey_asking", "survey_asked"
MOST_QUESTIONS, MOST_CHOICES = 5, 5
LONGEST_TITLE, LONGEST_QUESTION, LONGEST_CHOICE, LONGEST_WORDS = 80, 160, 60, 400


class QuestionKind(StrEnum):
    """How a question is answered.

    `ease` is the Customer Effort Score in the form "… made it easy for me", 1 to 7 (Dixon, Freeman and Toman, Stop
    Trying to Delight Your Customers, Harvard Business Review 2010, and its version of 2013); `recommend` is the one
    behind the Net Promoter Score, 0 to 10 (Reichheld, The One Number You Need to Grow, Harvard Business Review 2003).
    """

    SATISFACTION = "satisfaction"
    EASE = "ease"
    RECOMMEND = "recommend"
    AGREE = "agree"
    CHOICE = "choice"
    TEXT = "text"


class Commitment(StrEnum):
    """Why somebody stays: out of liking, of duty, of reckoning, for want of another shop, or out of habit."""

    AFFECTIVE = "affective"
    NORMATIVE = "normative"
    ECONOMIC = "economic"
    FORCED = "forced"
    HABITUAL = "habitual"


SCALES = {
    QuestionKind.SATISFACTION: (1, 5),
    QuestionKind.EASE: (1, 7),
    QuestionKind.RECOMMEND: (0, 10),
    QuestionKind.AGREE: (1, 5),
}

Texts = dict[str, str]  # by language


class Question(Struct, frozen=True):
    """One question, in each language it was written in; `about` is what agreeing to it tells, where that is known."""

    kind: QuestionKind
    texts: Texts
    choices: tuple[Texts, ...] = ()
    about: Commitment | None = None

    def text(self, language: str) -> str:
        """The question in a language, or in another where it is not written in that one."""
        return in_language(self.texts, language)

    @property
    def values(self) -> range:
        """What can be ticked, from the first to the last; nothing where words are asked for."""
        if self.kind is QuestionKind.TEXT:
            return range(0)
        first, last = SCALES.get(self.kind, (0, len(self.choices) - 1))
        return range(first, last + 1)


class Version(Struct, frozen=True):
    """The questions as they were asked from a moment on; `id` follows from them, so that the same are one version."""

    id: str
    questions: tuple[Question, ...]
    since: datetime


class Survey(Struct, frozen=True):
    """A survey with all its versions, of which the last one is asked now. Both days belong to its time."""

    id: str
    title: str
    versions: tuple[Version, ...]
    anonymous: bool = True
    first: date | None = None
    last: date | None = None
    closed: bool = False

    @property
    def version(self) -> Version:
        """What is asked now."""
        return self.versions[-1]

    @property
    def questions(self) -> tuple[Question, ...]:
        """What is asked now."""
        return self.version.questions

    def named(self, version: str) -> Version:
        """A version by its id. Raises BadRequest where there is none."""
        for each in self.versions:
            if each.id == version:
                return each
        raise BadRequest("version", "survey_version_gone")

    def is_open(self, day: date) -> bool:
        """Whether answers are asked for on a day."""
        started, over = self.first is None or self.first <= day, self.last is not None and self.last < day
        return started and not over and not self.closed


Value = int | None  # what was ticked; None for nothing


class Given(Struct, frozen=True):
    """What somebody answered: a value for each question in its order, and by a question's place what they wrote."""

    values: tuple[Value, ...]
    words: dict[int, str] = {}

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ticked or written."""
        return not self.words and all(value is None for value in self.values)


class Via(StrEnum):
    """Where an answer came from."""

    TILL = "till"
    PAPER = "paper"
    LINK = "link"


class Answer(Struct, frozen=True):
    """An answer as it is kept: with the customer's group and tier at that moment, and with the customer only where the
    survey said so and they were not forgotten since. `id` is the name of its record.
    """

    id: str
    survey: str
    version: str
    given: Given
    at: datetime
    via: Via = Via.TILL
    group: str = ""
    tier: str = ""
    customer: str | None = None


class Asking(Struct, frozen=True):
    """What is asked at the till: which survey ("" for none), after how many purchases by itself (0: never), and for how
    many days whoever was asked is left alone.
    """

    survey: str = ""
    every: int = 0
    rest_days: int = 90


def in_language(texts: Texts, language: str) -> str:
    """A text in a language, or else in English, or else in any."""
    return texts.get(language) or texts.get("en") or next(iter(texts.values()), "")


def version_id(questions: tuple[Question, ...]) -> str:
    """The name of these questions: the beginning of the SHA-256 of all that is in them."""
    return sha256(msgspec.json.encode(questions, order="deterministic")).hexdigest()[:12]


def checked_title(title: str) -> str:
    """A title, tidied. Raises BadRequest where there is none, or more than 80 letters."""
    return _checked(title, "title", longest=LONGEST_TITLE)


def checked_questions(questions: tuple[Question, ...]) -> tuple[Question, ...]:
    """One to five questions, tidied. Raises BadRequest for what cannot be asked."""
    if not 1 <= len(questions) <= MOST_QUESTIONS:
        raise BadRequest("questions", "survey_questions")
    return tuple(_checked_question(each) for each in questions)


def checked_given(questions: tuple[Question, ...], given: Given) -> Given:
    """An answer to these questions, tidied. Raises BadRequest for an empty one, and for what is not on a scale."""
    if len(given.values) != len(questions) or any(not 0 <= place < len(questions) for place in given.words):
        raise BadRequest("answer", "survey_answer")
    for question, value in zip(questions, given.values, strict=True):
        if value is not None and value not in question.values:
            raise BadRequest("answer", "survey_answer")
    written = {}
    for place, words in given.words.items():
        if questions[place].kind is not QuestionKind.TEXT:
            raise BadRequest("answer", "survey_answer")
        if tidy := tidied(words)[:LONGEST_WORDS]:
            written[place] = tidy
    found = Given(given.values, written)
    if found.is_empty:
        raise BadRequest("answer", "survey_empty")
    return found


def tidied(text: str) -> str:
    """A text as one paragraph without control characters."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _checked_question(question: Question) -> Question:
    is_choice = question.kind is QuestionKind.CHOICE
    if is_choice != bool(question.choices) or (is_choice and not 2 <= len(question.choices) <= MOST_CHOICES):
        raise BadRequest("choices", "survey_choices")
    about = question.about if question.kind is QuestionKind.AGREE else None
    choices = tuple(_checked_texts(each, LONGEST_CHOICE) for each in question.choices)
    return Question(question.kind, _checked_texts(question.texts, LONGEST_QUESTION), choices, about)


def _checked_texts(texts: Texts, longest: int) -> Texts:
    written = {
        language: _checked(text, "question", longest=longest) for language, text in texts.items() if text.strip()
    }
    if not written or not all(re.fullmatch("[a-z]{2}", language) for language in written):
        raise BadRequest("question", "survey_text_missing")
    return written


def _checked(text: str, field: str, *, longest: int) -> str:
    tidy = tidied(text)
    if not tidy:
        raise BadRequest(field, "survey_text_missing")
    if len(tidy) > longest:
        raise BadRequest(field, "survey_text_long")
    return tidy
