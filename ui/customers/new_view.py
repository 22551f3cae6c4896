"""A new customer: the same form, with a card that is scanned, typed or made."""

import re
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.cards import tidy
from loyaltydesk.model.codes import is_voucher_like, is_whole, meant
from loyaltydesk.model.customers import Customer, Profile
from loyaltydesk.model.refusals import BadCardNumber, BadRequest, DuplicateCard, Refused
from loyaltydesk.words import tr
from ui.customers.brought_field import BroughtField
from ui.customers.profile_form import ProfileForm
from ui.seams.people import shown_name
from ui.seams.question import Answer, Question
from ui.seams.session import Session
from ui.theme.blocks import Banner
from ui.theme.buttons import Button
from ui.theme.forms import Field, FormRow
from ui.theme.frames import Panel
from ui.theme.scrolling import Scroll
from ui.theme.text import label
from ui.theme.theme import Theme

WIDEST = 900  # px; longer lines are hard to follow


class NewView(QWidget):
    """Registers somebody; `registered` carries the id, `met` that of one who was here before, `left` leads back."""

    registered = Signal(str)
    met = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self.theme = theme
        self._session = session
        self.back_button = Button(theme, tr("Customers"), kind="ghost", icon="arrow-left")
        self.form = ProfileForm(theme, session)
        self.card = Field(theme, tr("Card number"))
        self.card.setPlaceholderText(tr("Scan or type it; left empty, the card gets a number of ours"))
        self.card_row = FormRow(theme, self.card, text=tr("Card number"))
        self.brought = BroughtField(theme, session)
        self.brought_row = FormRow(theme, self.brought, text=tr("Brought by (card or name)"))
        self.question = Question(theme)
        self.trouble = Banner(theme, "", tone="danger")
        self.button = Button(theme, tr("Register"), kind="action", icon="user-plus", key="Ctrl+S")
        self._lay_out()
        self._connect()

    # --- from outside

    def begin(self, told: str = "", card: str = "") -> None:
        """An empty form, with what was looked for in the field that it fits."""
        is_number = re.fullmatch(r"[\d\s()+./-]+", told) is not None
        field = "email" if "@" in told else "phone" if is_number else "name"
        self.form.show_profile(Profile(**{field: told}))
        self.card.setText(card)
        self.brought.clear()
        self.brought_row.setVisible(self._session.ask(_thanks_friends))
        self._accept()
        self.start()

    def start(self) -> None:
        """Puts the focus where typing goes on."""
        self.form.start(behind=True)

    def take_scan(self, code: str) -> None:
        """A scanned code is the number of the new card, or of the card of whoever brought them, where that is asked."""
        if self.brought.take_scan(code):
            return
        if is_voucher_like(code) and is_whole(meant(code)):
            self.card_row.refuse(tr("This is a voucher and no card."))
            return
        self.card.setText(tidy(code))
        self.card_row.accept()

    def leave(self, then: Callable[[], object]) -> None:
        """Does `then` when nothing typed is lost by it, or else asks first."""
        if not (self.form.is_changed or self.brought.customer):
            then()
            return
        answers = [Answer(tr("Do not register"), then, "outline")]
        self.question.ask(tr("Nobody is registered yet. Leave all the same?"), answers)

    def go_back(self) -> None:
        """Takes back the last step here, or leads back to the list."""
        if not self.question.withdraw():
            self.leave(self.left.emit)

    def register(self) -> None:
        """Registers the customer, after a question where it may be somebody we know."""
        self._accept()
        if self.brought.is_undecided:
            self.brought_row.refuse(tr("Choose who it was, or empty this field."))
            self.brought.setFocus()
            return
        twin = self._twin()
        if twin:
            self._ask_about(twin)
        else:
            self._register()

    # --- inside

    def _accept(self) -> None:
        """Takes back whatever was complained of or asked."""
        self.form.accept()
        for row in (self.card_row, self.brought_row):
            row.accept()
        self.trouble.hide()
        self.question.withdraw()

    def _twin(self) -> Customer | None:
        try:
            return self._session.ask(lambda desk: desk.customers.twin(self.form.profile()))
        except BadRequest:
            return None  # it is said at its field when registering is tried

    def _ask_about(self, twin: Customer) -> None:
        answers = [
            Answer(tr("It is the same person"), lambda: self.met.emit(twin.id)),
            Answer(tr("Register all the same"), self._register, "outline"),
        ]
        words = tr("{name} has this phone number or e-mail address already.")
        self.question.ask(words.format(name=shown_name(twin)), answers)

    def _register(self) -> None:
        """Registers the customer; what cannot be is said at its field."""
        wrong: list[Refused] = []

        def register(desk: Desk) -> str:
            try:
                card, friend = self.card.text().strip(), self.brought.customer
                return desk.customers.register(self.form.profile(), card=card, referred_by=friend)[0]
            except Refused as refused:
                wrong.append(refused)
                raise

        customer = self._session.do(register, refused=lambda sentence: self._refuse(wrong[0], sentence))
        if customer:
            self.registered.emit(customer)

    def _refuse(self, refused: Refused, sentence: str) -> None:
        if isinstance(refused, BadCardNumber | DuplicateCard):
            self.card_row.refuse(sentence)
            self.card.setFocus()
        elif not (isinstance(refused, BadRequest) and self.form.refuse(refused)):
            self.trouble.say(sentence, tone="danger")
            self.trouble.show()

    def _lay_out(self) -> None:
        m = self.theme.m
        bar = Panel(self.theme, surface="bar", across=True)
        bar.box.addWidget(self.back_button)
        bar.box.addWidget(label(tr("New customer"), "name"))
        bar.box.addStretch(1)
        bar.box.addWidget(self.button)
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(2, 0, m.s3, 0)
        box.setSpacing(m.s3)
        beside = QHBoxLayout()
        beside.setSpacing(m.s4)
        for row in (self.card_row, self.brought_row):
            beside.addWidget(row, 1, Qt.AlignmentFlag.AlignTop)
        box.addLayout(beside)
        box.addWidget(self.form)
        box.addStretch(1)
        card = Panel(self.theme)
        card.setMaximumWidth(WIDEST)
        for widget in (self.trouble, self.question, Scroll(inside)):
            card.box.addWidget(widget)
        self.trouble.hide()
        across = QHBoxLayout()
        across.setContentsMargins(m.s5, m.s4, m.s5, m.s4)
        across.addStretch(1)
        across.addWidget(card, 100)
        across.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar)
        whole.addLayout(across, 1)

    def _connect(self) -> None:
        self.back_button.clicked.connect(lambda: self.leave(self.left.emit))
        self.button.clicked.connect(self.register)
        self.form.submitted.connect(self.register)
        for field in (self.card.returnPressed, self.brought.submitted):
            field.connect(self.register)
        self.brought.chosen.connect(self._on_friend_chosen)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.register)

    # --- slots

    def _on_friend_chosen(self) -> None:
        self.brought_row.accept()
        self.start()


def _thanks_friends(desk: Desk) -> bool:
    """Whether the programme has points for whoever brings somebody, so that it is asked who it was."""
    referral = desk.shop.programme.referral
    return bool(referral.points_referrer or referral.points_new)
