"""The form of one rule: checked as one types, with the rule in plain words beside it."""

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from loyaltydesk.model.programme import Programme
from loyaltydesk.model.refusals import BadProgramme
from loyaltydesk.rules.programme_file import read_programme
from loyaltydesk.rules.toml_places import Path, path_of
from loyaltydesk.rules.toml_writing import Table, Tables, toml_text
from loyaltydesk.words import tr
from loyaltydesk.words.manner import JOINT
from loyaltydesk.words.programme_faults import fault_sentence
from loyaltydesk.words.programme_rules import RuleLine, lines_of, rule_lines
from ui.programme.draft import SINGLE, Draft, with_rule
from ui.programme.entries_several import Group, NamesField
from ui.programme.entry import FieldEntry, clear
from ui.programme.forms_promises import FORMS
from ui.programme.kit import kit_for
from ui.programme.sections import NAMES
from ui.programme.view import View
from ui.programme.voice import manner_for
from ui.seams.session import Session
from ui.theme.blocks import Banner
from ui.theme.buttons import Button
from ui.theme.frames import Panel
from ui.theme.scrolling import Scroll
from ui.theme.text import label
from ui.theme.theme import Theme

WIDEST = 640  # px: longer lines tire the eye


class Subject(Struct, frozen=True):
    """What is edited: a kind of rule (a table, or a part of one), its place in the table (None for a new one)."""

    kind: str
    number: int | None
    rule: Table

    @property
    def table(self) -> str:
        """The table of the file that it stands in."""
        return "points" if self.kind == "expire" else self.kind

    @property
    def key(self) -> str:
        """The id of the rule, or the name of the tier; empty for what there is once."""
        return str(self.rule.get("name" if self.kind == "tier" else "id", ""))


