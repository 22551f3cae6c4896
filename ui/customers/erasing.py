"""The panel that erases a customer: what goes, what stays, and a word to be typed so that it is never a slip."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyaltydesk.model.customers import Customer
from loyaltydesk.model.folding import folded_words
from loyaltydesk.words import tr
from loyaltydesk.words.reasons import points_text
from ui.customers.dossier import Dossier
from ui.seams.question import Answer, Question
from ui.seams.session import Session
from ui.theme.buttons import Button
from ui.theme.forms import Field
from ui.theme.text import label
from ui.theme.theme import Theme

LONGEST_TYPED = 40  # characters of a name that somebody can be asked to type


class ErasePanel(QWidget):
    """A button that asks; `confirmed` comes after the customer's name was typed."""

    confirmed = Signal()

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self._session = session
        self._customer: Customer | None = None
        self._detail = ""
        self.button = Button(theme, tr("Erase the customer"), kind="danger", icon="trash-2")
        self.question = Question(theme)
        self.field = Field(theme, tr("Type it to confirm"))
        self._ask_for = label(wrap=True)
        self._body = QWidget()
        self._body.setFocusProxy(self.field)
        self.question.keep(self._body)
        self._sure: Button | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.m.s2)
        box.addWidget(label(tr("Erase"), "title"))
        words = tr("For somebody who wishes to be forgotten. The books stay, without the name.")
        box.addWidget(label(words, "muted", wrap=True))
        box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.question)
        self.question.asked.connect(self.button.setHidden)
        inside = QVBoxLayout(self._body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._ask_for)
        inside.addWidget(self.field)
        self.button.clicked.connect(self._on_button_clicked)
        self.field.textChanged.connect(self._on_typed)
        self.field.returnPressed.connect(self._on_entered)

    def show_dossier(self, dossier: Dossier) -> None:
        """Says of this customer what would go."""
        self._customer = dossier.customer
        seen = dossier.seen
        points = points_text(seen.balance + seen.pending, self._session.formats)
        goes = tr("Gone for good: name, phone, e-mail, birthday, company, note and consent; the cards; {points}.")
        vouchers = tr("Open vouchers are cancelled.") if seen.vouchers else ""
        stays = tr("What stays: the purchases and their sums, of nobody in particular.")
        self._detail = " ".join(words for words in (goes.format(points=points), vouchers, stays) if words)

    def close_question(self) -> bool:
        """Asks no more; False when nothing was asked."""
        return self.question.withdraw()

    # --- inside

    def _on_button_clicked(self) -> None:
        assert self._customer is not None
        self.field.clear()
        self._ask_for.setText(tr("Type “{word}” to confirm:").format(word=word_for(self._customer)))
        self._ask_for.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = self.question.ask(
            tr("Erase this customer? It cannot be undone."),
            [Answer(tr("Erase for good"), self.confirmed.emit, "danger")],
            detail=self._detail,
            body=self._body,
        )
        self._sure = buttons[0]
        self._on_typed(self.field.text())

    def _is_typed(self) -> bool:
        wanted = word_for(self._customer) if self._customer else ""
        return folded_words(self.field.text()) == folded_words(wanted)

    def _on_typed(self, _text: str) -> None:
        if self._sure and self.question.is_asked:
            self._sure.setEnabled(self._is_typed())

    def _on_entered(self) -> None:
        self.question.answer()  # which is off until the name is there


def word_for(customer: Customer) -> str:
    """What must be typed: the name, or a word in place of one that is long or has no letters."""
    name = customer.profile.name
    return name if folded_words(name) and len(name) <= LONGEST_TYPED else tr("erase")
