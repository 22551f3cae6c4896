"""Customer groups by how lately, how often and for how much they buy; for the one that is chosen, what to do next."""

from PySide6.QtCore import Qt

from loyaltydesk.desk import Desk
from loyaltydesk.model.campaigns import CampaignKind, Chosen
from loyaltydesk.model.insights import Group, Groups, Period
from loyaltydesk.model.refusals import Refused
from loyaltydesk.words import tr, tr_n
from loyaltydesk.words.campaigns import left_out_text
from loyaltydesk.words.insights import group_name, group_next, group_who
from ui.campaigns.dialog import CampaignDialog, ChosenGroup
from ui.campaigns.opening import opening_plan, opening_subject
from ui.insights.group_actions import GroupActions
from ui.insights.part import Drawn, Part
from ui.insights.reading import Question, Reading
from ui.seams.panel_export import PanelExport
from ui.seams.panel_export_paper import number_cell
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.charts.ranked import Rank, Ranked
from ui.theme.text import label
from ui.theme.theme import Theme

ROLES = {
    Group.ATTENTION: "warning",
    Group.SLIPPING: "danger",
    Group.LOST: "text_disabled",
    Group.NOT_YET: "text_disabled",
}
THINK_OF_FIRST = (Group.SLIPPING, Group.ATTENTION, Group.LOST)  # as long as nobody chose


class GroupsPart(Part):
    """A bar for each group; a click or Enter chooses one, and the buttons below name it."""

    panel = "groups"
    lines = 16.0  # rows of 28 px in text of 100 %: a finger finds each

    def __init__(self, theme: Theme, session: Session, *, tools: Tools, export: PanelExport) -> None:
        self.advice, self.left_out = (label(type_="muted", wrap=True) for _which in range(2))
        super().__init__(theme, session, export)
        self._tools = tools
        self._groups: dict[Group, int] = {}
        self._picked: Group | None = None
        self._reading = Reading(session, tools, self)
        self.buttons = GroupActions(theme)
        for words in (self.advice, self.left_out):
            words.setAlignment(Qt.AlignmentFlag.AlignTop)
        for part in (self.advice, self.left_out, self.buttons):
            self.column.addWidget(part)
        self.chart.chosen.connect(self._on_group_chosen)
        self.buttons.wanted.connect(self._on_action_wanted)

    def _make_room(self) -> None:
        """Two lines for every advice and those left out, so that nothing moves where another group is chosen."""
        super()._make_room()
        for words in (self.advice, self.left_out):
            words.setMinimumHeight(2 * words.fontMetrics().lineSpacing())

    @property
    def picked(self) -> Group | None:
        """The group that is chosen."""
        return self._picked

    def _nothing(self) -> Ranked:
        return Ranked(rows=())

    def _ask(self, desk: Desk, period: Period) -> Groups:
        return desk.insights.groups()

    def _show_answer(self, answer: Groups) -> None:
        self._groups = {each.group: each.customers for each in answer.groups}
        if not any(self._groups.values()):
            self.show_hint(tr("Customers are put into groups by what they buy, from the first of them on."))
            return
        self._pick(self._picked or next(each for each in (*THINK_OF_FIRST, *Group) if self._groups.get(each)))

    def _drawn_with(self, picked: Group) -> Drawn:
        formats, groups = self.session.formats, self._groups.items()
        ranks = tuple(Rank(each.value, group_name(each), count, ROLES.get(each, "accent")) for each, count in groups)
        rows = [(group_name(each), number_cell(formats, count), group_who(each)) for each, count in groups]
        header = (tr("Group"), tr("Customers"), tr("Who they are"))
        ranked = Ranked(rows=ranks, words=formats.number, picked=picked.value)
        return Drawn(ranked, header, rows, tr("what to do next"))

    def _pick(self, group: Group) -> None:
        """Shows which group is chosen, and asks who of it each of the buttons is for."""
        self._picked = group
        self.show_figures(self._drawn_with(group))
        self.advice.setText(tr("{group}: {advice}").format(group=group_name(group), advice=group_next(group)))
        self.left_out.setText(tr("counting…"))
        self.buttons.begin(opening_subject(group.value), self._groups.get(group, 0))
        self._reading.begin([self._who_of(group, kind) for kind in CampaignKind])

    def _who_of(self, group: Group, kind: CampaignKind) -> Question:
        """For how many of a group the dialog of a button will be when it opens; until then it is for all of them."""

        def ask(desk: Desk) -> Chosen:
            plan = opening_plan(kind, group.value, desk.shop.programme.rewards)
            return desk.campaigns.preview(plan, desk.insights.group(group))

        def answered(chosen: Chosen) -> None:
            self._count(kind, len(chosen.people))
            if kind is CampaignKind.VOUCHERS:
                self._tell_left_out(chosen)

        self._count(kind, self._groups.get(group, 0))
        return Question(ask, answered, self._on_asking_refused)

    def _count(self, kind: CampaignKind, people: int) -> None:
        self.buttons.count(kind, people, self.session.formats)

    def _tell_left_out(self, chosen: Chosen) -> None:
        """The line below says who will get no voucher, and why."""
        formats, out = self.session.formats, sum(count for _why, count in chosen.left_out)
        words = tr_n("{n} is left out: {reasons}", "{n} are left out: {reasons}", out)
        reasons = left_out_text(chosen.left_out, formats)
        self.left_out.setText(words.format(n=formats.number(out), reasons=reasons) if out else "")

    # --- slots

    def _on_group_chosen(self, key: str) -> None:
        self._pick(Group(key))

    def _on_action_wanted(self, kind: str) -> None:
        """Opens what begins a campaign, as soon as it is known who is in the group."""
        group = self._picked
        assert group

        def customers(desk: Desk) -> tuple[str, ...]:
            return tuple(desk.insights.group(group))

        def known(ids: tuple[str, ...]) -> None:
            self._begin(CampaignKind(kind), ChosenGroup(group.value, group_name(group), ids))

        self._reading.begin([Question(customers, known, self._on_asking_refused)])

    def _on_asking_refused(self, refused: Refused) -> None:
        self.left_out.setText(self.session.sentence(refused))

    def _begin(self, kind: CampaignKind, group: ChosenGroup) -> None:
        dialog = CampaignDialog(self.theme, self.session, self._tools, group=group, parent=self.window())
        dialog.choose(kind)
        dialog.begun.connect(lambda what: self.wanted.emit("greetings", what))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
