"""The form for a new company: its name and numbers, who speaks for it, and its first card."""

from PySide6.QtCore import Signal

from loyaltydesk.desk import Desk
from loyaltydesk.model.companies import LONGEST_HOLDER
from loyaltydesk.model.customers import LONGEST_FIELD, LONGEST_NAME, Profile
from loyaltydesk.words import LANGUAGES, tr
from ui.partners.named_rows import NamedRows
from ui.seams.session import Session
from ui.seams.tax_hint import tax_hint
from ui.theme.buttons import Button
from ui.theme.forms import Choice, Field
from ui.theme.theme import Theme

PLACES = (
    ("company", "tax_id"), ("name", "phone"), ("email", "language"), ("address",), ("card", "holder"),
)  # fmt: skip
LONGEST = {"name": LONGEST_NAME, "tax_id": LONGEST_NAME, "holder": LONGEST_HOLDER}  # letters; the others have more


class CompanyForm(NamedRows):
    """`registered` carries the id of the new customer; `left` leads back."""

    registered = Signal(str)

    def __init__(self, theme: Theme, session: Session) -> None:
        save_button = Button(theme, tr("Register"), kind="action", icon="plus")
        super().__init__(theme, session, save_button=save_button, names=_names())
        self.heading.setText(tr("A new company"))
        self.fields = {name: Field(theme, words) for name, words in self._names.items() if name != "language"}
        self.language = Choice(self._names["language"], [("", tr("As in the shop")), *LANGUAGES.items()])
        self._say_what_to_type()
        self.place_rows({**self.fields, "language": self.language}, PLACES)
        for name, field in self.fields.items():
            field.setMaxLength(LONGEST.get(name, LONGEST_FIELD))
            field.returnPressed.connect(self._on_save)
        self.fields["tax_id"].textChanged.connect(self._on_tax_typed)
        self.save_button.clicked.connect(self._on_save)

    def begin(self, name: str = "", card: str = "") -> None:
        """An empty form, with what was looked for as the name."""
        self.accept()
        for field in self.fields.values():
            field.clear()
        self.fields["company"].setText(name)
        self.fields["card"].setText(card)
        self.language.choose("")

    def take_card(self, number: str) -> None:
        """A scanned card becomes the first one."""
        self.fields["card"].setText(number)
        self.rows["card"].accept()
        self.fields["holder"].setFocus()

    # --- inside

    def _say_what_to_type(self) -> None:
        self.fields["address"].setPlaceholderText(tr("street and number, postcode and town, with commas between"))
        self.fields["card"].setPlaceholderText(tr("scan it; empty: a number of ours"))
        self.fields["holder"].setPlaceholderText(tr("empty: nobody in particular"))

    def _register(self, desk: Desk) -> str:
        told = {name: field.text() for name, field in self.fields.items()}
        card, holder = told.pop("card"), told.pop("holder")
        profile = Profile(**told, language=self.language.current())
        return desk.companies.register(profile, card=card.strip(), holder=holder)[0]

    # --- slots

    def _on_tax_typed(self, text: str) -> None:
        """A doubt is only a hint: it can be kept all the same."""
        twin = self._session.ask(lambda desk: desk.companies.twin(text))
        hint = tr("{company} has this number already.").format(company=twin.profile.company) if twin else ""
        self.rows["tax_id"].advise(hint or tax_hint(self._session, text))

    def _on_save(self) -> None:
        customer = self.done(self._register)
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
