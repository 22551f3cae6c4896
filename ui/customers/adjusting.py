"""The form that changes a customer's points by hand: more or fewer, how many, why, and who else agrees to much."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import BadRequest, NeedsApproval, Refused
from loyaltydesk.words import tr
from ui.customers.dossier import Dossier
from ui.seams.session import Session
from ui.theme.buttons import Button, SegmentedControl
from ui.theme.forms import Field, FormRow
from ui.theme.text import label
from ui.theme.theme import Theme

MOST_DIGITS = 18  # more is no number of points, and would only make a long refusal


class AdjustForm(QWidget):
    """Says before it is done what the balance will be; `done` carries a sentence."""

    done = Signal(str)
    refused = Signal()

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self._session = session
        self._dossier: Dossier | None = None
        self.way = SegmentedControl(theme, [("more", tr("Add points")), ("fewer", tr("Take points away"))])
        self.points = FormRow(theme, Field(theme, tr("How many points")), text=tr("How many points"))
        self.reason = FormRow(theme, Field(theme, tr("Reason")), text=tr("Reason"))
        self.reason.field.setPlaceholderText(tr("it stays in the books"))
        self.second = FormRow(theme, Field(theme, tr("Who else agrees")), text=tr("Who else agrees"))
        self.second.hide()
        self.button = Button(theme, tr("Change the points"), icon="check")
        self._preview = label(type_="gain")
        self._lay_out(theme)
        self.way.chosen.connect(self._on_edited)
        for row in self._rows:
            row.field.textEdited.connect(self._on_edited)
            row.field.returnPressed.connect(self.change)
        self.button.clicked.connect(self.change)

    def show_dossier(self, dossier: Dossier) -> None:
        """Shows what it would do to this customer's balance."""
        self._dossier = dossier
        self._on_edited()

    def clear(self) -> None:
        """Empties the form."""
        self.way.choose("more")
        for row in self._rows:
            row.field.clear()
            row.accept()

    def start(self) -> None:
        """Puts the focus where typing begins."""
        self.points.field.setFocus()

    def change(self) -> None:
        """Changes the balance; what cannot be is said at its field."""
        dossier = self._dossier
        assert dossier is not None
        for row in self._rows:
            row.accept()
        wrong: list[Refused] = []

        def adjust(desk: Desk) -> int:
            try:
                return desk.customers.adjust(
                    dossier.customer.id,
                    self._change(),
                    reason=self.reason.field.text(),
                    approved_by=self.second.field.text(),
                )
            except (BadRequest, NeedsApproval) as refused:
                wrong.append(refused)
                raise

        def refuse(sentence: str) -> None:
            self.refused.emit()
            row = self._wrong_row(wrong[0] if wrong else None)
            row.refuse(tr("Say why.") if row is self.reason else sentence)
            row.field.setFocus()

        balance = self._session.do(adjust, refused=refuse)
        if balance is not None:
            self.clear()
            self._on_edited()
            self.done.emit(tr("The balance is {points} now.").format(points=self._session.formats.number(balance)))

    # --- inside

    @property
    def _rows(self) -> tuple[FormRow[Field], ...]:
        return self.points, self.reason, self.second

    def _wrong_row(self, refused: Refused | None) -> FormRow[Field]:
        """The row that a refusal is about."""
        if isinstance(refused, NeedsApproval):
            return self.second
        return self.reason if isinstance(refused, BadRequest) and refused.field == "reason" else self.points

    def _lay_out(self, theme: Theme) -> None:
        fields, last = QHBoxLayout(), QHBoxLayout()
        for row in (fields, last):
            row.setSpacing(theme.m.s3)
        fields.addWidget(self.points, 1, Qt.AlignmentFlag.AlignTop)
        fields.addWidget(self.reason, 3, Qt.AlignmentFlag.AlignTop)
        fields.addWidget(self.second, 2, Qt.AlignmentFlag.AlignTop)
        last.addWidget(self.button)
        last.addWidget(self._preview)
        last.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.m.s3)
        box.addWidget(label(tr("Change points by hand"), "title"))
        box.addWidget(self.way)
        box.addLayout(fields)
        box.addLayout(last)

    def _change(self) -> int:
        """The change in points. Raises BadRequest for what is no number."""
        text = "".join(self.points.field.text().split())
        if not (text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS):
            raise BadRequest("points", "points_zero")
        return int(text) if self.way.current() == "more" else -int(text)

    def _on_edited(self) -> None:
        try:
            change = self._change()
        except BadRequest:
            change = 0
        above = self._session.ask(lambda desk: desk.shop.programme.approve_above)
        self.second.setVisible(above is not None and abs(change) > above)
        formats, before = self._session.formats, self._dossier.seen.balance if self._dossier else 0
        can_be = change and before + change >= 0
        self._preview.setText(f"{formats.number(before)} → {formats.number(before + change)}" if can_be else "")
