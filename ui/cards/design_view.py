"""Where the card is designed: front and back in the middle, what can be changed about them on the right."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import Refused
from loyaltydesk.printing.card import CardFace, CardLook
from loyaltydesk.words import tr
from ui.cards.both_sides import BothSides
from ui.cards.design import Design
from ui.cards.paper_form import kept_sheet
from ui.cards.press import Press
from ui.cards.print_view import sample
from ui.cards.view import View
from ui.seams.paper import paper_for
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.blocks import Banner
from ui.theme.buttons import Button
from ui.theme.frames import Panel
from ui.theme.scrolling import Scroll
from ui.theme.sheet import restyle
from ui.theme.text import chip, label
from ui.theme.theme import Theme


class DesignView(View):
    """Each change shows at once, and is the shop's when it is used."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session)
        self._preferences = tools.preferences
        self.press = Press(theme, session, tools, page=self)
        self.test_button = Button(theme, tr("Print a test card"), icon="printer")
        self.use_button = Button(theme, tr("Use this design"), kind="action", icon="check")
        self.buttons = (self.test_button, self.use_button)
        self.notice = Banner(theme, "")
        self.sides = BothSides(theme)
        self.design = Design(theme)
        self._state = chip("")
        self._lay_out()
        self.design.edited.connect(self._on_edited)
        self.use_button.clicked.connect(self.save)
        self.test_button.clicked.connect(self._on_test_pressed)
        self.press.refused.connect(self._on_refused)
        self.reload()

    # --- from outside

    def entered(self) -> None:
        self.design.name.setFocus()

    def reload(self) -> None:
        if not self.design.is_changed:
            self.design.show_settings(self.session.ask(lambda desk: desk.shop.settings()))
        self._show_card()

    def save(self) -> bool:
        if not self.design.is_changed:
            return True
        settings = self.design.settings()

        def keep(desk: Desk) -> bool:
            desk.shop.save_settings(settings)
            return True

        if not self.session.do(keep, refused=lambda sentence: self._say(sentence)):
            return False
        self.design.show_settings(settings)
        self._show_card()
        return True

    # --- inside

    def _lay_out(self) -> None:
        m = self.theme.m
        columns = QHBoxLayout()
        columns.setSpacing(m.s4)
        for panel, share in ((self.sides, 9), (self._right(), 5)):
            columns.addWidget(panel, share)
        below = QVBoxLayout(self)
        below.setContentsMargins(m.s5, m.s4, m.s5, m.s4)
        below.setSpacing(m.s3)
        below.addWidget(self.notice)
        below.addLayout(columns, 1)
        self.notice.hide()

    def _right(self) -> Panel:
        content = QWidget()
        box = QVBoxLayout(content)
        box.setContentsMargins(0, 0, self.theme.m.s2, 0)
        box.setSpacing(self.theme.m.s3)
        head = QHBoxLayout()
        head.addWidget(label(tr("Design"), "title"), 1)
        head.addWidget(self._state)
        box.addLayout(head)
        box.addWidget(self.design)
        box.addStretch(1)
        panel = Panel(self.theme)
        panel.box.addWidget(Scroll(content), 1)
        return panel

    def _show_card(self) -> None:
        """Brings the preview, the button and the state up to what is typed."""
        changed = self.design.is_changed
        self.sides.show_card(*self._card())
        self._state.setText(tr("Not saved yet") if changed else tr("Saved"))
        restyle(self._state, tone="warning" if changed else "accent")
        self.use_button.setEnabled(changed)
        self.unsaved_changed.emit(changed)

    def _card(self) -> tuple[CardLook, CardFace]:
        shop = self.design.settings()
        paper = self.session.ask(lambda desk: paper_for(desk, shop=shop))
        return paper.look(), paper.card(sample(shop.card_prefix))

    def _on_edited(self) -> None:
        self.notice.hide()
        self._show_card()

    def _on_test_pressed(self) -> None:
        self.press.test(kept_sheet(self.theme, self._preferences), *self._card())

    def _on_refused(self, refused: Refused) -> None:
        self._say(self.session.sentence(refused))

    def _say(self, sentence: str) -> None:
        self.notice.say(sentence, tone="danger")
        self.notice.show()
