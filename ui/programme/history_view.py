"""Every version of the programme: when it began, what it changed, how it reads; to be compared, put back and kept."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.exchange.programme_text import programme_text
from loyaltydesk.model.programme import Programme
from loyaltydesk.model.refusals import BadProgramme, Refused
from loyaltydesk.model.shop import Version
from loyaltydesk.printing.files import save
from loyaltydesk.rules.programme_file import read_programme
from loyaltydesk.rules.programme_writing import written
from loyaltydesk.words import tr, trc
from loyaltydesk.words.manner import Manner
from loyaltydesk.words.programme_changes import changes
from loyaltydesk.words.programme_rules import rule_lines
from ui.programme.change_list import ChangeList
from ui.programme.draft import Draft
from ui.programme.files import ask_where_to_save, ask_which_file, suggested_name
from ui.programme.view import View
from ui.programme.voice import manner_for
from ui.seams.formats import QtFormats
from ui.seams.session import Session
from ui.seams.table_view import TableView
from ui.seams.tables import Chip, Column, RowsModel
from ui.seams.tasks import while_alive
from ui.seams.tools import Tools
from ui.theme.blocks import Banner
from ui.theme.buttons import Button
from ui.theme.forms import Choice
from ui.theme.frames import Panel, empty
from ui.theme.scrolling import Scroll
from ui.theme.text import label
from ui.theme.theme import Theme


class HistoryView(View):
    """The versions on the left, the newest first; the chosen one on the right."""

    left = Signal()
    draft_begun = Signal(str)  # a sentence on where the draft comes from

    def __init__(self, theme: Theme, session: Session, tools: Tools, *, draft: Draft) -> None:
        super().__init__(theme, session)
        self._tools = tools
        self._draft = draft
        # What asks a person may be replaced, by a test or by the tour.
        self.ask_file: Callable[[QWidget], str] = ask_which_file
        self.ask_place: Callable[[QWidget, str], str] = ask_where_to_save
        self.rows = RowsModel[Version](self._columns())
        self.table = TableView(theme, self.rows, name=tr("Versions"), key=lambda version: version.number, spare=(2,))
        self.compared = Choice(tr("Compared with"), [("", tr("the version before"))])
        self.list = ChangeList(theme)
        self.notice = Banner(theme, "", tone="danger")
        self.put_back = Button(theme, tr("Put back…"), icon="undo-2")
        self.export = Button(theme, tr("Save to a file…"), icon="download")
        self.read = Button(theme, tr("Read a file…"), icon="file-text")
        self._name = label(type_="title", wrap=True)
        self._lines = QVBoxLayout()
        self._in_force = 0
        self._lay_out()
        self._connect()

    def begin(self, version: int = 0) -> None:
        """Shows every version, and one of them; the one in force where none is named."""
        self.say_title(tr("History and files"), tr("Every version is kept, and each purchase knows its own"))
        self.notice.hide()
        self.reload()
        self.table.choose(version or self._in_force)
        self._show_chosen()

    def reload(self) -> None:
        """Reads the versions anew."""
        place = self.table.place()
        self._in_force = self.session.ask(lambda desk: desk.shop.programme_version)
        self.rows.set_rows(list(reversed(self.session.ask(lambda desk: desk.shop.programme_history()))))
        self.table.go_back(place)
        chosen = self.compared.current()
        self.compared.clear()
        self.compared.addItem(tr("the version before"), "")
        for version in self.rows.rows:
            number = self.session.formats.number(version.number)
            self.compared.addItem(tr("version {number}").format(number=number), str(version.number))
        self.compared.setCurrentIndex(max(self.compared.findData(chosen), 0))

    def start(self) -> None:
        self.table.setFocus()

    # --- inside

    def _columns(self) -> tuple[Column[Version], ...]:
        def since(version: Version) -> str:
            return since_words(version, self.session.formats)

        return (
            Column(tr("Version"), lambda each: self.session.formats.number(each.number), chip=self._chip),
            Column(trc("version", "Since"), since, room="28.09.2026 00"),
            Column(
                trc("version", "Made"),
                lambda each: self.session.formats.day(each.at.date()),
                room="28.09.2026 00",
                muted=True,
            ),
        )

    def _chip(self, version: Version) -> Chip | None:
        if version.number == self._in_force:
            return Chip(tr("in force"), "accent")
        today = self.session.ask(lambda desk: desk.now().date())
        return Chip(tr("planned"), "info") if version.from_day and version.from_day > today else None

    def _lay_out(self) -> None:
        m = self.theme.m
        self.bar.box.addWidget(self.read)
        self.add_back().clicked.connect(self.left)
        versions, one = Panel(self.theme), Panel(self.theme)
        versions.box.addWidget(self.table, 1)
        head = QHBoxLayout()
        head.setSpacing(m.s2)
        head.addWidget(self._name, 1)
        for button in (self.export, self.put_back):
            head.addWidget(button)
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, m.s2, 0)
        inside.setSpacing(m.s3)
        against = QHBoxLayout()
        against.setSpacing(m.s3)
        against.addWidget(label(tr("Compared with"), "title"))
        against.addWidget(self.compared)
        against.addStretch(1)
        inside.addLayout(against)
        inside.addWidget(self.list)
        inside.addWidget(label(tr("All rules of this version"), "title"))
        self._lines.setSpacing(m.s1)
        inside.addLayout(self._lines)
        inside.addStretch(1)
        one.box.addLayout(head)
        one.box.addWidget(Scroll(content), 1)
        columns = QHBoxLayout()
        columns.setSpacing(m.s4)
        columns.addWidget(versions, 2)
        columns.addWidget(one, 3)
        self.column.addWidget(self.notice)
        self.column.addLayout(columns, 1)

    def _connect(self) -> None:
        self.table.chosen.connect(self._show_chosen)
        self.compared.chosen.connect(self._show_chosen)
        self.put_back.clicked.connect(self._on_put_back_pressed)
        self.export.clicked.connect(self._on_export_pressed)
        self.read.clicked.connect(self._on_read_pressed)

    def _show_chosen(self) -> None:
        version: Version | None = self.table.current()
        if version is None:
            return
        programme, number = rules_of(version), self.session.formats.number(version.number)
        empty(self._lines)
        self.put_back.setVisible(programme is not None and version.number != self._in_force)
        if programme is None:
            self._name.setText(tr("version {number}").format(number=number))
            self.list.show_changes([], nothing=tr("This release cannot read these rules. They can be saved to a file."))
            return
        self._name.setText(tr("{name} · version {number}").format(name=programme.name, number=number))
        manner = manner_for(self.session, programme)
        self._compare(version, programme, manner)
        for line in rule_lines(programme, manner):
            words = label(line.text, wrap=True)
            self._lines.addWidget(words)
            words.show()

    def _compare(self, version: Version, programme: Programme, manner: Manner) -> None:
        other = self._other(version)
        before = rules_of(other) if other else None
        if before:
            self.list.show_changes(changes(before, programme, manner=manner), nothing=tr("The rules are the same."))
        else:
            first = tr("This is the first version.")
            self.list.show_changes([], nothing=tr("The other version cannot be read.") if other else first)

    def _other(self, version: Version) -> Version | None:
        """What it is compared with; None for the first version beside the one before it."""
        wanted = self.compared.current()
        number = int(wanted) if wanted else version.number - 1
        return next((each for each in self.rows.rows if each.number == number), None)

    def _on_put_back_pressed(self) -> None:
        version: Version | None = self.table.current()
        programme = rules_of(version) if version else None
        if version and programme:
            number = self.session.formats.number(version.number)
            try:
                self._draft.begin(version.toml)
            except BadProgramme:  # written before the rules for writing were as strict as they are now
                self._draft.begin(written(programme))
            self.draft_begun.emit(
                tr("Version {number} is your draft now. Save it to put it in force.").format(number=number)
            )

    def _on_export_pressed(self) -> None:
        version: Version | None = self.table.current()
        programme = rules_of(version) if version else None
        name = programme.name if programme else ""
        chosen = version and self.ask_place(self, suggested_name(name, version.number))
        if version and chosen:
            path, content = Path(chosen), version.toml.encode()
            said = tr("Saved as {path}").format(path=QDir.toNativeSeparators(chosen))
            self._tools.run(
                lambda: save(content, path),
                done=while_alive(self, lambda _nothing: self._say(said, good=True)),
                refused=while_alive(self, self._refuse),
            )

    def _on_read_pressed(self) -> None:
        chosen = self.ask_file(self)
        if chosen:
            path = Path(chosen)
            self._tools.run(
                lambda: programme_text(path),
                done=while_alive(self, lambda text: self._take(text, path.name)),
                refused=while_alive(self, self._refuse),
            )

    def _take(self, text: str, name: str) -> None:
        self._draft.begin(text)
        self.draft_begun.emit(tr("“{file}” is your draft now. Save it to put it in force.").format(file=name))

    def _refuse(self, refused: Refused) -> None:
        self._say(self.session.sentence(refused), good=False)

    def _say(self, sentence: str, *, good: bool) -> None:
        self.notice.say(sentence, tone="accent" if good else "danger")
        self.notice.show()


def since_words(version: Version, formats: QtFormats) -> str:
    """From which day on a version counts; the first one did from the start."""
    if version.number == 1:
        return tr("from the start")
    return formats.day(version.from_day or version.at.date())


def rules_of(version: Version) -> Programme | None:
    """The rules of a version; None for one that an older release took and this one cannot read."""
    try:
        return read_programme(version.toml, kept=True)
    except BadProgramme:
        return None
