"""The form of a supplier or partner shop: who it is, how it is reached, and on what terms."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QPlainTextEdit

from loyaltydesk.desk import Desk
from loyaltydesk.model.partners import (
    LONGEST_ADDRESS,
    LONGEST_FIELD,
    LONGEST_NAME,
    MOST_DAYS,
    Partner,
    PartnerCard,
    PartnerKind,
)
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.words import tr, trc
from loyaltydesk.words.partners import PARTNER_KINDS
from ui.partners.named_rows import NamedRows
from ui.seams.day_field import OpenDay
from ui.seams.session import Session
from ui.seams.tax_hint import tax_hint
from ui.theme.buttons import Button
from ui.theme.forms import Choice, Field
from ui.theme.theme import Theme

PLACES = (
    ("name", "kind"), ("contact", "phone"), ("email", "tax_id"), ("address",), ("payment_days", "discount"), ("until",),
    ("terms",),
)  # fmt: skip
LINES = {"name": LONGEST_NAME, "contact": LONGEST_NAME, "phone": LONGEST_FIELD, "email": LONGEST_FIELD,
         "tax_id": LONGEST_FIELD, "address": LONGEST_ADDRESS, "payment_days": 3, "discount": 12}  # fmt: skip
TERM_LINES = 4


class TermsField(QPlainTextEdit):
    """Some paragraphs; Tab leads on, and Enter begins another one."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.theme = theme
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(TERM_LINES * self.theme.m.fs_body_l * 3 // 2 + 2 * self.theme.m.s3)


class PartnerForm(NamedRows):
    """A new one, or one to be changed; `kept` carries the id, `left` leads back."""

    kept = Signal(str)

    def __init__(self, theme: Theme, session: Session) -> None:
        save_button, names = Button(theme, tr("Save"), kind="action", icon="check"), _names()
        super().__init__(theme, session, save_button=save_button, names=names)
        self.partner: Partner | None = None  # the one that is changed
        self.fields = {name: Field(theme, names[name]) for name in LINES}
        self.kind = Choice(names["kind"], [(kind.value, tr(words)) for kind, words in PARTNER_KINDS.items()])
        self.until = OpenDay(theme, tr("It ends on a day"), session.formats)
        self.terms = TermsField(theme, names["terms"])
        self._limit()
        self.place_rows({**self.fields, "kind": self.kind, "until": self.until, "terms": self.terms}, PLACES)
        self._connect()

    # --- from outside

    def begin(self, name: str = "") -> None:
        """An empty form."""
        self.partner = None
        self.heading.setText(tr("A new partner"))
        self._fill(PartnerCard(name))

    def change(self, partner: Partner) -> None:
        """A partner, to be changed."""
        self.partner = partner
        self.heading.setText(partner.card.name)
        self._fill(partner.card)

    # --- inside

    def _fill(self, card: PartnerCard) -> None:
        days = "" if card.payment_days is None else str(card.payment_days)
        told = {name: getattr(card, name) for name in LINES} | {"payment_days": days}
        for name, field in self.fields.items():
            field.setText(told[name])
            field.setCursorPosition(0)
        self.kind.choose(card.kind.value)
        self.terms.setPlainText(card.terms)
        today = self._session.ask(lambda desk: desk.now().date())
        self.until.show_day(card.until, otherwise=today.replace(year=today.year + 1, day=1))
        self.accept()
        self._on_tax_typed(card.tax_id)

    def _card(self) -> PartnerCard:
        told = {name: field.text() for name, field in self.fields.items()}
        days = told.pop("payment_days").strip()
        if days and not (days.isascii() and days.isdigit()):
            raise BadRequest("payment_days", "payment_days_range")
        return PartnerCard(
            **told,
            kind=PartnerKind(self.kind.current()),
            terms=self.terms.toPlainText(),
            payment_days=int(days) if days else None,
            until=self.until.chosen(),
        )

    def _keep(self, desk: Desk) -> Partner:
        changed = self.partner
        return desk.partners.change(changed.id, self._card()) if changed else desk.partners.add(self._card())

    def _limit(self) -> None:
        """Says what may be typed, and how much of it."""
        for name, most in LINES.items():
            self.fields[name].setMaxLength(most)
        self.fields["payment_days"].setValidator(QIntValidator(0, MOST_DAYS, self))
        self.fields["discount"].setPlaceholderText(tr("percent"))
        self.terms.setPlaceholderText(tr("delivery, smallest order, what was agreed"))

    def _connect(self) -> None:
        for field in self.fields.values():
            field.returnPressed.connect(self._on_save)
        self.fields["tax_id"].textEdited.connect(self._on_tax_typed)
        self.save_button.clicked.connect(self._on_save)

    # --- slots

    def _on_tax_typed(self, text: str) -> None:
        """A doubt is only a hint: it can be kept all the same."""
        self.rows["tax_id"].advise(tax_hint(self._session, text))

    def _on_save(self) -> None:
        partner = self.done(self._keep)
        if partner:
            self.kept.emit(partner.id)


def _names() -> dict[str, str]:
    return {
        "name": trc("of a partner", "Name"),
        "kind": tr("Kind"),
        "contact": tr("Contact person"),
        "phone": tr("Phone"),
        "email": tr("E-mail"),
        "tax_id": tr("Tax number"),
        "address": tr("Address"),
        "payment_days": tr("Days to pay in"),
        "discount": tr("Discount in percent"),
        "until": tr("Agreement"),
        "terms": tr("Terms"),
    }