class EditView(View):
    """One rule at a time. Nothing of it is in the draft before it is done."""

    left = Signal()
    done = Signal()

    def __init__(self, theme: Theme, session: Session, draft: Draft) -> None:
        super().__init__(theme, session)
        self._draft = draft
        self._subject = Subject("earn", None, {})
        self._form: Group | None = None
        self._opened: Table = {}
        self._warned = False
        self.notice = Banner(theme, "", tone="danger")
        self.words, self._details = label(type_="title", wrap=True), label(type_="muted", wrap=True)
        self.back = self.add_back()
        self.finish = Button(theme, tr("Done"), kind="action", icon="check")
        self.bar.box.addWidget(self.finish)
        self._holder = QWidget()
        self._lay_out()
        self.back.clicked.connect(self.left)
        self.finish.clicked.connect(self.take)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.take)

    def begin(self, subject: Subject) -> None:
        """Shows the form of a rule as it is now."""
        self._subject = subject
        self.say_title(tr(NAMES[subject.kind]), tr("Nothing is in force before it is saved"))
        kit = kit_for(self.theme, self.session, self._draft.programme)
        former, self._form = self._form, Group(self.theme, FORMS[subject.kind](kit))
        if former:
            self._inside.removeWidget(former)
            former.hide()
            former.deleteLater()
        self._inside.insertWidget(0, self._form)
        self._form.show()
        self._form.fill(subject.rule)
        self._form.edited.connect(self._on_edited)
        self._opened, self._warned = self._rule(), False
        self._refresh(tell=subject.number is not None)

    @property
    def subject(self) -> Subject:
        """What is edited."""
        return self._subject

    @property
    def form(self) -> Group:
        """The entries that are shown."""
        assert self._form is not None
        return self._form

    @property
    def is_changed(self) -> bool:
        """Whether anything is filled in that was not there when the form was opened."""
        return self._rule() != self._opened

    def start(self) -> None:
        self.form.start()
        field = self.focusWidget()
        if self._subject.number is None and isinstance(field, QLineEdit):
            field.selectAll()  # a name that is only proposed is typed over

    def hold(self) -> bool:
        """Says once that something would be lost; False when nothing would, or when that was said."""
        if self._warned or not self.is_changed:
            return False
        self._warned = True
        text = tr("What you filled in is not in the draft yet. Escape once more leaves it.")
        self.notice.say(text, tone="warning")
        self.notice.show()
        return True

    def take_scan(self, code: str) -> bool:
        """A product is scanned into the field for products; False where that has not the focus."""
        field = self.focusWidget()
        product = self.session.ask(lambda desk: desk.products.by_code(code))
        if not isinstance(field, NamesField) or product is None:
            return False
        field.add(product.sku)
        return True

    def take(self) -> None:
        """Takes the rule up into the draft, or leads to what is wrong with it."""
        no = self._fault()
        if no:
            self._show_fault(no)
            (self._entry(no) or self.form).start()
            return
        self._draft.put(self._tables())
        self.done.emit()

    # --- inside

    def _lay_out(self) -> None:
        m = self.theme.m
        self._inside = QVBoxLayout(self._holder)
        self._inside.setContentsMargins(0, 0, m.s2, 0)
        self._inside.addStretch(1)
        self._holder.setMaximumWidth(WIDEST)
        form, said = Panel(self.theme), Panel(self.theme)
        form.box.addWidget(Scroll(self._holder), 1)
        said.box.addWidget(label(tr("In plain words"), "caption"))
        said.box.addWidget(self.words)
        said.box.addWidget(self._details)
        said.box.addWidget(self.notice)
        said.box.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(m.s4)
        columns.addWidget(form, 3)
        columns.addWidget(said, 2)
        self.column.addLayout(columns, 1)

    def _rule(self) -> Table:
        """The table as it is filled in; what the form does not speak of stays."""
        rule = {key: dict(value) if isinstance(value, dict) else value for key, value in self._subject.rule.items()}
        clear(rule, self.form.paths())
        self.form.put(rule)
        return rule

    def _tables(self) -> Tables:
        tables, subject = self._draft.tables, self._subject
        return with_rule(tables, subject.table, _place_now(subject, tables), rule=self._rule())

    def _fault(self) -> BadProgramme | None:
        """What is wrong with what is filled in."""
        text = toml_text(self._tables())
        try:
            programme = read_programme(text)
        except BadProgramme as no:
            return no
        missing = self._draft.missing_product(text, programme)
        return missing if missing and self._entry(missing) else None

    def _on_edited(self) -> None:
        self._refresh()

    def _refresh(self, *, tell: bool = True) -> None:
        """Says the rule in words, and what is wrong with it; of a new one that is still empty nothing is wrong yet."""
        self.form.accept()
        self.notice.hide()
        try:
            programme = read_programme(toml_text(self._tables()))
        except BadProgramme as no:
            self._show_words(None)
            if tell:
                self._show_fault(no)
            return
        self._show_words(self._line(programme))
        no_product = self._fault()
        if no_product and tell:
            self._show_fault(no_product)
        strangers = [] if no_product else self._draft.strangers(self._rule().get("of", {}))
        if strangers:
            text = tr("Not in the list of products: {names}").format(names=", ".join(strangers))
            self.notice.say(text, tone="warning")
            self.notice.show()

    def _line(self, programme: Programme) -> RuleLine | None:
        lines = lines_of(rule_lines(programme, manner_for(self.session, programme)), self._subject.kind)
        if self._subject.table in SINGLE:
            return next(iter(lines), None)
        rule = self._rule()
        key = rule.get("name") if self._subject.table == "tier" else rule.get("id")
        return next((line for line in lines if line.key == key), None)

    def _show_words(self, line: RuleLine | None) -> None:
        self.words.setText(line.title if line else "…")
        self._details.setText(JOINT.join(line.details) if line else "")

    def _show_fault(self, no: BadProgramme) -> None:
        """Says what is wrong at its field, or beside the form where it is about something else."""
        entry = self._entry(no)
        if entry:
            entry.refuse(fault_sentence(no))
        else:
            self.notice.say(fault_sentence(no), tone="danger")
            self.notice.show()

    def _entry(self, no: BadProgramme) -> FieldEntry | None:
        """Who of the form answers for what is wrong; None when that is elsewhere."""
        place = self._place(no)
        if place is None:
            return None
        wanted = no.detail.split(", ") if no.reason in ("missing_key", "one_of") else []
        found = [entry for name in wanted if (entry := self.form.at((*place, name)))]
        return next(iter(found), None) or self.form.at(place)

    def _place(self, no: BadProgramme) -> tuple[str, ...] | None:
        """Where in this rule something is wrong; None when it is elsewhere."""
        path: Path = path_of(no.where.rpartition(": ")[2])
        here: Path = (self._subject.table,)
        if self._subject.table not in SINGLE:
            rules = self._tables()[self._subject.table]
            assert isinstance(rules, list)
            here = (*here, next(number for number, rule in enumerate(rules) if rule == self._rule()))
        if path[: len(here)] != here:
            return None
        return tuple(str(step) for step in path[len(here) :])


def _place_now(subject: Subject, tables: Tables) -> int | None:
    """Where the rule stands by now: another version may have come in force while its form was open."""
    rules = tables.get(subject.table, [])
    if subject.number is None or isinstance(rules, dict):
        return subject.number
    keys = [Subject(subject.kind, None, rule).key for rule in rules]
    return keys.index(subject.key) if subject.key in keys else None


def subject_of(line: RuleLine, tables: Tables) -> Subject:
    """The rule of a line, to be edited."""
    table = "points" if line.table == "expire" else line.table
    rules = tables.get(table, {})
    if isinstance(rules, list):
        return Subject(line.table, line.number, rules[line.number])
    return Subject(line.table, 0, rules)
