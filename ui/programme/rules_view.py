"""The rules of the programme on cards, in plain words; above them what is not in force yet, and what to do about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from loyaltydesk.words import tr, tr_n
from loyaltydesk.words.manner import JOINT
from loyaltydesk.words.programme_changes import Change
from loyaltydesk.words.programme_rules import rule_lines
from ui.programme.draft import Draft
from ui.programme.history_view import since_words
from ui.programme.rule_card import RuleCard
from ui.programme.save_view import planned
from ui.programme.sections import LEFT, RIGHT
from ui.programme.view import View
from ui.programme.voice import manner_for
from ui.seams.session import Session
from ui.theme.blocks import Banner
from ui.theme.buttons import Button
from ui.theme.frames import Panel
from ui.theme.marks import Glyph
from ui.theme.scrolling import Scroll
from ui.theme.text import ElidedLabel, label
from ui.theme.theme import Theme


class RulesView(View):
    """Every rule, and where it is changed."""

    add_wanted = Signal(object)  # the SectionSpec
    edit_wanted = Signal(object)  # the RuleLine
    removal_wanted = Signal(object)  # the RuleLine
    ready_wanted = Signal()
    history_wanted = Signal()
    forecast_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, theme: Theme, session: Session, draft: Draft) -> None:
        super().__init__(theme, session)
        self._draft = draft
        self.ready = Button(theme, tr("Ready programmes"), icon="store")
        self.history = Button(theme, tr("History and files"), icon="history")
        self.notice, self.planned = Banner(theme, ""), Banner(theme, "")
        self.state = DraftState(theme, draft)
        self.cards = [RuleCard(theme, section) for section in (*LEFT, *RIGHT)]
        self._lay_out()
        self._connect()
        self.reload()

    def reload(self) -> None:
        """Shows the draft, or the rules in force where there is none."""
        programme = self._draft.programme
        lines = rule_lines(programme, manner_for(self.session, programme))
        for card in self.cards:
            card.show_lines(lines)
        self._order()
        self.state.reload()
        self.say_title(tr("Programme"), JOINT.join((programme.name, *self._version())))
        self._show_planned()

    def start(self) -> None:
        self.cards[0].rows[0].card.setFocus()

    def say(self, sentence: str, *, good: bool = True) -> None:
        """Says above the cards what was done, or could not be."""
        self.notice.say(sentence, tone="accent" if good else "danger")
        self.notice.setVisible(bool(sentence))

    def focus_on(self, table: str, key: str = "") -> None:
        """Puts the focus on a rule, or on the button that adds one to its card."""
        for card in self.cards:
            if table in (*card.section.rules, *card.section.settings):
                row = next((row for row in card.rows if (row.line.table, row.line.key) == (table, key)), None)
                (row.card if row else card.add if card.add.isVisible() else self.history).setFocus()

    # --- inside

    def _order(self) -> None:
        """Tab goes through the cards as one reads; rows that were made anew would come last."""
        before: QWidget = self.state.save
        for card in self.cards:
            for each in (card.add, *(widget for row in card.rows for widget in (row.card, row.remove))):
                QWidget.setTabOrder(before, each)
                before = each

    def _version(self) -> tuple[str, str]:
        """The version in force, and since when."""
        number = self.session.ask(lambda desk: desk.shop.programme_version)
        versions = self.session.ask(lambda desk: desk.shop.programme_history())
        formats = self.session.formats
        version = next(each for each in versions if each.number == number)
        said = tr("version {number}").format(number=formats.number(number))
        since = since_words(version, formats)
        return said, since if version.number == 1 else tr("since {day}").format(day=since)

    def _show_planned(self) -> None:
        """Tells of a version that is to begin later."""
        coming = self.session.ask(planned)
        self.planned.setVisible(bool(coming))
        if coming and coming[0].from_day:
            formats = self.session.formats
            number, day = formats.number(coming[0].number), formats.day(coming[0].from_day)
            self.planned.say(tr("Version {number} begins on {day}.").format(number=number, day=day), tone="info")

    def _lay_out(self) -> None:
        m = self.theme.m
        for button in (self.ready, self.history):
            self.bar.box.addWidget(button)
        content = QWidget()
        columns = QHBoxLayout(content)
        columns.setContentsMargins(0, 0, m.s2, 0)
        columns.setSpacing(m.s4)
        for cards in (self.cards[: len(LEFT)], self.cards[len(LEFT) :]):
            column = QVBoxLayout()
            column.setSpacing(m.s4)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            columns.addLayout(column, 1)
        self.column.addWidget(self.notice)
        self.column.addWidget(self.planned)
        self.column.addWidget(self.state)
        self.column.addWidget(Scroll(content), 1)
        self.notice.hide()

    def _connect(self) -> None:
        for card in self.cards:
            card.add_wanted.connect(self.add_wanted)
            card.edit_wanted.connect(self.edit_wanted)
            card.removal_wanted.connect(self.removal_wanted)
        self.ready.clicked.connect(self.ready_wanted)
        self.history.clicked.connect(self.history_wanted)
        self.state.discard.clicked.connect(self._on_discard_pressed)
        self.state.forecast.clicked.connect(self.forecast_wanted)
        self.state.save.clicked.connect(self.save_wanted)
        self._draft.changed.connect(self.reload)

    def _on_discard_pressed(self) -> None:
        self._draft.discard()
        self.say(tr("The changes were discarded. The rules in force are as they were."))
        self.start()


class DraftState(Panel):
    """Says that something is not in force yet, and offers what can be done about it."""

    def __init__(self, theme: Theme, draft: Draft) -> None:
        super().__init__(theme, surface="inset", tone="warning")
        self._draft = draft
        self.discard = Button(theme, tr("Discard"), kind="ghost")
        self.forecast = Button(theme, tr("Will it pay off?"), kind="small")
        self.save = Button(theme, tr("Save changes…"), kind="action", icon="check")
        self._title, self._first = label(type_="strong", wrap=True), ElidedLabel(type_="muted")
        self._place: QLabel = label(type_="caption")
        words = QVBoxLayout()
        words.setSpacing(2)
        for each in (self._place, self._title, self._first):
            words.addWidget(each)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.m.s3)
        grid.addWidget(Glyph(theme, "triangle-alert", role="warning", large=True), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(words, 0, 1)
        grid.setColumnStretch(1, 1)
        for place, button in enumerate((self.discard, self.forecast, self.save), 2):
            grid.addWidget(button, 0, place)
        self.box.addLayout(grid)

    def reload(self) -> None:
        """Counts what is different."""
        self.setVisible(self._draft.is_changed)
        if not self._draft.is_changed:
            return
        found = self._draft.changes()
        words = tr_n("{n} change is not in force yet", "{n} changes are not in force yet", len(found))
        self._title.setText(words.format(n=len(found)))
        self._first.setText(" · ".join(map(_said, found)) or tr("Only the notes in the file are others."))
        self._place.setText(tr("Step {number} of {count}").format(number=2, count=4))
        self._place.setVisible(self._draft.is_new_start)


def _said(change: Change) -> str:
    return tr("{what}: {rule}").format(what=change.name, rule=change.after or change.before)
