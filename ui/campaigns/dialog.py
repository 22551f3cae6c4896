"""The dialog in which one click does something for a whole group of customers: vouchers, cards or a list of calls.

To be used as:
    dialog = CampaignDialog(theme, session, tools, group=ChosenGroup("slipping", tr("Slipping away"), ids), parent=page)
    dialog.begun.connect(lambda what: page.wanted.emit("greetings", what))
    dialog.exec()
"""

from collections.abc import Callable
from uuid import uuid4

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.campaigns import APART, CampaignKind, Chosen, Plan, Subject
from loyaltydesk.model.refusals import Refused
from loyaltydesk.words import tr, tr_n
from loyaltydesk.words.campaigns import SUBJECTS, kind_text
from ui.campaigns.gift_form import NONE, GiftForm
from ui.campaigns.opening import opening_subject
from ui.campaigns.outlook import Outlook
from ui.seams.session import Session
from ui.seams.tasks import while_alive
from ui.seams.tools import Tools
from ui.theme.buttons import Button, SegmentedControl
from ui.theme.forms import Choice, FormRow
from ui.theme.scrolling import Scroll
from ui.theme.text import label
from ui.theme.theme import Theme

LONGEST = 3660  # days
WIDE, HIGH = 920, 690  # px


class ChosenGroup(Struct, frozen=True):
    """A group: its key, its name in the language in use, and the ids of its customers, the most important first."""

    key: str
    name: str
    customers: tuple[str, ...]


