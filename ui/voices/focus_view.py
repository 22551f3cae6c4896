"""Focus groups: lists drawn by lot on the left, on the right who was drawn and who of them comes."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from loyaltydesk.model.focus_groups import FocusGroup, Reply
from loyaltydesk.model.refusals import Refused
from loyaltydesk.printing.files import save
from loyaltydesk.printing.focus_list import focus_scene
from loyaltydesk.words import tr, tr_n
from ui.paper.dialog import PaperDialog
from ui.seams.file_dialogs import ask_to_save
from ui.seams.line_list import LineList
from ui.seams.lines import Line
from ui.seams.list_panel import lay_out_beside
from ui.seams.notice import Notice
from ui.seams.session import Session
from ui.seams.tables import Chip
from ui.seams.tools import Tools
from ui.theme.blocks import EmptyState
from ui.theme.buttons import Button
from ui.theme.frames import Panel
from ui.theme.sheet import Tone
from ui.theme.text import ElidedLabel
from ui.theme.theme import Theme
from ui.voices.focus_form import FocusForm
from ui.voices.focus_panel import FocusPanel
from ui.voices.focus_paper import csv_of, face_of, how_drawn, whom_of
from ui.voices.view import View

GROUP, FORM, NOTHING = range(3)  # what stands on the right
LIST = 250  # px that the list keeps, at 100 % text


def ask_where(parent: QWidget, suggested: str) -> str:
    """The path a person chooses for a CSV file, "" for none."""
    return ask_to_save(parent, suggested, title=tr("Save as CSV"), kind=tr("CSV file"))


class FocusView(View):
    """Drawing, calling, and drawing again for those who do not come."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session, tools)
        # What asks a person may be replaced, by a test or by the tour.
        self.show_dialog: Callable[[QDialog], object] = lambda dialog: dialog.exec()
        self.ask_file: Callable[[QWidget, str], str] = ask_where
        self._groups: list[FocusGroup] = []
        self._count = ElidedLabel(type_="title")
        self.list = LineList(theme, name=tr("Focus groups"))
        self.panel, self.form = FocusPanel(theme, session.formats), FocusForm(theme)
        self.notice = Notice(theme)
        self.new_here = Button(theme, tr("Draw a group"), icon="plus")
        self.new_button = Button(theme, tr("Draw a group"), kind="action", icon="plus")
        self.in_bar = (self.new_button,)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.reload()

    # --- from outside

    def entered(self) -> None:
        (self.form.title if self._stack.currentIndex() == FORM else self.list).setFocus()

    def open(self, what: str) -> None:
        self.list.choose(what)
        self._show_group()

    def go_back(self) -> bool:
        if self._stack.currentIndex() == FORM:
            self._show_group()
            self.list.setFocus()
            return True
        shown = self.notice.isVisible()
        self.notice.hide()
        return shown

    def reload(self) -> None:
        self._groups = self.session.ask(lambda desk: desk.focus_groups.all())
        number = len(self._groups)
        words = tr_n("{n} focus group", "{n} focus groups", number)
        self._count.setText(words.format(n=self.session.formats.number(number)))
        self.list.show_lines([self._line(each) for each in self._groups])
        if self._stack.currentIndex() != FORM:
            self._show_group()

    # --- inside

    def _lay_out(self) -> None:
        left, nothing = Panel(self.theme), Panel(self.theme)
        left.box.addWidget(self._count)
        left.box.addWidget(self.list, 1)
        left.setMinimumWidth(LIST * self.theme.text_percent // 100)
        hint = tr("Eight customers, drawn by lot, a table and an hour: you hear what no number tells.")
        empty = EmptyState(self.theme, "users", title=tr("Hear them in person"), hint=hint, action=self.new_here)
        nothing.box.addWidget(empty, 1)
        for widget in (self.panel, self.form, nothing):
            self._stack.addWidget(widget)
        lay_out_beside(self, left, right=self._stack, above=self.notice)

    def _connect(self) -> None:
        self.list.chosen.connect(lambda _key: self._show_group())
        for button in (self.new_button, self.new_here):
            button.clicked.connect(self._on_new_wanted)
        self.form.submitted.connect(self._on_submitted)
        self.form.left.connect(self.go_back)
        self.panel.replied.connect(self._on_replied)
        self.panel.more_wanted.connect(self._on_more_wanted)
        self.panel.print_wanted.connect(self._on_print_wanted)
        self.panel.save_wanted.connect(self._on_save_wanted)
        self.panel.customer_wanted.connect(lambda customer: self.wanted.emit("customers", customer))

    def _line(self, group: FocusGroup) -> Line:
        formats = self.session.formats
        told = tr("{n} of {all} come").format(n=formats.number(group.coming), all=formats.number(group.wanted))
        tone: Tone = "accent" if group.coming >= group.wanted else ""
        day = formats.day(group.drawn_at.date())
        return Line(group.id, group.title, whom_of(group), "users", chips=(Chip(told, tone),), day=day)

    def _group(self) -> FocusGroup | None:
        return next((each for each in self._groups if each.id == self.list.key), None)

    def _show_group(self) -> None:
        group = self._group()
        self._stack.setCurrentIndex(GROUP if group else NOTHING)
        if group:
            self.panel.show_group(group, whom=whom_of(group), how=how_drawn(group))

    def _tell(self, sentence: str) -> None:
        self.notice.tell(sentence, tone="danger")

    # --- slots

    def _on_new_wanted(self) -> None:
        self._stack.setCurrentIndex(FORM)
        self.form.begin([tier.name for tier in self.session.ask(lambda desk: desk.shop.programme.tiers)])

    def _on_submitted(self) -> None:
        title, count, (whom, which) = self.form.title.text(), self.form.count.value(), self.form.chosen()
        drawn = self.session.do(
            lambda desk: desk.focus_groups.draw(title, count, whom=whom, which=which), refused=self.form.refuse
        )
        if drawn:
            self._stack.setCurrentIndex(GROUP)
            self.reload()
            self.open(drawn.id)
            self.list.setFocus()

    def _on_replied(self, customer: str, reply: str) -> None:
        group = self._group()
        if group:
            self.session.do(
                lambda desk: desk.focus_groups.reply(group.id, customer, reply=Reply(reply)), refused=self._tell
            )

    def _on_more_wanted(self) -> None:
        group = self._group()
        if group:
            self.session.do(lambda desk: desk.focus_groups.draw_more(group.id), refused=self._tell)

    def _on_print_wanted(self) -> None:
        group = self._group()
        if group:
            shop = self.session.ask(lambda desk: desk.shop.settings().name)
            scene = focus_scene(face_of(group, shop))
            dialog = PaperDialog(self.theme, scene, title=group.title, parent=self, tools=self.tools)
            self.show_dialog(dialog)
            dialog.deleteLater()

    def _on_save_wanted(self) -> None:
        group = self._group()
        chosen = self.ask_file(self, f"{tr('Focus group')}.csv") if group else ""
        if not group or not chosen:
            return
        try:
            save(csv_of(group), Path(chosen))
        except Refused as refused:
            self._tell(self.session.sentence(refused))
        else:
            self.notice.tell(tr("Saved as {path}").format(path=Path(chosen).name))
