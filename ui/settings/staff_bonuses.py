"""The bonus list of a month in the settings: everybody with what they did and get, for paper or for a spreadsheet."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.exchange.bonus_csv import csv_text
from loyaltydesk.exchange.csv_writing import for_spreadsheet
from loyaltydesk.model.refusals import Refused
from loyaltydesk.model.staff import Contest, Contestant
from loyaltydesk.printing.files import save_parts
from loyaltydesk.words import active, tr, tr_n
from loyaltydesk.words.staff import done_text, score_text
from ui.seams.file_dialogs import ask_to_save
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.settings.staff_views import MonthRow, StaffView
from ui.theme.buttons import Button
from ui.theme.flow import Flow
from ui.theme.frames import Panel
from ui.theme.text import ElidedLabel, label
from ui.theme.theme import Theme


def ask_where(parent: QWidget, suggested: str) -> str:
    """The file a person wants to write, ending in .csv; "" for none."""
    return ask_to_save(parent, suggested, title=tr("Save the bonus list"), kind=tr("Tables"))


class StaffBonuses(StaffView):
    """A card for each person, and the sum of all."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session)
        self.ask_where: Callable[[QWidget, str], str] = ask_where  # may be replaced, by a test
        self._tools = tools
        self.month = MonthRow(theme, session.ask(lambda desk: desk.now().date()))
        self._cards = QWidget()
        self._total = label(type_="title", wrap=True)
        self.show_paper = Button(theme, tr("Show and print…"), kind="action", icon="printer")
        self.save_table = Button(theme, tr("Save as CSV…"), icon="download")
        buttons = Flow(theme.m.s3)
        buttons.addWidget(self.show_paper)
        buttons.addWidget(self.save_table)
        for widget in (self.month, self._cards, self._total):
            self.box.addWidget(widget)
        self.box.addLayout(buttons)
        self.month.changed.connect(self.reload)
        self.show_paper.clicked.connect(self._on_paper_wanted)
        self.save_table.clicked.connect(self._on_table_wanted)

    def reload(self) -> None:
        contest, formats = self._contest(), self.session.formats
        cards = QWidget()
        grid = QGridLayout(cards)
        grid.setContentsMargins(0, 0, 0, 0)
        for place, row in enumerate(contest.rows):
            grid.addWidget(self._card(row), place, 0)
        if not contest.rows:
            grid.addWidget(label(tr("Nobody is on the staff list yet."), "muted", wrap=True), 0, 0)
        self.box.replaceWidget(self._cards, cards)
        self._cards.hide()
        self._cards.deleteLater()
        self._cards = cards
        cards.show()
        self._total.setText(tr("Together: {sum}").format(sum=formats.money(contest.bonus)))
        paid = any(row.member.is_rewarded for row in contest.rows)
        for button in (self.show_paper, self.save_table):
            button.setEnabled(paid)

    # --- inside

    def _contest(self) -> Contest:
        return self.session.ask(lambda desk: desk.staff.contest(self.month.month))

    def _card(self, row: Contestant) -> Panel:
        formats = self.session.formats
        card = Panel(self.theme, surface="inset")
        head = QGridLayout()
        head.setColumnStretch(0, 1)
        head.addWidget(ElidedLabel(row.member.name, "strong"), 0, 0)
        sum_ = formats.money(row.bonus) if row.member.is_rewarded else tr("for the team")
        head.addWidget(label(sum_, "strong"), 0, 1, Qt.AlignmentFlag.AlignRight)
        days = tr_n("{n} day at the till", "{n} days at the till", row.days).format(n=formats.number(row.days))
        done = [done_text(score.deed, score_text(score, formats)) for score in row.scores if score.count or score.goal]
        card.box.addLayout(head)
        card.box.addWidget(label(" · ".join([days, *done]), "muted", wrap=True))
        return card

    # --- slots

    def _on_paper_wanted(self) -> None:
        from loyaltydesk.printing.bonus_filling import bonus_face
        from loyaltydesk.printing.bonus_list import bonus_list_scene
        from ui.paper.dialog import PaperDialog

        shop = self.session.ask(lambda desk: desk.shop.settings().name)
        face = bonus_face(self._contest(), shop=shop, formats=self.session.formats)
        dialog = PaperDialog(self.theme, bonus_list_scene(face), title=face.title, parent=self, tools=self._tools)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_table_wanted(self) -> None:
        contest = self._contest()
        chosen = self.ask_where(self, f"bonus-{contest.month:%Y-%m}.csv")
        if not chosen:
            return

        def written(desk: Desk) -> None:
            pieces = csv_text(contest, desk.shop.programme.currency, for_spreadsheet(active().language))
            save_parts((piece.encode() for piece in pieces), Path(chosen))

        try:
            self.session.ask(written)
        except Refused as refused:
            self.refused.emit(self.session.sentence(refused))
        else:
            self.kept.emit()
