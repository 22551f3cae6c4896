"""The Programme page: the rules on cards, and from there to forms, ready programmes, saving and history."""

from datetime import date
from functools import cached_property

from PySide6.QtWidgets import QStackedWidget

from loyaltydesk.model.refusals import BadProgramme
from loyaltydesk.words import tr
from loyaltydesk.words.programme_faults import fault_sentence
from loyaltydesk.words.programme_rules import RuleLine
from ui.programme.add_view import AddView
from ui.programme.draft import Draft, without_rule
from ui.programme.edit_view import EditView, Subject, subject_of
from ui.programme.history_view import HistoryView
from ui.programme.payoff_view import PayoffView
from ui.programme.ready_view import ReadyView
from ui.programme.rules_view import RulesView
from ui.programme.save_view import SaveView
from ui.programme.sections import SectionSpec
from ui.programme.view import View
from ui.seams.page import Page
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.theme import Theme

PAYOFF = "payoff"  # what another page wants where it wants to know what the programme brings


class ProgrammePage(Page):
    """Leads from one view to another; the draft is its own."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session)
        self._tools = tools
        self.bar.hide()  # each view brings its own
        self.draft = Draft(session, tools.preferences, self)
        self.rules = RulesView(theme, session, self.draft)
        self.edit, self.add = EditView(theme, session, self.draft), AddView(theme, session, self.draft)
        self.ready, self.save = ReadyView(theme, session, self.draft), SaveView(theme, session, self.draft)
        self._stack = QStackedWidget()
        for view in (self.rules, self.edit, self.add, self.ready, self.save):
            self._stack.addWidget(view)
        self.column.addWidget(self._stack, 1)
        self._connect()

    @cached_property
    def payoff(self) -> PayoffView:
        """What the draft would bring; made when somebody wants to know."""
        view = PayoffView(self.theme, self.session, self._tools, draft=self.draft)
        view.left.connect(self.open_rules)
        view.save_wanted.connect(lambda: self.open_view(self.save))
        self._stack.addWidget(view)
        return view

    @cached_property
    def history(self) -> HistoryView:
        """Every version, and files; made when somebody looks back."""
        view = HistoryView(self.theme, self.session, self._tools, draft=self.draft)
        view.left.connect(self.open_rules)
        view.draft_begun.connect(self._on_draft_begun)
        self._stack.addWidget(view)
        return view

    # --- where to

    def open(self, what: str) -> None:
        """Shows a version in the history, by its number, or with "payoff" what the programme would bring."""
        if what == PAYOFF:
            self.open_view(self.payoff)
            return
        self.history.begin(int(what) if what.isdecimal() else 0)
        self._show(self.history)

    def open_rules(self) -> None:
        """Shows the rules on their cards."""
        self._show(self.rules)

    def open_view(self, view: ReadyView | PayoffView | SaveView | HistoryView) -> None:
        """Shows a view as the draft and the shop are now."""
        view.begin()
        self._show(view)

    # --- what the window asks

    def entered(self) -> None:
        super().entered()
        self.view.start()

    def reload(self) -> None:
        self.draft.reload()
        self.rules.reload()
        if isinstance(self.view, HistoryView):
            self.view.reload()

    def take_scan(self, code: str) -> bool:
        """A product may be scanned into the form of a rule."""
        return self.view is self.edit and self.edit.take_scan(code)

    def go_back(self) -> bool:
        """Escape leads from a view to the rules; what was typed in a form goes."""
        if self.view is self.rules:
            return False
        if self.view is self.edit:
            if not self.edit.hold():
                self._on_form_left()
        else:
            self.open_rules()
        return True

    @property
    def view(self) -> View:
        """What is shown."""
        view = self._stack.currentWidget()
        assert isinstance(view, View)
        return view

    # --- inside

    def _connect(self) -> None:
        rules = self.rules
        rules.edit_wanted.connect(self._on_edit_wanted)
        rules.removal_wanted.connect(self._on_removal_wanted)
        rules.add_wanted.connect(self._on_add_wanted)
        rules.ready_wanted.connect(lambda: self.open_view(self.ready))
        rules.history_wanted.connect(lambda: self.open_view(self.history))
        rules.forecast_wanted.connect(lambda: self.open_view(self.payoff))
        rules.save_wanted.connect(lambda: self.open_view(self.save))
        self.edit.left.connect(self._on_form_left)
        self.edit.done.connect(self._on_form_left)
        self.add.chosen.connect(self._edit)
        for left in (self.add.left, self.ready.left, self.ready.done, self.save.left):
            left.connect(self.open_rules)
        self.save.saved.connect(self._on_saved)

    def _show(self, view: View) -> None:
        self.rules.say("")
        self._stack.setCurrentWidget(view)
        view.start()

    def _edit(self, subject: Subject) -> None:
        self.edit.begin(subject)
        self._show(self.edit)

    # --- slots

    def _on_edit_wanted(self, line: RuleLine) -> None:
        self._edit(subject_of(line, self.draft.tables))

    def _on_add_wanted(self, section: SectionSpec) -> None:
        self.add.begin(section)
        self._show(self.add)

    def _on_removal_wanted(self, line: RuleLine) -> None:
        try:
            self.draft.put(without_rule(self.draft.tables, line.table, line.number))
        except BadProgramme as no:
            self.rules.say(fault_sentence(no), good=False)
            return
        self.rules.say(tr("Removed from the draft: {rule}").format(rule=line.title))
        self.rules.focus_on(line.table)

    def _on_form_left(self) -> None:
        subject = self.edit.subject
        self.open_rules()
        self.rules.focus_on(subject.kind, subject.key)

    def _on_draft_begun(self, sentence: str) -> None:
        self.open_rules()
        self.rules.say(sentence)

    def _on_saved(self, version: int, first: date | None) -> None:
        self.open_rules()
        formats = self.session.formats
        if first is None:
            words = tr("Version {number} is in force.").format(number=formats.number(version))
        else:
            text = tr("Version {number} is saved and begins on {day}.")
            words = text.format(number=formats.number(version), day=formats.day(first))
        self.rules.say(words)
