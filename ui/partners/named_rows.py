"""A form of rows with names, as the Partners page has them: what is refused is said at the row that it is about."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import BadCardNumber, BadRequest, DuplicateCard, Refused
from ui.seams.form_panel import FormPanel
from ui.seams.session import Session
from ui.theme.buttons import Button
from ui.theme.forms import FormRow
from ui.theme.theme import Theme

_T = TypeVar("_T")


class NamedRows(FormPanel):
    """Rows by the names of what they say; `names` are those names in words."""

    def __init__(self, theme: Theme, session: Session, *, save_button: Button, names: Mapping[str, str]) -> None:
        super().__init__(theme, save_button)
        self._session, self._names = session, names
        self.rows: dict[str, FormRow[QWidget]] = {}

    def place_rows(self, widgets: Mapping[str, QWidget], places: Sequence[Sequence[str]]) -> None:
        """Makes a row of each widget, puts it where `places` has its name, one or two in a line, and lays all out."""
        self.rows = {name: FormRow(self.theme, widget, text=self._names[name]) for name, widget in widgets.items()}
        for line, names in enumerate(places):
            wide = 2 // len(names)
            for place, name in enumerate(names):
                self.grid.addWidget(self.rows[name], line, place * wide, 1, wide, Qt.AlignmentFlag.AlignTop)
        self.lay_out()

    def accept(self) -> None:
        """Takes back whatever was wrong."""
        for row in self.rows.values():
            row.accept()
        self.trouble.hide()

    def done(self, action: Callable[[Desk], _T]) -> _T | None:
        """Changes something; what is refused is said at its row or below them all, and gives None."""
        wrong: list[Refused] = []
        self.accept()

        def do(desk: Desk) -> _T:
            try:
                return action(desk)
            except Refused as refused:
                wrong.append(refused)
                raise

        def told(sentence: str) -> None:
            # a full disk is found later, by the session itself
            self._refuse(wrong[0] if wrong else Refused(), sentence)

        return self._session.do(do, refused=told)

    def _refuse(self, refused: Refused, sentence: str) -> None:
        """Says a sentence at the row it is about, and goes there; below them all where there is no such row."""
        name = ""
        if isinstance(refused, BadRequest) and refused.field in self.rows:
            name = refused.field
            sentence = self._session.sentence(BadRequest(self._names[name], refused.reason))
        elif isinstance(refused, BadCardNumber | DuplicateCard) and "card" in self.rows:
            name = "card"
        if name:
            self.rows[name].refuse(sentence)
            self.rows[name].field.setFocus()
        else:
            self.refuse(sentence)
