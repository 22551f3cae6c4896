"""Ready-made rules to choose from, each with what it would say; an empty one is among them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from loyaltydesk.rules.programme_file import read_programme
from loyaltydesk.rules.ready_rules import ReadyRule, ready_rules
from loyaltydesk.rules.toml_writing import Table, toml_text
from loyaltydesk.words import tr
from loyaltydesk.words.manner import JOINT
from loyaltydesk.words.programme_rules import lines_of, rule_lines
from ui.programme.draft import SINGLE, Draft, free_id, with_rule
from ui.programme.edit_view import Subject
from ui.programme.rule_row import WordsCard
from ui.programme.sections import NAMES, SectionSpec
from ui.programme.view import View
from ui.programme.voice import manner_for
from ui.seams.session import Session
from ui.theme.frames import empty
from ui.theme.scrolling import Scroll
from ui.theme.text import label
from ui.theme.theme import Theme

ABREAST = 2
# What a rule of one's own begins with.
OWN: dict[str, Table] = {
    "earn": {"id": "earn", "points": 1, "per": ""},
    "multiply": {"id": "multiply", "by": 2},
    "bonus": {"id": "bonus", "points": 10},
    "occasion": {"id": "occasion", "on": "birthday", "points": 100},
    "tier": {"name": "", "from": ""},
    "reward": {"id": "reward", "name": "", "cost": 100, "gives": {"product": ""}},
    "stamp_card": {"id": "stamps", "every": 10, "gives": {"product": ""}},
    "promotion": {"id": "promotion", "percent": 10},
    "next_purchase": {"id": "next", "gives": {"percent": 10}, "valid_days": 30},
}
NAMED = frozenset({"stamp_card", "promotion", "next_purchase"})  # what may be kept without a name of its own


class AddView(View):
    """What can be added to one card."""

    left = Signal()
    chosen = Signal(object)  # the Subject

    def __init__(self, theme: Theme, session: Session, draft: Draft) -> None:
        super().__init__(theme, session)
        self._draft = draft
        self.cards: list[WordsCard] = []
        content = QWidget()
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(0, 0, theme.m.s2, 0)
        self._grid.setSpacing(theme.m.s3)
        self.add_back().clicked.connect(self.left)
        self.column.addWidget(
            label(tr("Choose one to begin with. Everything in it can be changed."), "muted", wrap=True)
        )
        self.column.addWidget(Scroll(content), 1)

    def begin(self, section: SectionSpec) -> None:
        """Offers the rules of a section."""
        self.say_title(tr("Add: {what}").format(what=tr(section.title)), tr(section.hint))
        empty(self._grid)
        self.cards = []
        for ready in ready_rules(self._draft.programme):
            if ready.table in (*section.rules, *section.settings):
                self._add(ready.name, self._words(ready), subject=self._subject(ready.table, ready.rule))
        for table in section.rules:
            title = tr("Of your own: {what}").format(what=tr(NAMES[table]))
            self._add(title, tr("Fill in everything yourself."), subject=self._subject(table, self._own(table)))
        for column in range(ABREAST):
            self._grid.setColumnStretch(column, 1)
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def start(self) -> None:
        self.cards[0].setFocus()

    # --- inside

    def _add(self, title: str, detail: str, *, subject: Subject) -> None:
        card = WordsCard(self.theme, title, detail=detail)
        card.clicked.connect(lambda: self.chosen.emit(subject))
        place = len(self.cards)
        self._grid.addWidget(card, place // ABREAST, place % ABREAST)
        card.show()
        self.cards.append(card)

    def _own(self, table: str) -> Table:
        """What a rule of one's own begins with; without a name it would be called by its id, which nobody chose."""
        return {**OWN[table], "name": tr(NAMES[table])} if table in NAMED else OWN[table]

    def _subject(self, table: str, rule: Table) -> Subject:
        if "id" in rule:
            rule = {**rule, "id": free_id(self._draft.tables, table, wanted=rule["id"])}
        return Subject(table, None, rule)

    def _words(self, ready: ReadyRule) -> str:
        """What the rule would say."""
        subject = self._subject(ready.table, ready.rule)
        tables = with_rule(self._draft.tables, ready.table, None, rule=subject.rule)
        programme = read_programme(toml_text(tables))
        lines = lines_of(rule_lines(programme, manner_for(self.session, programme)), ready.table)
        own = (
            lines if ready.table in SINGLE else [line for line in lines if line.value not in self._values(ready.table)]
        )
        if not own:
            return ""
        parts = (own[-1].title, *own[-1].details)
        return JOINT.join(part for part in parts if part != ready.name)

    def _values(self, table: str) -> list[object]:
        programme = self._draft.programme
        return [line.value for line in lines_of(rule_lines(programme, manner_for(self.session, programme)), table)]
