"""Surveys in words: kinds of questions, what their figures are called, ready-made surveys, and what to do next."""

from msgspec import Struct

from loyaltydesk.model.focus_groups import Reply
from loyaltydesk.model.insights import Group
from loyaltydesk.model.surveys import Commitment, Question, QuestionKind, Texts, Via
from loyaltydesk.words.catalogue import LANGUAGES, Words, active, mark, tr, words_in
from loyaltydesk.words.insights import GROUPS

KINDS = {
    QuestionKind.SATISFACTION: mark("Satisfaction, 1 to 5"),
    QuestionKind.EASE: mark("Ease, 1 to 7"),
    QuestionKind.RECOMMEND: mark("Recommend, 0 to 10"),
    QuestionKind.AGREE: mark("Agree, 1 to 5"),
    QuestionKind.CHOICE: mark("One of a few"),
    QuestionKind.TEXT: mark("A few words"),
}

ENDS = {  # of each scale, the lowest and the highest
    QuestionKind.SATISFACTION: (mark("Not at all satisfied"), mark("Very satisfied")),
    QuestionKind.EASE: (mark("Not true at all"), mark("Quite true")),
    QuestionKind.RECOMMEND: (mark("Not at all likely"), mark("Very likely")),
    QuestionKind.AGREE: (mark("Not true at all"), mark("Quite true")),
}

FACES = (mark("Very bad"), mark("Bad"), mark("Fair"), mark("Good"), mark("Very good"))

HOW = {  # how each figure is counted
    QuestionKind.SATISFACTION: mark(
        "The share of answers 4 and 5 of 5, and the mean. Shown to the nearest percent, halves going up."
    ),
    QuestionKind.EASE: mark(
        "Customer Effort Score: the mean of 1 to 7, to the nearest tenth, and the share of answers 5 to 7."
    ),
    QuestionKind.RECOMMEND: mark(
        "Net Promoter Score: percent of 9 and 10 less percent of 0 to 6, from −100 to 100. 7 and 8 count only in the "
        "whole. To the nearest whole number, halves going up."
    ),
    QuestionKind.AGREE: mark("The mean of 1 to 5, to the nearest tenth, halves going up, and the share of 4 and 5."),
    QuestionKind.CHOICE: mark("How many ticked each."),
    QuestionKind.TEXT: mark("What was written, in the order of the alphabet."),
}
SMALL = mark(
    "Groups with fewer than 5 answers are hidden, and with them as many as it takes that none can be worked out."
)

COMMITMENTS = {
    Commitment.AFFECTIVE: mark("Because they like it here"),
    Commitment.NORMATIVE: mark("Because they feel they should"),
    Commitment.ECONOMIC: mark("Because it pays"),
    Commitment.FORCED: mark("Because they must"),
    Commitment.HABITUAL: mark("Out of habit"),
}

DANGER = mark("They stay because they must")
WHAT_TO_DO = (
    mark("Whoever stays only for want of another shop leaves on the day when one opens."),
    mark("Ask a focus group of this group what annoys them, and put the first thing right within the month."),
    mark(
        "Give them a reason to like it here that no competitor can copy: a word by name, a favour, a say in the range."
    ),
    mark("Take away what holds them against their will: short expiry, hard conditions, points that buy nothing."),
    mark("Ask again in three months."),
)

VIAS = {Via.TILL: mark("At the till"), Via.PAPER: mark("On paper"), Via.LINK: mark("By another program")}

NOBODY_KNOWN = mark("Without a card")
NO_TIER = mark("No tier")

REPLIES = {
    Reply.OPEN: mark("Not asked yet"),
    Reply.COMES: mark("Comes"),
    Reply.DECLINES: mark("Does not come"),
    Reply.NOT_REACHED: mark("Not reached"),
}

