"""The people of the staff in the settings: the list, the names that are on none yet, and the form of one of them."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyaltydesk.model.staff import Member, Offered
from loyaltydesk.words import tr, tr_n
from loyaltydesk.words.staff import ROLES
from ui.seams.session import Session
from ui.settings.staff_form import StaffForm
from ui.settings.staff_views import StaffView
from ui.theme.buttons import Button
from ui.theme.flow import Flow
from ui.theme.text import label
from ui.theme.theme import Theme

MOST_OFFERED = 12  # names, the busiest


class StaffPeople(StaffView):
    """Who may be at the till, and who was."""

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme, session)
        self.form = StaffForm(theme, session)
        self.add = Button(theme, tr("Somebody new"), kind="action", icon="user-plus")
        self._listed, self._list = QWidget(), QVBoxLayout()
        self._offers, self._row = QWidget(), Flow(theme.m.s2)
        self._lay_out()
        self.add.clicked.connect(lambda: self.show_form(None))
        self.form.done.connect(self._on_form_done)
        self.form.hide()

    # --- from outside

    def reload(self) -> None:
        members, offered = self.session.ask(lambda desk: (desk.staff.members(), desk.staff.offered()))
        _empty(self._list)
        _empty(self._row)
        shown: list[QWidget] = [self._member_button(member) for member in members]
        if not members:
            words = tr("There is no list yet: whoever types a name can be at the till. With a list, only they can.")
            shown.append(label(words, "muted", wrap=True))
        for widget in shown:
            self._list.addWidget(widget)
            widget.show()
        for offer in offered[:MOST_OFFERED]:
            button = self._offer_button(offer)
            self._row.addWidget(button)
            button.show()
        self._offers.setVisible(bool(offered) and self.form.isHidden())

    def take_scan(self, code: str) -> bool:
        if self.form.isHidden():
            return False
        self.form.take_card(code)
        return True

    def go_back(self) -> bool:
        if self.form.isHidden():
            return False
        self._on_form_done(False)
        return True

    def show_form(self, member: Member | None) -> None:
        """Opens the form of one of the list, or an empty one."""
        for part in (self._listed, self._offers, self.add):
            part.hide()
        self.form.show()
        self.form.show_member(member)

    # --- inside

    def _lay_out(self) -> None:
        m = self.theme.m
        self._listed.setLayout(self._list)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(m.s2)
        offers = QVBoxLayout(self._offers)
        offers.setContentsMargins(0, 0, 0, 0)
        offers.addWidget(label(tr("These names stand with purchases. Take them onto the list:"), "muted", wrap=True))
        offers.addLayout(self._row)
        buttons = Flow(m.s3)
        buttons.addWidget(self.add)
        self.box.addWidget(self._listed)
        self.box.addLayout(buttons)
        self.box.addWidget(self._offers)
        self.box.addWidget(self.form)

    def _member_button(self, member: Member) -> Button:
        state = tr(ROLES[member.role]) if member.is_active else tr("Has left")
        words = tr("{name} · {what}").format(name=member.name, what=state)
        button = Button(self.theme, words, icon="user-check" if member.is_active else "user")
        button.clicked.connect(lambda: self.show_form(member))
        return button

    def _offer_button(self, offer: Offered) -> Button:
        count = tr_n("{n} purchase", "{n} purchases", offer.purchases)
        count = count.format(n=self.session.formats.number(offer.purchases))
        words = tr("{name} · {what}").format(name=offer.name, what=count)
        button = Button(self.theme, words, kind="small", icon="plus")
        button.clicked.connect(lambda: self._on_offer_taken(offer.name))
        return button

    # --- slots

    def _on_offer_taken(self, name: str) -> None:
        self.do(lambda desk: desk.staff.take_in([name]))

    def _on_form_done(self, kept: bool) -> None:
        self.form.hide()
        for part in (self._listed, self.add):
            part.show()
        self.reload()
        if kept:
            self.kept.emit()
        self.add.setFocus()


def _empty(layout: QVBoxLayout | Flow) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item else None
        if widget:
            widget.hide()
            widget.deleteLater()
