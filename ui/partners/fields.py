"""What the forms of the Partners page share: refusals said at their fields."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import BadCardNumber, BadRequest, DuplicateCard, Refused
from ui.seams.session import Session
from ui.theme.forms import FormRow

_T = TypeVar("_T")


def kept_or_told(
    session: Session, action: Callable[[Desk], _T], *, refuse: Callable[[Refused, str], None]
) -> _T | None:
    """Changes something; what is refused is told with its sentence, and gives None."""
    wrong: list[Refused] = []

    def do(desk: Desk) -> _T:
        try:
            return action(desk)
        except Refused as refused:
            wrong.append(refused)
            raise

    def told(sentence: str) -> None:
        # a full disk is found later, by the session itself
        refuse(wrong[0] if wrong else Refused(), sentence)

    return session.do(do, refused=told)


def refused_at(rows: Mapping[str, FormRow[QWidget]], refused: Refused, sentence: str) -> bool:
    """Says a sentence at the field it is about, and goes there; False where there is no such field."""
    name = refused.field if isinstance(refused, BadRequest) else ""
    if isinstance(refused, BadCardNumber | DuplicateCard):
        name = "card"
    if name not in rows:
        return False
    rows[name].refuse(sentence)
    rows[name].field.setFocus()
    return True
