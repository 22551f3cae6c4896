"""What digit keys tick on a question: a digit answers and moves on, and 1 waits where 10 could be meant."""

from msgspec import Struct

from loyaltydesk.model.surveys import Question, QuestionKind


class Typed(Struct, frozen=True):
    """What a key came to: the value that is ticked now, and whether that is all and the next question comes.

    `over` is the key itself where it is the answer to the next question already.
    """

    value: int | None
    moves_on: bool = False
    over: str = ""


def typed(question: Question, key: str, value: int | None, *, waits: bool) -> Typed:
    """What a digit does; `waits` says that a 1 was typed before, which may become 10.

    Choices count from 1. A digit that stands for nothing changes nothing.
    """
    values, digit = question.values, int(key)
    if waits and digit == 0:
        return Typed(10, moves_on=True)
    if waits:
        return Typed(value, moves_on=True, over=key)
    wanted = digit - 1 if question.kind is QuestionKind.CHOICE else digit
    if wanted not in values:
        return Typed(value)
    return Typed(wanted, moves_on=not may_grow(question, wanted))


def may_grow(question: Question, value: int) -> bool:
    """Whether a digit that was typed may be the first one of ten."""
    return value == 1 and 10 in question.values and question.kind is not QuestionKind.CHOICE
