"""The form of one person of the staff: name, role, own card, payroll number, and whether they are still here."""

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import Refused
from loyaltydesk.model.staff import LONGEST_NAME, LONGEST_PAYROLL, Member, Role
from loyaltydesk.words import tr
from loyaltydesk.words.staff import ROLES
from ui.seams.session import Session
from ui.theme.buttons import Button
from ui.theme.flow import Flow
from ui.theme.forms import Choice, Field, FormRow
from ui.theme.text import label
from ui.theme.theme import Theme


class StaffForm(QWidget):
    """Kept as a whole, by its button or by Enter."""

    done = Signal(bool)  # whether anything was kept

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self._session = session
        self._member: Member | None = None
        self._title = label(type_="title", wrap=True)
        self.name, self.payroll = Field(theme, tr("Name")), Field(theme, tr("Payroll number"))
        self.card = Field(theme, tr("Own card"))
        self.role = Choice(tr("Role"), [(role.value, tr(words)) for role, words in ROLES.items()])
        self.active = QCheckBox(tr("Still works here"))
        self._rows = {
            "name": FormRow(theme, self.name, text=tr("Name"), hint=tr("As it stands with purchases and on slips.")),
            "role": FormRow(theme, self.role, text=tr("Role"), hint=tr("Goals and bonuses are for cashiers.")),
            "card": FormRow(theme, self.card, text=tr("Own card")),
            "payroll": FormRow(theme, self.payroll, text=tr("Payroll number"), hint=tr("For the bonus list.")),
        }
        self.save = Button(theme, tr("Save"), kind="action", icon="check")
        self.cancel = Button(theme, tr("Cancel"), kind="ghost")
        self._lay_out(theme)
        self.save.clicked.connect(self._on_save_pressed)
        self.cancel.clicked.connect(lambda: self.done.emit(False))
        for field in (self.name, self.card, self.payroll):
            field.returnPressed.connect(self._on_save_pressed)
        self.card.textEdited.connect(self._rows["card"].accept)

    def show_member(self, member: Member | None) -> None:
        """Fills the form with one of the list, or empties it for somebody new."""
        self._member = member
        shown = member or Member("", "")
        self._title.setText(shown.name or tr("New on the staff list"))
        self.name.setText(shown.name)
        self.payroll.setText(shown.payroll)
        self.card.setText(self._session.ask(lambda desk: _card_of(desk, shown)))
        self.role.choose(shown.role.value)
        self.active.setChecked(shown.is_active)
        self.active.setVisible(member is not None)
        self._rows["card"].advise(self._whose(shown))
        for row in self._rows.values():
            row.accept()
        self.name.setFocus()
        self.name.selectAll()

    def take_card(self, code: str) -> None:
        """A scanned code is the number of their own card."""
        self.card.setText(code)
        self._rows["card"].accept()

    # --- inside

    def _lay_out(self, theme: Theme) -> None:
        self.name.setMaxLength(LONGEST_NAME)
        self.payroll.setMaxLength(LONGEST_PAYROLL)
        self.card.setMaxLength(64)
        self.card.setPlaceholderText(tr("scan it, or leave it empty"))
        box, buttons = QVBoxLayout(self), Flow(theme.m.s3)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.m.s3)
        box.addWidget(self._title)
        for row in self._rows.values():
            box.addWidget(row)
        box.addWidget(self.active, 0, Qt.AlignmentFlag.AlignLeft)
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        box.addLayout(buttons)

    def _whose(self, member: Member) -> str:
        rule = tr("What they ring up on it themselves brings no points, nor on a card of their household.")
        name = self._session.ask(lambda desk: _customer_of(desk, member))
        return tr("{name}. {rule}").format(name=name, rule=rule) if name else rule

    def _kept(self, desk: Desk) -> Member:
        member = self._member or desk.staff.add(self.name.text())
        card = self.card.text().strip()
        customer = member.customer if card and card == _card_of(desk, member) else card or None
        return desk.staff.save(
            replace(
                member,
                name=self.name.text(),
                role=Role(self.role.current()),
                is_active=self.active.isChecked(),
                customer=customer,
                payroll=self.payroll.text(),
            )
        )

    def _on_save_pressed(self) -> None:
        wrong: list[Refused] = []

        def kept(desk: Desk) -> Member | None:
            try:
                with desk.writing():
                    return self._kept(desk)
            except Refused as refused:
                wrong.append(refused)
                raise

        if self._session.do(kept, refused=lambda sentence: self._refuse(wrong, sentence)):
            self.done.emit(True)

    def _refuse(self, wrong: list[Refused], sentence: str) -> None:
        field = getattr(wrong[0], "field", "card") if wrong else "name"
        row = self._rows.get(field, self._rows["name"])
        row.refuse(sentence)
        row.field.setFocus()


def _card_of(desk: Desk, member: Member) -> str:
    """The number of the card that somebody has themselves; their id where they have none that can be used."""
    try:
        own = desk.customers.get(member.customer).id if member.customer else ""
        return desk.customers.card_number(own) or own
    except Refused:  # they were forgotten as a customer
        return ""


def _customer_of(desk: Desk, member: Member) -> str:
    try:
        return desk.customers.get(member.customer).profile.called if member.customer else ""
    except Refused:
        return ""
