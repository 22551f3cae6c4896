"""The form for what a person told the shop; it says in place what is wrong with a field."""

from contextlib import suppress

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from loyaltydesk.model.customers import Profile
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.words import LANGUAGES, tr
from ui.customers.consent import ConsentRow
from ui.customers.name_day_field import NameDayField
from ui.seams import birthdays
from ui.seams.session import Session
from ui.seams.tax_hint import tax_hint
from ui.theme.forms import Choice, Field, FormRow
from ui.theme.note_field import NoteField
from ui.theme.theme import Theme

LINES = ("name", "phone", "email", "birth_date", "name_day", "address", "company", "tax_id")
PLACES = (
    ("name", "phone"), ("email", "birth_date"), ("name_day", "name_day_on"), ("address",),
    ("company", "tax_id", "language"),
)  # fmt: skip
COLUMNS = 6  # a line holds one field, two or three
NAMING = ("name", "birth_date", "name_day", "company")  # what the date of the name day follows


class ProfileForm(QWidget):
    """All fields of a profile. `edited` says that something may be different from what is kept."""

    edited = Signal()
    submitted = Signal()

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self.theme = theme
        self._session = session
        self._kept = Profile()
        self._fields = {name: Field(theme, text) for name, text in _names().items() if name in LINES}
        self._name_day = NameDayField(theme, session, _names()["name_day_on"])
        self._language = Choice(_names()["language"], [("", tr("As in the shop")), *LANGUAGES.items()])
        self._note = NoteField(theme, _names()["note"])
        self._consent = ConsentRow(theme, session)
        self._rows = self._make_rows()
        self._lay_out()
        self._connect()

    # --- values

    def show_profile(self, profile: Profile) -> None:
        """Fills the form with what is kept; whatever was typed is gone."""
        self._kept = profile
        for name, field in self._fields.items():
            field.setText(birthdays.written(profile.birth_date) if name == "birth_date" else getattr(profile, name))
            field.setCursorPosition(0)
        self._name_day.show_profile(profile)
        self._language.choose(profile.language if profile.language in LANGUAGES else "")
        self._note.setPlainText(profile.note)
        self._consent.show_consent(profile.consent)
        self.accept()
        self._on_tax_edited(profile.tax_id)
        self.edited.emit()

    def profile(self) -> Profile:
        """What stands in the form. Raises BadRequest for a birthday or a name day that is none."""
        told = {name: field.text() for name, field in self._fields.items()}
        told["birth_date"] = birthdays.read(told["birth_date"])
        told["name_day_on"] = self._name_day.day()
        language = self._language.current() or ("" if self._kept.language in LANGUAGES else self._kept.language)
        return Profile(**told, language=language, note=self._note.toPlainText(), consent=self._consent.text)

    @property
    def is_changed(self) -> bool:
        """Whether the form says anything else than what is kept."""
        try:
            return self.profile() != self._kept
        except BadRequest:
            return True

    # --- what is wrong

    def refuse(self, refused: BadRequest) -> bool:
        """Says at its field what is wrong with it, and goes there; False when the form has no such field."""
        row = self._rows.get(refused.field)
        if row is None:
            return False
        row.refuse(self._sentence(refused))
        row.field.setFocus()
        return True

    def _sentence(self, refused: BadRequest) -> str:
        """What is wrong, in words of this form."""
        if refused.field == "birth_date":
            return birthdays.refusal()
        if refused.reason == "name_day_unreadable":
            return tr("Write the day and the month, as in 14.03.")
        return self._session.sentence(BadRequest(_names()[refused.field], refused.reason))

    def accept(self) -> None:
        """Takes every complaint back."""
        for row in self._rows.values():
            row.accept()

    def start(self, *, behind: bool = False) -> None:
        """Puts the focus where typing begins; `behind` what stands there, to go on with it."""
        self._fields["name"].setFocus()
        if behind:
            self._fields["name"].end(False)

    # --- inside

    def _make_rows(self) -> dict[str, FormRow[QWidget]]:
        self._fields["birth_date"].setPlaceholderText(birthdays.hint())
        self._fields["name_day"].setPlaceholderText(tr("the given name whose day it is"))
        self._fields["address"].setPlaceholderText(tr("street and number, postcode and town, with commas between"))
        widgets: dict[str, QWidget] = {
            **self._fields,
            "name_day_on": self._name_day,
            "language": self._language,
            "note": self._note,
        }
        return {name: FormRow(self.theme, widget, text=_names()[name]) for name, widget in widgets.items()}

    def _lay_out(self) -> None:
        m = self.theme.m
        grid = QGridLayout()
        grid.setHorizontalSpacing(m.s4)
        grid.setVerticalSpacing(m.s3)
        for line, names in enumerate(PLACES):
            wide = COLUMNS // len(names)
            for place, name in enumerate(names):
                grid.addWidget(self._rows[name], line, place * wide, 1, wide, Qt.AlignmentFlag.AlignTop)
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(m.s3)
        box.addLayout(grid)
        box.addWidget(self._rows["note"])
        box.addWidget(self._consent)

    def _connect(self) -> None:
        for name in NAMING:
            self._fields[name].textEdited.connect(self._on_naming_edited)
        self._fields["tax_id"].textEdited.connect(self._on_tax_edited)
        for field in self._fields.values():
            field.textEdited.connect(self.edited)
            field.returnPressed.connect(self.submitted)
        self._name_day.edited.connect(self.edited)
        self._name_day.submitted.connect(self.submitted)
        self._language.chosen.connect(self.edited)
        self._note.textChanged.connect(self.edited)
        self._note.submitted.connect(self.submitted)
        self._consent.edited.connect(self.edited)

    def _on_tax_edited(self, text: str) -> None:
        """A doubt is only a hint: the number can be kept all the same."""
        self._rows["tax_id"].advise(tax_hint(self._session, text))

    def _on_naming_edited(self) -> None:
        told = {name: self._fields[name].text().strip() for name in NAMING}
        with suppress(BadRequest):  # half a date is none yet
            told["birth_date"] = birthdays.read(told["birth_date"])
            self._name_day.follow(Profile(**told))


def _names() -> dict[str, str]:
    """What each field is called."""
    return {
        "name": tr("Name"),
        "phone": tr("Phone"),
        "email": tr("E-mail"),
        "birth_date": tr("Birthday"),
        "name_day": tr("Name day of"),
        "name_day_on": tr("Name day"),
        "address": tr("Address"),
        "language": tr("Language"),
        "company": tr("Company"),
        "tax_id": tr("Tax number"),
        "note": tr("Note"),
    }
