"""The form for a new company: its name and numbers, who speaks for it, and its first card."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.companies import LONGEST_HOLDER
from loyaltydesk.model.customers import LONGEST_FIELD, LONGEST_NAME, Profile
from loyaltydesk.model.refusals import BadRequest, Refused
from loyaltydesk.words import LANGUAGES, tr
from ui.partners.fields import kept_or_told, refused_at
from ui.seams.form_panel import FormPanel
from ui.seams.session import Session
from ui.seams.tax_hint import tax_hint
from ui.theme.buttons import Button
from ui.theme.forms import Choice, Field, FormRow
from ui.theme.theme import Theme

PLACES = (
    ("company", "tax_id"), ("name", "phone"), ("email", "language"), ("address",), ("card", "holder"),
)  # fmt: skip
LONGEST = {"name": LONGEST_NAME, "tax_id": LONGEST_NAME, "holder": LONGEST_HOLDER}  # letters; the others have more


class CompanyForm(FormPanel):
    """`registered` carries the id of the new customer; `left` leads back."""

    registered = Signal(str)

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme, Button(theme, tr("Register"), kind="action", icon="plus"))
        self.heading.setText(tr("A new company"))
        self._session = session
        self.fields = {name: Field(theme, words) for name, words in _names().items() if name != "language"}
        self.language = Choice(_names()["language"], [("", tr("As in the shop")), *LANGUAGES.items()])
        widgets: dict[str, QWidget] = {**self.fields, "language": self.language}
        self.rows = {name: FormRow(theme, widget, text=_names()[name]) for name, widget in widgets.items()}
        self._lay_out_form()
        for name, field in self.fields.items():
            field.setMaxLength(LONGEST.get(name, LONGEST_FIELD))
            field.returnPressed.connect(self._on_save)
        self.fields["tax_id"].textChanged.connect(self._on_tax_typed)
        self.save_button.clicked.connect(self._on_save)

    def begin(self, name: str = "", card: str = "") -> None:
        """An empty form, with what was looked for as the name."""
        for row in self.rows.values():
            row.accept()
        for field in self.fields.values():
            field.clear()
        self.fields["company"].setText(name)
        self.fields["card"].setText(card)
        self.language.choose("")
        self.trouble.hide()

    def take_card(self, number: str) -> None:
        """A scanned card becomes the first one."""
        self.fields["card"].setText(number)
        self.rows["card"].accept()
        self.fields["holder"].setFocus()

    # --- inside

    def _lay_out_form(self) -> None:
        self.fields["address"].setPlaceholderText(tr("street and number, postcode and town, with commas between"))
        self.fields["card"].setPlaceholderText(tr("scan it; empty: a number of ours"))
        self.fields["holder"].setPlaceholderText(tr("empty: nobody in particular"))
        grid = self.grid
        for line, names in enumerate(PLACES):
            wide = 2 // len(names)
            for place, name in enumerate(names):
                grid.addWidget(self.rows[name], line, place * wide, 1, wide, Qt.AlignmentFlag.AlignTop)
        self.lay_out()

    def _register(self, desk: Desk) -> str:
        told = {name: field.text() for name, field in self.fields.items()}
        card, holder = told.pop("card"), told.pop("holder")
        profile = Profile(**told, language=self.language.current())
        return desk.companies.register(profile, card=card.strip(), holder=holder)[0]

    def _refuse(self, refused: Refused, sentence: str) -> None:
        """Says what is wrong at its field, or below the form."""
        if isinstance(refused, BadRequest) and refused.field in self.rows:
            sentence = self._session.sentence(BadRequest(_names()[refused.field], refused.reason))
        if not refused_at(self.rows, refused, sentence):
            self.refuse(sentence)

    # --- slots

    def _on_tax_typed(self, text: str) -> None:
        """A doubt is only a hint: it can be kept all the same."""
        twin = self._session.ask(lambda desk: desk.companies.twin(text))
        hint = tr("{company} has this number already.").format(company=twin.profile.company) if twin else ""
        self.rows["tax_id"].advise(hint or tax_hint(self._session, text))

    def _on_save(self) -> None:
        for row in self.rows.values():
            row.accept()
        self.trouble.hide()
        customer = kept_or_told(self._session, self._register, refuse=self._refuse)
        if customer:
            self.registered.emit(customer)


def _names() -> dict[str, str]:
    return {
        "company": tr("Company"),
        "tax_id": tr("Tax number"),
        "name": tr("Contact person"),
        "phone": tr("Phone"),
        "email": tr("E-mail"),
        "language": tr("Language"),
        "address": tr("Address"),
        "card": tr("First card"),
        "holder": tr("Who carries it"),
    }
