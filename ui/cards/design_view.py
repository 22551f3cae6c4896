"""Where the card is designed: designs to start from, front and back as they will be printed, and every detail."""

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import BadCardNumber, Refused, UnknownCard
from loyaltydesk.printing.card import CardLook
from loyaltydesk.printing.designs import TEMPLATES
from loyaltydesk.printing.scene import Page
from loyaltydesk.words import tr
from ui.cards.bar_button import BarButton
from ui.cards.both_sides import BothSides, card_pages
from ui.cards.details import Details
from ui.cards.draft import Draft, keep_draft, kept_draft
from ui.cards.drawn import Drawn
from ui.cards.history import History
from ui.cards.left_over import LeftOver
from ui.cards.logo_file import logo_from
from ui.cards.mending import mended
from ui.cards.paper_form import kept_sheet
from ui.cards.press import Press
from ui.cards.shown import Shown, Who
from ui.cards.step_keys import StepKeys
from ui.cards.thumbnails import StartFrom
from ui.cards.view import View
from ui.seams.dropping import FileDrop
from ui.seams.session import Session
from ui.seams.tasks import while_alive
from ui.seams.tools import Tools
from ui.theme.blocks import Banner
from ui.theme.buttons import Button, IconButton
from ui.theme.theme import Theme


class DesignView(View):
    """Each change shows at once, can be taken back, and is the shop's when it is used."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session, tools)
        self.press = Press(theme, session, tools, page=self)
        self.test_button = BarButton(theme, tr("Print a test card"), icon="printer")
        self.use_button = Button(theme, tr("Use this design"), kind="action", icon="check")
        self.in_bar = (self.test_button, self.use_button)
        self.notice = Banner(theme, "", tone="danger")
        self.start = StartFrom(theme, {key: tr(template.name) for key, template in TEMPLATES.items()})
        self.sides = BothSides(theme, run=tools.run)
        self.shown = Shown(theme, session)
        self.details = Details(theme)
        self.undo_button = IconButton(theme, "undo-2", name=tr("Undo (Ctrl+Z)"))
        self.redo_button = IconButton(theme, "redo-2", name=tr("Redo (Ctrl+Shift+Z)"))
        self.back_button = IconButton(theme, "history", name=tr("Back to what is saved"))
        self._kept = session.ask(kept_draft)
        self._history = History(self._kept)
        self._left = LeftOver(self, tools.preferences, session.ask(lambda desk: str(desk.path or "")))
        self._left.unsaved = lambda: self.draft if self.is_changed else None
        self._history.add(self._left.found() or self._kept)
        self._drawn = Drawn(session)
        self._lay_out()
        self._connect()
        self.reload()

    # --- from outside

    @property
    def draft(self) -> Draft:
        """The design as it stands here."""
        return self._history.now

    @property
    def is_changed(self) -> bool:
        """Whether something is not saved."""
        return self.draft != self._kept

    def entered(self) -> None:
        self.start.start()

    def reload(self) -> None:
        """What is not saved yet stays; its changes will be made to whatever the shop uses by then."""
        if not self.is_changed:
            self._kept = self.session.ask(kept_draft)
            if self._kept != self.draft:
                self._history.begin(self._kept)
        self._drawn.forget()
        self._show()

    def take_scan(self, code: str) -> bool:
        """While a customer's card is seen the code is whose; otherwise it is no matter of the design."""
        if self.shown.kind is not Who.CUSTOMER:
            return False
        self.notice.hide()
        try:
            self.shown.show_customer(self.session.ask(lambda desk: desk.cards.owner(code)))
        except (UnknownCard, BadCardNumber) as refused:
            self._refuse(refused)
        return True

    def go_back(self) -> bool:
        return self.shown.forget()

    def save(self) -> bool:
        draft, before = self.draft, self._kept

        def keep(desk: Desk) -> Draft:
            keep_draft(desk, draft, before=before)
            return kept_draft(desk)

        if not self.is_changed:
            return True
        kept = self.session.do(keep, refused=self._say)
        if kept is None:
            return False
        self._kept = kept
        self._history.add(kept)
        self._show()
        return True

    def take_logo(self, file: Path) -> None:
        """Puts the picture in this file on the card; one that is none is refused in a sentence."""
        self.notice.hide()

        def done(logo: bytes) -> None:
            self._change(replace(self.draft, logo=logo))

        self.tools.run(lambda: logo_from(file), done=while_alive(self, done), refused=while_alive(self, self._refuse))

    # --- inside

    def _lay_out(self) -> None:
        m = self.theme.m
        for button in (self.undo_button, self.redo_button, self.back_button):
            self.shown.first.addWidget(button)
        self.sides.offers_mending = True
        self.sides.add_below(self.shown)
        columns = QHBoxLayout()
        columns.setSpacing(m.s4)
        for panel, share in ((self.start, 0), (self.sides, 1), (self.details, 0)):
            columns.addWidget(panel, share)
        below = QVBoxLayout(self)
        below.setContentsMargins(m.s5, m.s4, m.s5, m.s4)
        below.setSpacing(m.s3)
        below.addWidget(self.notice)
        below.addLayout(columns, 1)
        self.notice.hide()

    def _connect(self) -> None:
        self.start.chosen.connect(lambda key: self._change(self.draft.with_design(template=key)))
        self.details.edited.connect(lambda kind: self._change(self.details.taken(self.draft), kind))
        self.details.colours.settled.connect(self._history.pause)
        self.details.logo.row.chosen.connect(self.take_logo)
        self.details.logo.row.removed.connect(lambda: self._change(replace(self.draft, logo=None)))
        self.back_button.clicked.connect(self._on_back_pressed)
        self.shown.edited.connect(self._show_card)
        self.sides.mend_button.clicked.connect(self._on_mend_pressed)
        self.undo_button.clicked.connect(lambda: self._go(self._history.undo))
        self.redo_button.clicked.connect(lambda: self._go(self._history.redo))
        self.use_button.clicked.connect(self.save)
        self.test_button.clicked.connect(self._on_test_pressed)
        self.press.refused.connect(self._refuse)
        FileDrop(self.sides).dropped.connect(self.take_logo)
        StepKeys(self, undo=self.undo_button, redo=self.redo_button)

    def _change(self, draft: Draft, kind: str = "") -> None:
        self.notice.hide()
        self._history.add(draft, kind)
        self._show()

    def _show(self) -> None:
        """Brings everything up to the draft."""
        changed = self.is_changed
        self.details.show_draft(self.draft, changed=changed)
        can = {
            self.undo_button: self._history.can_undo,
            self.redo_button: self._history.can_redo,
            self.back_button: changed,
            self.use_button: changed,
        }
        if any(button.hasFocus() and not possible for button, possible in can.items()):
            self.start.start()  # or the focus would jump to whatever is next, the rail perhaps
        for button, possible in can.items():
            button.setEnabled(possible)
        self.unsaved_changed.emit(changed)
        self._show_card()

    def _show_card(self) -> None:
        def front(template: str) -> Page:
            """The front of the card that is seen, in another design."""
            return card_pages(*self._drawn.card(self.draft.with_design(template=template), self.shown))[0]

        self.sides.show_card(*self._drawn.card(self.draft, self.shown))
        self.details.show_ready(self._drawn.ready(self.draft, self.shown))
        self.start.show_cards(self.draft.design.template, front)

    def _on_mend_pressed(self) -> None:
        draft = self.draft
        look, face = self._drawn.card(draft, self.shown)

        def done(better: CardLook) -> None:
            if self.draft == draft:  # else these are the colours of another design
                inks = {name: getattr(better, name) for name in ("colour", "accent", "ink", "bars_ink")}
                self._change(draft.with_design(**inks))

        self.tools.run(lambda: mended(look, face), done=while_alive(self, done), refused=self._refuse)

    def _on_back_pressed(self) -> None:
        """To what the shop uses now; another window may have changed it meanwhile."""
        self._kept = self.session.ask(kept_draft)
        self._change(self._kept)

    def _go(self, step: Callable[[], Draft]) -> None:
        """Takes a step back, or again."""
        self.notice.hide()
        step()
        self._show()

    def _on_test_pressed(self) -> None:
        sheet = kept_sheet(self.theme, self.tools.preferences, bleed=self.draft.design.bleed)
        self.press.test(sheet, *self._drawn.card(self.draft, self.shown))

    # --- words

    def _refuse(self, refused: Refused) -> None:
        self._say(self.session.sentence(refused))

    def _say(self, sentence: str) -> None:
        self.notice.say(sentence, tone="danger")
        self.notice.show()
