"""One product on the screen: its form, saved or taken off the list, and nothing typed is lost without a word."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.products import Product
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.words import tr
from ui.products.form import ProductForm
from ui.seams.session import Session
from ui.theme.blocks import Banner
from ui.theme.buttons import Button
from ui.theme.frames import Panel
from ui.theme.scrolling import Scroll
from ui.theme.text import ElidedLabel, label
from ui.theme.theme import Theme

WIDEST = 900  # px; longer lines are hard to follow


class ProductView(QWidget):
    """Keeps a product; `left` leads back to the list with what there is to say there."""

    left = Signal(str)

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self.theme = theme
        self._session = session
        self._kept = Product("")
        self._is_new = True
        self._then: Callable[[], object] | None = None  # what waits for the answer to a question
        self.back_button = Button(theme, tr("Products"), kind="ghost", icon="arrow-left")
        self._title = ElidedLabel(type_="name")
        self.form = ProductForm(theme, session)
        self.button = Button(theme, tr("Save"), kind="action", icon="check", key="Ctrl+S")
        self.remove_button = Button(theme, tr("Take off the list…"), kind="danger", icon="trash-2")
        self.yes = Button(theme, "", kind="small")
        self.question = Banner(theme, "", tone="warning", action=self.yes)
        self.trouble = Banner(theme, "", tone="danger")
        self._lay_out()
        self._connect()

    # --- from outside

    def open(self, product: Product) -> None:
        """Shows a product that is on the list."""
        self._begin(product, new=False)

    def begin(self, barcode: str = "") -> None:
        """An empty form, with the barcode of what was scanned."""
        self._begin(Product("", barcode=barcode), new=True)

    def start(self) -> None:
        """Puts the focus where typing begins."""
        self.form.start()

    def take_scan(self, code: str) -> None:
        """A scanned code is the barcode of this product."""
        self.form.take_barcode(code)

    def leave(self, then: Callable[[], object]) -> None:
        """Does `then` when nothing typed is lost by it, or else asks first."""
        if self.form.is_changed:
            self._ask(tr("What was typed is not saved yet."), then, answer=tr("Leave without saving"))
        else:
            then()

    def go_back(self) -> None:
        """Takes back the last step here, or leads back to the list."""
        if self.question.isVisible():
            self.question.hide()
            self.form.start()
        else:
            self.leave(lambda: self.left.emit(""))

    def save(self) -> None:
        """Keeps what was typed; what cannot be is said at its field."""
        self._quiet()
        wrong: list[BadRequest] = []

        def keep(desk: Desk) -> Product:
            try:
                return desk.products.save(self.form.product(), new=self._is_new)
            except BadRequest as no:
                wrong.append(no)
                raise

        saved = self._session.do(keep, refused=lambda sentence: self._refuse(wrong, sentence))
        if saved:
            self.left.emit(tr("{name} is saved.").format(name=saved.name))

    # --- inside

    def _begin(self, product: Product, *, new: bool) -> None:
        self._kept, self._is_new = product, new
        code, categories = self._session.ask(lambda desk: (desk.products.new_code(), desk.products.categories()))
        self._title.setText(tr("New product") if new else product.name)
        self.form.show_product(product, categories, new=new, code=code if new else "")
        self.remove_button.setVisible(not new)
        self._quiet()

    def _quiet(self) -> None:
        self.form.accept()
        self.question.hide()
        self.trouble.hide()

    def _ask(self, sentence: str, then: Callable[[], object], *, answer: str) -> None:
        self._then = then
        self.question.say(sentence, tone="warning")
        self.yes.setText(answer)
        self.question.show()
        self.yes.setFocus()

    def _refuse(self, wrong: list[BadRequest], sentence: str) -> None:
        if not (wrong and self.form.refuse(wrong[0])):
            self.trouble.say(sentence, tone="danger")
            self.trouble.show()

    def _remove(self) -> None:
        sku, name = self._kept.sku, self._kept.name

        def take_off(desk: Desk) -> bool:
            desk.products.remove(sku)
            return True

        if self._session.do(take_off, refused=lambda sentence: self._refuse([], sentence)):
            self.left.emit(tr("{name} is off the list.").format(name=name))

    def _lay_out(self) -> None:
        m = self.theme.m
        bar = Panel(self.theme, surface="bar", across=True)
        bar.box.addWidget(self.back_button)
        bar.box.addWidget(self._title, 1)
        bar.box.addWidget(self.button)
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(2, 0, m.s3, 0)
        box.setSpacing(m.s4)
        box.addWidget(self.form)
        box.addWidget(
            label(tr("The code stays as it is: purchases and rewards know the product by it."), "muted", wrap=True)
        )
        box.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignLeft)
        box.addStretch(1)
        card = Panel(self.theme)
        card.setMaximumWidth(WIDEST)
        for widget in (self.trouble, self.question, Scroll(inside)):
            card.box.addWidget(widget)
        across = QHBoxLayout()
        across.setContentsMargins(m.s5, m.s4, m.s5, m.s4)
        across.addStretch(1)
        across.addWidget(card, 100)
        across.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar)
        whole.addLayout(across, 1)

    def _connect(self) -> None:
        self.back_button.clicked.connect(lambda: self.leave(lambda: self.left.emit("")))
        self.button.clicked.connect(self.save)
        self.remove_button.clicked.connect(self._on_remove_wanted)
        self.yes.clicked.connect(self._on_answered)
        self.form.submitted.connect(self.save)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.save)

    # --- slots

    def _on_remove_wanted(self) -> None:
        said = tr("Take {name} off the list? Purchases that were made keep it.").format(name=self._kept.name)
        self._ask(said, self._remove, answer=tr("Take off"))

    def _on_answered(self) -> None:
        then, self._then = self._then, None
        self.question.hide()
        if then:
            then()