SURVEY_REASONS = {
    "survey_gone": mark("There is no such survey."),
    "survey_version_gone": mark("This survey was never asked in that version."),
    "survey_closed": mark("This survey is closed: nobody is asked any more."),
    "survey_questions": mark("A survey has one to five questions."),
    "survey_choices": mark("Give two to five answers to choose from."),
    "survey_text_missing": mark("Write the words for it."),
    "survey_text_long": mark("That is too long to be read at a glance."),
    "survey_anonymous": mark("This survey is anonymous: its sheets are for anybody."),
    "survey_days": mark("The last day is before the first."),
    "survey_answer": mark("That is no answer to this question."),
    "survey_empty": mark("Nothing is ticked or written."),
    "survey_sheets": mark("Print 1 to 500 sheets at once."),
    "survey_sheet_unknown": mark("No answer sheet of this shop has this code."),
    "survey_sheet_entered": mark("This sheet was entered already."),
    "focus_gone": mark("There is no such list."),
    "focus_wanted": mark("Draw 1 to 60 people."),
    "focus_nobody": mark("Nobody is left to be drawn: only who agreed to it, has a phone number and takes calls."),
    "focus_full": mark("No place is free: nobody has declined."),
    "focus_not_drawn": mark("They were not drawn for this list."),
}


class Ready(Struct, frozen=True):
    """A survey that is ready to be asked: its title, what it is for, and its questions in every language."""

    key: str
    title: str
    hint: str
    questions: tuple[Question, ...]


_Draft = tuple[QuestionKind, str, Commitment | None]
_READY: dict[str, tuple[str, str, tuple[_Draft, ...]]] = {
    "short": (
        mark("How was it today?"),
        mark("One tap after the purchase: satisfaction, and a word if they like."),
        (
            (QuestionKind.SATISFACTION, mark("How satisfied are you with your visit today?"), None),
            (QuestionKind.TEXT, mark("What could we do better?"), None),
        ),
    ),
    "recommend": (
        mark("Would you recommend us?"),
        mark("The question behind the Net Promoter Score, and why."),
        (
            (QuestionKind.RECOMMEND, mark("How likely are you to recommend us to friends?"), None),
            (QuestionKind.TEXT, mark("What is the main reason?"), None),
        ),
    ),
    "ease": (
        mark("Was it easy?"),
        mark("Customer effort: what costs people trouble drives them away."),
        (
            (QuestionKind.EASE, mark("The shop made it easy for me to get what I came for."), None),
            (QuestionKind.TEXT, mark("What was not easy?"), None),
        ),
    ),
    "commitment": (
        mark("Why do you come to us?"),
        mark("Five statements: who likes it here, and who stays only because they must."),
        (
            (QuestionKind.AGREE, mark("I like coming here."), Commitment.AFFECTIVE),
            (QuestionKind.AGREE, mark("I feel that I owe it to this shop to stay with it."), Commitment.NORMATIVE),
            (QuestionKind.AGREE, mark("It pays for me to buy here."), Commitment.ECONOMIC),
            (QuestionKind.AGREE, mark("I come here because there is no other good shop."), Commitment.FORCED),
            (QuestionKind.AGREE, mark("I come here without thinking about it."), Commitment.HABITUAL),
        ),
    ),
}


def ready_surveys(words: Words | None = None) -> tuple[Ready, ...]:
    """The surveys that can be asked as they are, titled in the language in use, or in that of `words`."""
    spoken = words or active()
    return tuple(
        Ready(
            key,
            spoken.tr(title),
            spoken.tr(hint),
            tuple(Question(kind, in_all(text), about=about) for kind, text, about in asked),
        )
        for key, (title, hint, asked) in _READY.items()
    )


def in_all(sentence: str) -> Texts:
    """A marked sentence in every language."""
    return {language: words_in(language).tr(sentence) for language in LANGUAGES}


def ends(kind: QuestionKind, words: Words) -> tuple[str, str]:
    """What the lowest and the highest value of a scale mean; nothing where there is no scale."""
    low, high = ENDS.get(kind, ("", ""))
    return (words.tr(low), words.tr(high)) if low else ("", "")


def value_words(question: Question, value: int, words: Words) -> str:
    """A value that can be ticked, as it is told: the choice, the face's name, or the number."""
    if question.kind is QuestionKind.CHOICE:
        from_choices = question.choices[value]
        return from_choices.get(words.language) or next(iter(from_choices.values()))
    return str(value)


def group_name(group: str) -> str:
    """The name of a group of customers by its key; the key itself for one that another release knows."""
    return tr(GROUPS[Group(group)]) if group in list(Group) else group