class CampaignDialog(QDialog):
    """What to do on the left, what that would come to on the right; `begun` carries what the Greetings page opens."""

    begun = Signal(str)  # "campaign/<id>"

    def __init__(
        self,
        theme: Theme,
        session: Session,
        tools: Tools,
        *,
        group: ChosenGroup,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._session, self._tools = theme, session, tools
        self._group = group
        self._key = uuid4().hex  # pressed twice, it is begun once
        self._asked = 0
        self.setWindowTitle(group.name)
        rewards = session.ask(lambda desk: desk.shop.programme.rewards)
        self.kind = SegmentedControl(theme, [(kind.value, kind_text(kind)) for kind in CampaignKind])
        subjects = [(subject, tr(words)) for subject, words in SUBJECTS.items()]
        self.subject = Choice(tr("What it is about"), subjects, current=opening_subject(group.key).value)
        self.gift = GiftForm(theme, session.formats, rewards)
        self.apart = QSpinBox()
        self.by_post = QCheckBox(tr("Only customers with an address"))
        self.outlook = Outlook(theme, session.formats)
        self.close_button = Button(theme, tr("Close"), kind="ghost")
        self.begin_button = Button(theme, "", kind="action", icon="check")
        self._lay_out()
        self._connect()
        self._show_plan()

    # --- from outside

    def choose(self, kind: CampaignKind) -> None:
        """What is to be done, as if a person had chosen it."""
        self.kind.choose(kind.value)

    def plan(self) -> Plan:
        """The answers."""
        kind = CampaignKind(self.kind.current())
        return Plan(
            kind,
            self._group.key,
            Subject(self.subject.current()),
            self.gift.gift(),
            self.apart.value(),
            by_post=self.by_post.isChecked() and kind is not CampaignKind.CALLS,
        )

    # --- inside

    def _lay_out(self) -> None:
        m = self._theme.m
        whole = QVBoxLayout(self)
        whole.setContentsMargins(m.s5, m.s4, m.s5, m.s4)
        whole.setSpacing(m.s3)
        count = len(self._group.customers)
        words = tr_n("{n} customer in this group", "{n} customers in this group", count)
        whole.addWidget(label(self._group.name, "name", wrap=True))
        whole.addWidget(label(words.format(n=self._session.formats.number(count)), "muted", wrap=True))
        columns = QHBoxLayout()
        columns.setSpacing(m.s4)
        columns.addWidget(Scroll(self._form()), 11)
        columns.addWidget(Scroll(self.outlook), 9)
        whole.addLayout(columns, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.begin_button)
        whole.addLayout(foot)
        self.begin_button.setDefault(True)
        self.resize(WIDE, HIGH)

    def _form(self) -> QWidget:
        m = self._theme.m
        self.apart.setRange(0, LONGEST)
        self.apart.setValue(APART)
        self.apart.setAccessibleName(tr("Not again within so many days"))
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, m.s2, 0)
        column.setSpacing(m.s3)
        column.addWidget(label(tr("What each of them gets"), "strong", wrap=True))
        column.addWidget(self.kind)
        column.addWidget(FormRow(self._theme, self.subject, text=tr("What it is about")))
        column.addWidget(self.gift)
        hint = tr("Who had something like it in these days is left out.")
        column.addWidget(FormRow(self._theme, self.apart, text=tr("Not again within so many days"), hint=hint))
        column.addWidget(self.by_post)
        column.addStretch(1)
        return form

    def _connect(self) -> None:
        self.kind.chosen.connect(self._on_kind_chosen)
        self.subject.chosen.connect(lambda _key: self._show_plan())
        self.gift.edited.connect(self._show_plan)
        self.apart.valueChanged.connect(lambda _days: self._show_plan())
        self.by_post.toggled.connect(lambda _on: self._show_plan())
        self.close_button.clicked.connect(self.reject)
        self.begin_button.clicked.connect(self._on_begin_pressed)

    def _trouble(self, plan: Plan) -> str:
        """What is still missing; empty where nothing is."""
        if not self.gift.is_whole:
            return tr("Type how much money the voucher is for.")
        if plan.kind is CampaignKind.VOUCHERS and plan.gift is None:
            return tr("Choose what the voucher gives.")
        return ""

    def _show_plan(self) -> None:
        """Asks, beside the window, what the answers would come to; an answer that comes late is passed over."""
        self._asked += 1
        plan, customers, asked = self.plan(), self._group.customers, self._asked
        trouble = self._trouble(plan)
        self.begin_button.setEnabled(False)
        if trouble:
            self.outlook.tell_trouble(trouble)
            return

        def look(desk: Desk) -> tuple[Chosen, tuple[str, str]]:
            chosen = desk.campaigns.preview(plan, customers)
            return chosen, desk.campaigns.sample(plan, chosen.people[0]) if chosen.people else ("", "")

        def done(found: tuple[Chosen, tuple[str, str]]) -> None:
            if asked == self._asked:
                self.outlook.show_chosen(plan, *found)
                self._tell_button(plan, len(found[0].people))

        self._run(look, done, self._on_refused)

    def _tell_button(self, plan: Plan, count: int) -> None:
        words = {
            CampaignKind.VOUCHERS: tr_n("Write out {n} voucher", "Write out {n} vouchers", count),
            CampaignKind.GREETINGS: tr_n("Write {n} card", "Write {n} cards", count),
            CampaignKind.CALLS: tr_n("Put {n} on the call list", "Put {n} on the call list", count),
        }[plan.kind]
        self.begin_button.setText(words.format(n=self._session.formats.number(count)))
        self.begin_button.setEnabled(count > 0)

    def _run(
        self, look: Callable[[Desk], object], done: Callable[..., None], refused: Callable[[Refused], None]
    ) -> None:
        self._tools.run(self._session.job(look), done=while_alive(self, done), refused=while_alive(self, refused))

    # --- slots

    def _on_kind_chosen(self, key: str) -> None:
        calls = CampaignKind(key) is CampaignKind.CALLS
        self.by_post.setVisible(not calls)
        if calls:
            self.gift.choose(NONE)  # which shows the plan, too
        else:
            self._show_plan()

    def _on_begin_pressed(self) -> None:
        plan, customers, key = self.plan(), self._group.customers, self._key
        self.begin_button.setEnabled(False)
        self._run(
            lambda desk: desk.campaigns.begin(plan, customers, key=key).id, self._on_begun, self._on_begin_refused
        )

    def _on_begun(self, campaign: str) -> None:
        self._session.changed.emit()
        self.accept()
        self.begun.emit(f"campaign/{campaign}")

    def _on_refused(self, refused: Refused) -> None:
        self.outlook.tell_trouble(self._session.sentence(refused))

    def _on_begin_refused(self, refused: Refused) -> None:
        self._on_refused(refused)
        self.begin_button.setEnabled(True)  # what was in the way may be gone by now: another till, a full disk
