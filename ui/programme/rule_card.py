"""One card of the Programme page: the rules of a kind in plain words, and a button that adds one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from loyaltydesk.words import tr
from loyaltydesk.words.programme_rules import RuleLine, lines_of
from ui.programme.rule_row import RuleRow
from ui.programme.sections import KEPT, SectionSpec
from ui.theme.buttons import Button
from ui.theme.frames import Panel, empty
from ui.theme.marks import IconTile
from ui.theme.text import label
from ui.theme.theme import Theme


class RuleCard(Panel):
    """The rules of one section."""

    add_wanted = Signal(object)  # the SectionSpec
    edit_wanted = Signal(object)  # the RuleLine
    removal_wanted = Signal(object)  # the RuleLine

    def __init__(self, theme: Theme, section: SectionSpec) -> None:
        super().__init__(theme)
        self.section = section
        self.rows: list[RuleRow] = []
        self.add = Button(theme, tr("Add"), kind="small", icon="plus")
        self.add.setAccessibleName(tr("Add: {what}").format(what=tr(section.title)))
        self._hint = label(tr(section.hint), "muted", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.m.s2)
        head = QHBoxLayout()
        head.setSpacing(theme.m.s3)
        head.addWidget(IconTile(theme, section.icon))
        head.addWidget(label(tr(section.title), "title", wrap=True), 1)
        head.addWidget(self.add)
        self.box.addLayout(head)
        self.box.addWidget(self._hint)
        self.box.addLayout(self._lines)
        self.add.clicked.connect(lambda: self.add_wanted.emit(self.section))

    def show_lines(self, lines: Sequence[RuleLine]) -> None:
        """Shows those of `lines` that belong here."""
        section = self.section
        shown = [*lines_of(lines, *section.rules), *lines_of(lines, *section.settings)]
        empty(self._lines)
        self.rows = [RuleRow(self.theme, line, can_go=line.table not in KEPT) for line in shown]
        for row in self.rows:
            self._lines.addWidget(row)
            row.show()
            row.edit_wanted.connect(lambda line=row.line: self.edit_wanted.emit(line))
            row.removal_wanted.connect(lambda line=row.line: self.removal_wanted.emit(line))
        own = [line for line in shown if line.table in section.rules or not section.rules]
        self._hint.setVisible(bool(section.hint) and not own)
        there = {line.table for line in shown}
        self.add.setVisible(bool(section.rules) or not there.issuperset(section.settings))
