"""A focus group on the right: who was drawn, with phone numbers, and what each of them said."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.model.focus_groups import FocusGroup, Place, Reply
from loyaltydesk.words import tr, tr_n
from loyaltydesk.words.surveys import REPLIES
from ui.seams.formats import QtFormats
from ui.seams.people import shown_name
from ui.theme.buttons import Button
from ui.theme.flow import Flow
from ui.theme.forms import Choice
from ui.theme.frames import Panel, empty
from ui.theme.scrolling import Scroll
from ui.theme.text import ElidedLabel, label, set_tip
from ui.theme.theme import Theme


class FocusPanel(Panel):
    """One line for each who was drawn."""

    replied = Signal(str, str)  # the customer, and what they said
    customer_wanted = Signal(str)
    more_wanted = Signal()
    print_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, theme: Theme, formats: QtFormats) -> None:
        super().__init__(theme)
        self._formats = formats
        self._title, self._about = ElidedLabel(type_="title"), label(type_="muted", wrap=True)
        self._how = label(type_="muted", wrap=True)
        self.more = Button(theme, "", kind="action", icon="refresh-cw")
        self.print_button = Button(theme, tr("Print the list…"), icon="printer")
        self.save_button = Button(theme, tr("Save as CSV…"), icon="download")
        self.replies: dict[str, Choice] = {}  # by customer
        actions, inside = Flow(theme.m.s2), QWidget()
        for button in (self.more, self.print_button, self.save_button):
            actions.addWidget(button)
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, theme.m.s2, 0)
        self._rows.setSpacing(theme.m.s2)
        self.box.addWidget(self._title)
        self.box.addWidget(self._about)
        self.box.addLayout(actions)
        self.box.addWidget(Scroll(inside), 1)
        self.box.addWidget(self._how)
        self.more.clicked.connect(self.more_wanted)
        self.print_button.clicked.connect(self.print_wanted)
        self.save_button.clicked.connect(self.save_wanted)

    def show_group(self, group: FocusGroup, *, whom: str, how: str) -> None:
        """Shows a list; `whom` says whom it was drawn from, `how` how that can be worked out again."""
        self._title.setText(group.title)
        number = self._formats.number
        coming = tr_n("{n} person comes", "{n} people come", group.coming).format(n=number(group.coming))
        about = tr("{whom} · {coming} of {wanted} wanted · drawn {day}")
        day = self._formats.day(group.drawn_at.date())
        self._about.setText(about.format(whom=whom, coming=coming, wanted=number(group.wanted), day=day))
        self._how.setText(how)
        words = tr_n("Draw {n} more", "Draw {n} more", group.free).format(n=number(group.free))
        self.more.setText(words)
        self.more.setVisible(group.free > 0)
        empty(self._rows)
        self.replies = {}
        for place in group.places:
            row = self._row(place)
            self._rows.addWidget(row)
            row.show()
        self._rows.addStretch(1)

    def _row(self, place: Place) -> Panel:
        row, person = Panel(self.theme, surface="inset", across=True), place.customer
        row.box.addWidget(label(self._formats.number(place.number), "muted"))
        name = ElidedLabel(shown_name(person) if person else tr("Forgotten"), "strong")
        phone = person.profile.phone if person else ""
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        words.addWidget(ElidedLabel(phone, "muted"))
        row.box.addLayout(words, 1)
        if person:
            row.box.addLayout(self._answers(person.id, place.reply, name=name.text()))
        return row

    def _answers(self, customer: str, reply: Reply, *, name: str) -> QHBoxLayout:
        said = Choice(
            tr("What {name} said").format(name=name),
            [(each.value, tr(words)) for each, words in REPLIES.items()],
            current=reply.value,
        )
        profile = Button(self.theme, "", kind="small", icon="id-card")
        profile.setAccessibleName(tr("Profile"))
        set_tip(profile, tr("Profile"))
        self.replies[customer] = said
        said.chosen.connect(lambda key: self.replied.emit(customer, key))
        profile.clicked.connect(lambda: self.customer_wanted.emit(customer))
        across = QHBoxLayout()
        across.addWidget(said)
        across.addWidget(profile)
        return across
