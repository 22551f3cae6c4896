"""The Cards page: what to print on the left, the card in the middle, how it looks and on what it goes on the right."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.cards import ean13
from loyaltydesk.model.customers import Customer
from loyaltydesk.model.refusals import BadCardNumber, Refused, UnknownCard, UnknownCustomer
from loyaltydesk.printing.card import CardFace, CardLook
from loyaltydesk.words import tr, tr_n
from ui.cards.both_sides import BothSides
from ui.cards.choosing import Choosing, Way
from ui.cards.design import Design
from ui.cards.orders import Order, customer_card
from ui.cards.paper_form import PaperForm
from ui.cards.press import Press
from ui.seams.page import Page
from ui.seams.paper import paper_for
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.blocks import Banner
from ui.theme.buttons import Button
from ui.theme.frames import Panel, rule
from ui.theme.scrolling import Scroll
from ui.theme.sheet import restyle
from ui.theme.text import chip, label
from ui.theme.theme import Theme


class CardsPage(Page):
    """What is seen is what is printed: each change shows at once, and paper opens in a dialog of its own."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session)
        self.press = Press(theme, session, tools, page=self)
        self.test_button = Button(theme, tr("Print a test card"), icon="printer")
        self.use_button = Button(theme, tr("Use this design"), kind="action", icon="check")
        self.print_button = Button(theme, "", kind="primary", icon="printer")
        self.notice = Banner(theme, "")
        self.choosing = Choosing(theme, session)
        self.sides = BothSides(theme)
        self.design = Design(theme)
        self.paper = PaperForm(theme, tools.preferences)
        self._state = chip("")
        self._amount = label(type_="muted", wrap=True)
        self._lay_out()
        self._connect()
        self.reload()

    # --- from outside

    def entered(self) -> None:
        super().entered()
        self.choosing.start()

    def reload(self) -> None:
        if not self.design.is_changed:
            self.design.show_settings(self.session.ask(lambda desk: desk.shop.settings()))
        self.choosing.reload()
        self._show_card()

    def open(self, what: str) -> None:
        """Chooses the customer with this id."""
        self._choose(lambda desk: desk.customers.get(what))

    def take_scan(self, code: str) -> bool:
        """While a customer is looked for the code is whose card to print, and while blank ones are, which one."""
        if self.choosing.way is Way.CUSTOMER:
            self._choose(lambda desk: desk.cards.owner(code))
        elif self.choosing.way is Way.WAITING and not self.choosing.waiting.choose(code):
            self._say(tr("Card {card} is none that waits for its customer.").format(card=code), good=False)
        return self.choosing.way is not Way.NEW

    def go_back(self) -> bool:
        return self.choosing.go_back()

    # --- inside

    def _lay_out(self) -> None:
        m = self.theme.m
        self.add_title(tr("Cards"), tr("Plastic cards, and sheets of ten"))
        self.bar.box.addWidget(self.test_button)
        self.bar.box.addWidget(self.use_button)
        left = Panel(self.theme)
        left.box.addWidget(label(tr("What to print"), "title"))
        left.box.addWidget(self.choosing, 1)
        left.box.addWidget(self._amount)
        left.box.addWidget(self.print_button)
        columns = QHBoxLayout()
        columns.setSpacing(m.s4)
        for panel, share in ((left, 5), (self.sides, 9), (self._right(), 5)):
            columns.addWidget(panel, share)
        below = QVBoxLayout()
        below.setContentsMargins(m.s5, m.s4, m.s5, m.s4)
        below.setSpacing(m.s3)
        below.addWidget(self.notice)
        below.addLayout(columns, 1)
        self.column.addLayout(below, 1)
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
        box.addWidget(rule())
        box.addWidget(label(tr("Paper and printer"), "title"))
        box.addWidget(self.paper)
        box.addStretch(1)
        panel = Panel(self.theme)
        panel.box.addWidget(Scroll(content), 1)
        return panel

    def _connect(self) -> None:
        self.choosing.edited.connect(self._on_edited)
        self.design.edited.connect(self._on_edited)
        self.paper.edited.connect(self._on_edited)
        self.use_button.clicked.connect(self._save)
        self.test_button.clicked.connect(self._on_test_pressed)
        self.print_button.clicked.connect(self._on_print_pressed)
        self.press.drawn.connect(self._on_drawn)
        self.press.refused.connect(self._on_refused)

    def _show_card(self) -> None:
        """Brings the preview, the buttons and the state up to what is chosen and typed."""
        order, sheet, changed = self.choosing.order(), self.paper.sheet(), self.design.is_changed
        look, face = self._card(order)
        self.sides.show_card(look, face, size=sheet.size)
        self._state.setText(tr("Not saved yet") if changed else tr("Saved"))
        restyle(self._state, tone="warning" if changed else "accent")
        self.use_button.setEnabled(changed)
        self.print_button.setEnabled(order.count > 0)
        number, count, sheets = self.session.formats.number, max(order.count, 1), sheet.sheets(order.count)
        self.print_button.setText(tr_n("Print {n} card…", "Print {n} cards…", count).format(n=number(count)))
        self._amount.setText(tr_n("{n} sheet of paper", "{n} sheets of paper", sheets).format(n=number(sheets)))
        self._amount.setVisible(sheets > 0)

    def _card(self, order: Order) -> tuple[CardLook, CardFace]:
        """The first card of the order, as it will be; a sample number while there is no order."""
        shop = self.design.settings()

        def first(desk: Desk) -> tuple[CardLook, CardFace]:
            if order.customer:
                try:
                    return customer_card(desk, shop, order.customer)
                except Refused as refused:
                    self._refuse(refused)
            paper = paper_for(desk, shop=shop)
            return paper.look(), paper.card(next(iter(order.numbers), "") or _sample(shop.card_prefix))

        return self.session.ask(first)

    def _choose(self, find: Callable[[Desk], Customer]) -> None:
        try:
            customer = self.session.ask(find)
        except (UnknownCard, UnknownCustomer, BadCardNumber) as refused:
            self._refuse(refused)
            return
        self.choosing.go(Way.CUSTOMER)
        self.choosing.customer.show_customer(customer)

    def _save(self) -> bool:
        """Keeps the design; False when the desk refused."""
        if not self.design.is_changed:
            return True
        settings = self.design.settings()

        def keep(desk: Desk) -> bool:
            desk.shop.save_settings(settings)
            return True

        if not self.session.do(keep, refused=lambda sentence: self._say(sentence, good=False)):
            return False
        self.design.show_settings(settings)
        self._show_card()
        return True

    # --- printing

    def _on_test_pressed(self) -> None:
        self.press.test(self.paper.sheet(), *self._card(self.choosing.order()))

    def _on_print_pressed(self) -> None:
        order = self.choosing.order()
        if order.count and self._save():
            self.print_button.setEnabled(False)
            self._say(tr("Drawing the cards …"))
            self.press.print(order, self.paper.sheet())

    def _on_drawn(self, order: Order) -> None:
        self.notice.hide()
        self._show_card()
        self.print_button.setFocus()  # which went to the shop's name, where a stray key would do harm
        if order.new:
            words = tr_n("{n} new card was made.", "{n} new cards were made.", order.new)
            again = tr("If the print fails, print again from “Blank cards made before”.")
            self._say(words.format(n=self.session.formats.number(order.new)), detail=again)

    def _on_refused(self, refused: Refused) -> None:
        self._show_card()
        self.print_button.setFocus()
        self._refuse(refused)

    # --- words

    def _on_edited(self) -> None:
        self.notice.hide()
        self._show_card()

    def _refuse(self, refused: Refused) -> None:
        self._say(self.session.sentence(refused), good=False)

    def _say(self, sentence: str, *, detail: str = "", good: bool = True) -> None:
        self.notice.say(sentence, detail=detail, tone="accent" if good else "danger")
        self.notice.show()


def _sample(prefix: str) -> str:
    """A number to look at: 2600000000014, of which the odds are one in ten thousand million that it is ever made."""
    return ean13(prefix, lambda _end: 1)
