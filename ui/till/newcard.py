"""The form for somebody new: name is enough, Enter leads through it, and what is wrong is said at its field."""

import re
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from loyaltydesk.model.customers import Profile
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.words import tr
from ui.seams import birthdays
from ui.seams.people import agreed, rules
from ui.theme.blocks import Banner
from ui.theme.buttons import Button
from ui.theme.forms import Field, FormRow
from ui.theme.frames import Panel
from ui.theme.marks import IconTile
from ui.theme.sheet import Tone
from ui.theme.text import label
from ui.theme.theme import Theme

WIDEST = 440  # px of what is agreed to beside the birthday


class NewCardForm(Panel):
    """Name, phone, birthday, consent; and what else can be done with a card that is nobody's."""

    submitted = Signal()
    nameless_wanted = Signal()
    link_wanted = Signal()
    replace_wanted = Signal()
    owner_wanted = Signal()  # of the phone that is somebody's already
    phone_typed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._title, self._about = label(type_="name", wrap=True), label(type_="muted", wrap=True)
        self.name = FormRow(theme, Field(theme, tr("Name")), text=tr("Name"))
        self.phone = FormRow(theme, Field(theme, tr("Phone")), text=tr("Phone"))
        birthday = tr("Birthday (day and month)")
        self.birthday = FormRow(theme, Field(theme, birthday), text=birthday)
        self.consent = Button(theme, rules())
        self.consent.setCheckable(True)
        self.register = Button(theme, tr("Register"), kind="action", key="⏎")
        self.nameless = Button(theme, tr("Just collect points for now"))
        self.replace = Button(theme, tr("Replace a lost card"))
        self.link = Button(theme, tr("Belongs to somebody we know"))
        self.owner = Button(theme, "", kind="small")
        self._notice = Banner(theme, "", tone="warning")
        self._known = Banner(theme, "", tone="info", action=self.owner)
        self._welcome = Banner(theme, "", tone="accent")
        self._grid, self._consent, self._above_consent = QGridLayout(), QVBoxLayout(), label(type_="strong")
        self._lay_out_form()
        self._connect()

    # --- what it shows

    def start(self, title: str, about: str, *, has_card: bool) -> None:
        """Empties the form; with a card in hand it may also go to somebody known."""
        self.show_card(title, about)
        for row in (self.name, self.phone, self.birthday):
            row.field.clear()
            row.accept()
        self.consent.setChecked(False)
        for button in (self.nameless, self.replace, self.link):
            button.setVisible(has_card)
        self.warn("")
        self.know("")

    def show_card(self, title: str, about: str) -> None:
        """Says which card is in hand; what was typed stays."""
        self._title.setText(title)
        self._about.setText(about)

    def invite(self, said: str, detail: str) -> None:
        """What to tell somebody new; nothing hides it."""
        self._welcome.say(said or detail, detail=detail if said else "", tone="accent")
        self._welcome.setVisible(bool(said or detail))

    def prefill(self, typed: str) -> None:
        """Puts what found nobody where it belongs: a phone number or a name."""
        is_phone = re.fullmatch(r"[+()\d\s/-]{5,}", typed) is not None
        if is_phone or re.search(r"[^\W\d]", typed):
            (self.phone if is_phone else self.name).field.setText(typed)

    @property
    def typed(self) -> str:
        """Who is about to be registered: the name that was typed, or else the phone."""
        return self.name.field.text().strip() or self.phone.field.text().strip()

    def start_typing(self) -> None:
        """Puts the focus where there is nothing yet."""
        name, phone = self.name.field, self.phone.field
        (phone if name.text() and not phone.text() else name).setFocus()

    def warn(self, sentence: str, tone: Tone = "warning") -> None:
        """Says something about the card or the whole form; nothing takes it back."""
        self._notice.say(sentence, tone=tone)
        self._notice.setVisible(bool(sentence))

    def know(self, name: str) -> None:
        """Offers the person who has this phone already; nobody takes the offer back."""
        self._known.say(tr("{name} has this phone number already").format(name=name), tone="info")
        self.owner.setText(tr("It is the same person"))
        self.owner.setAccessibleName(tr("{action}: {what}").format(action=tr("It is the same person"), what=name))
        self._known.setVisible(bool(name))

    def refuse(self, field: str, sentence: str) -> None:
        """Says what is wrong at the field it is about, and goes there."""
        row = {"name": self.name, "phone": self.phone, "birth_date": self.birthday}.get(field)
        if row is None:
            self.warn(sentence, "danger")
        else:
            row.refuse(sentence)
            row.field.setFocus()

    def profile(self, today: date) -> Profile | None:
        """What was typed; None when the birthday cannot be read, which is then said at its field."""
        try:
            birthday = birthdays.read(self.birthday.field.text())
        except BadRequest:
            self.refuse("birth_date", tr("Write the day and the month, as in 14.03."))
            return None
        return Profile(
            name=self.name.field.text().strip(),
            phone=self.phone.field.text().strip(),
            birth_date=birthday,
            consent=agreed(today) if self.consent.isChecked() else "",
        )

    # --- inside

    def _lay_out_form(self) -> None:
        m = self.theme.m
        self.birthday.field.setPlaceholderText(tr("dd.mm"))
        words, head, grid, consent = QVBoxLayout(), QHBoxLayout(), self._grid, self._consent
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._about)
        head.setSpacing(m.s4)
        head.addWidget(IconTile(self.theme, "user-plus", side="medium"))
        head.addLayout(words, 1)
        consent.addWidget(self._above_consent)
        consent.addWidget(self.consent)
        consent.addStretch(1)
        consent.setSpacing(m.s1)
        grid.setHorizontalSpacing(m.s4)
        grid.setVerticalSpacing(m.s2)
        for place, part in enumerate((self.name, self.phone, self.birthday)):
            grid.addWidget(part, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        self._place_consent()
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        self.box.addLayout(head)
        self.box.addSpacing(m.s2)
        self.box.addLayout(grid)
        for banner in (self._notice, self._known, self._welcome):
            self.box.addWidget(banner)
        self.box.addStretch(1)
        self.box.addLayout(self._actions())

    def _place_consent(self) -> None:
        """Beside the birthday, or below it where large letters would make the window wider."""
        below = self.consent.sizeHint().width() > WIDEST
        self._above_consent.setHidden(below)
        self._grid.removeItem(self._consent)
        self._grid.addLayout(self._consent, 1 + below, 1 - below, 1, 1 + below)

    def _actions(self) -> QVBoxLayout:
        first, second, both = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        for row, buttons in ((first, (self.register, self.nameless)), (second, (self.replace, self.link))):
            row.setSpacing(self.theme.m.s2)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            both.addLayout(row)
        both.setSpacing(self.theme.m.s2)
        return both

    def _connect(self) -> None:
        name, phone, birthday = (row.field for row in (self.name, self.phone, self.birthday))
        name.returnPressed.connect(phone.setFocus)
        phone.returnPressed.connect(birthday.setFocus)
        birthday.returnPressed.connect(self.submitted)
        phone.textEdited.connect(self.phone_typed)
        self.register.clicked.connect(self.submitted)
        self.nameless.clicked.connect(self.nameless_wanted)
        self.replace.clicked.connect(self.replace_wanted)
        self.link.clicked.connect(self.link_wanted)
        self.owner.clicked.connect(self.owner_wanted)
        self.theme.changed.connect(self._place_consent)
        for row in (self.name, self.phone, self.birthday):
            row.field.textEdited.connect(row.accept)
