"""Where cards are printed: which ones on the left, how they will look in the middle, on what they go on the right."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from loyaltydesk.desk import Desk
from loyaltydesk.model.customers import Customer
from loyaltydesk.model.grids import Grid
from loyaltydesk.model.refusals import BadCardNumber, Refused, UnknownCard, UnknownCustomer
from loyaltydesk.printing.card import CardFace, CardLook
from loyaltydesk.printing.card_paper import Sheet
from loyaltydesk.words import tr, tr_n
from ui.cards.both_sides import BothSides
from ui.cards.choosing import Choosing, Way
from ui.cards.orders import Order, blank_card, customer_card, sample_card
from ui.cards.own_sheet import OwnSheetDialog
from ui.cards.paper_form import PaperForm
from ui.cards.press import Press
from ui.cards.view import View
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.blocks import Banner
from ui.theme.buttons import Button
from ui.theme.frames import Panel
from ui.theme.scrolling import Scroll
from ui.theme.text import label
from ui.theme.theme import Theme


class PrintView(View):
    """What is seen is what is printed: each choice shows at once, and paper opens in a dialog of its own."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session, tools)
        self.press = Press(theme, session, tools, page=self)
        self.print_button = Button(theme, "", kind="primary", icon="printer")
        self.notice = Banner(theme, "")
        self.choosing = Choosing(theme, session)
        self.sides = BothSides(theme, run=tools.run)
        self.paper = PaperForm(theme, tools.preferences)
        self.paper.ask_sheet = self._ask_sheet
        self._amount = label(type_="muted", wrap=True)
        self._lay_out()
        self._connect()
        self.reload()

    # --- from outside

    def entered(self) -> None:
        self.choosing.start()

    def reload(self) -> None:
        self.choosing.reload()
        own, design = self.session.ask(lambda desk: (desk.stocks.all(), desk.designs.card()))
        self.paper.show_own(own)
        self.paper.show_design(bleed=design.bleed)
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
        left, right = Panel(self.theme), Panel(self.theme)
        left.box.addWidget(label(tr("What to print"), "title"))
        left.box.addWidget(self.choosing, 1)
        left.box.addWidget(self._amount)
        left.box.addWidget(self.print_button)
        right.box.addWidget(label(tr("Paper and printer"), "title"))
        right.box.addWidget(Scroll(self.paper), 1)
        columns = QHBoxLayout()
        columns.setSpacing(m.s4)
        for panel, share in ((left, 5), (self.sides, 9), (right, 5)):
            columns.addWidget(panel, share)
        below = QVBoxLayout(self)
        below.setContentsMargins(m.s5, m.s4, m.s5, m.s4)
        below.setSpacing(m.s3)
        below.addWidget(self.notice)
        below.addLayout(columns, 1)
        self.notice.hide()

    def _connect(self) -> None:
        self.choosing.edited.connect(self._on_edited)
        self.paper.edited.connect(self._on_edited)
        self.paper.moves.page_wanted.connect(self._on_page_wanted)
        self.print_button.clicked.connect(self._on_print_pressed)
        self.press.drawn.connect(self._on_drawn)
        self.press.refused.connect(self._on_refused)

    def _show_card(self) -> None:
        """Brings the preview and the button up to what is chosen."""
        order, sheet = self.choosing.order(), self.paper.sheet()
        look, face = self._card(order)
        self.sides.show_card(look, face, size=sheet.size)
        self._show_sheet(sheet, order, look=look, face=face)
        self.print_button.setEnabled(order.count > 0)
        number, count, sheets = self.session.formats.number, max(order.count, 1), sheet.sheets(order.count)
        self.print_button.setText(tr_n("Print {n} card…", "Print {n} cards…", count).format(n=number(count)))
        self._amount.setText(tr_n("{n} sheet of paper", "{n} sheets of paper", sheets).format(n=number(sheets)))
        self._amount.setVisible(sheets > 0)

    def _card(self, order: Order) -> tuple[CardLook, CardFace]:
        """The first card of the order, as it will be; a sample number while there is no order."""

        def first(desk: Desk) -> tuple[CardLook, CardFace]:
            try:
                if order.customers:
                    return customer_card(desk, order.customers[0])
                if order.numbers:
                    return blank_card(desk, order.numbers[0])
            except Refused as refused:
                self._refuse(refused)
            return sample_card(desk)

        return self.session.ask(first)

    def _show_sheet(self, sheet: Sheet, order: Order, *, look: CardLook, face: CardFace) -> None:
        """Draws the first sheet, with the first card of the order in every place."""
        if sheet.stock is None:
            return
        count = min(max(order.count, 1), sheet.stock.count - sheet.stock.start)
        try:
            pages = sheet.document(look, [face] * count).pages
        except Refused:  # bars that have no room; the verdict says so
            pages = ()
        self.paper.show_sheet(pages[0] if pages else None, count)

    def _ask_sheet(self, grid: Grid | None) -> Grid | None:
        """Asks for a sheet of the shop's own, to be changed or a new one."""
        dialog = OwnSheetDialog(self.theme, self.session, grid=grid, parent=self)
        dialog.exec()
        dialog.deleteLater()
        self.paper.show_own(self.session.ask(lambda desk: desk.stocks.all()))
        return dialog.grid

    def _choose(self, find: Callable[[Desk], Customer]) -> None:
        try:
            customer = self.session.ask(find)
        except (UnknownCard, UnknownCustomer, BadCardNumber) as refused:
            self._refuse(refused)
            return
        self.choosing.go(Way.CUSTOMER)
        self.choosing.customer.show_customer(customer)

    # --- printing

    def _on_print_pressed(self) -> None:
        order = self.choosing.order()
        if order.count:
            self.print_button.setEnabled(False)
            self._say(tr("Drawing the cards …"))
            self.press.print(order, self.paper.sheet())

    def _on_drawn(self, order: Order) -> None:
        self.notice.hide()
        self.paper.begin_anew()
        self._show_card()
        self.print_button.setFocus()  # which went to a field, where a stray key would do harm
        if order.new:
            words = tr_n("{n} new card was made.", "{n} new cards were made.", order.new)
            again = tr("If the print fails, print again from “Blank cards made before”.")
            self._say(words.format(n=self.session.formats.number(order.new)), detail=again)

    def _on_page_wanted(self) -> None:
        stock = self.paper.sheet().stock
        if stock is not None:
            self.press.measure(stock)

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
