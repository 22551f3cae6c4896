"""The form of one product; it says in place what is wrong with a field."""

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QWidget

from loyaltydesk.model.cards import tidy
from loyaltydesk.model.products import Product, tax_from, tax_text
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.words import tr
from loyaltydesk.words.products import FIELDS, refusal
from ui.seams.money_typing import MoneyOnly, minor_from, typed_form
from ui.seams.session import Session
from ui.theme.forms import Field, FormRow
from ui.theme.text import label
from ui.theme.theme import Theme

LONGEST = 200  # characters that a field takes; what is too long for a product is said when it is saved
PLACES = ("name", "price", "barcode", "category", "sku", "tax")


class ProductForm(QWidget):
    """Six fields in two columns. `edited` says that something may be different from what is kept."""

    edited = Signal()
    submitted = Signal()

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self._theme, self._session = theme, session
        self._kept = Product("")
        self._is_new = True
        self._symbol = label(session.formats.symbol, "prefix")
        self._fields = {name: self._field(name) for name in PLACES}
        self._rows = {name: FormRow(theme, field, text=tr(FIELDS[name])) for name, field in self._fields.items()}
        self._categories = QStringListModel(self)
        self._complete()
        self._lay_out()

    # --- values

    def show_product(self, product: Product, categories: list[str], *, new: bool, code: str = "") -> None:
        """Fills the form; a `new` product without a code of its own gets `code`, which stands there as a proposal."""
        formats = self._session.formats
        self._kept, self._is_new = product, new
        self._symbol.setText(formats.symbol)
        self._fields["price"].setValidator(MoneyOnly(formats, self))
        shown = {
            "name": product.name,
            "price": "" if new else typed_form(product.price, formats),
            "barcode": product.barcode,
            "category": product.category,
            "sku": product.sku or code,
            "tax": tax_text(product.tax).replace(".", formats.decimal_sign) if product.tax or not new else "",
        }
        for name, text in shown.items():
            self._fields[name].setText(text)
            self._fields[name].setCursorPosition(0)
        self._shown = shown
        self._fields["sku"].setReadOnly(not new)
        self._categories.setStringList(categories)
        self.accept()

    def product(self) -> Product:
        """What stands in the form. Raises BadRequest for a price or a tax that is none."""
        told = {name: field.text() for name, field in self._fields.items()}
        if not told["name"].strip():
            raise BadRequest("name", "missing")
        price = minor_from(told["price"], self._session.formats)
        if price is None:
            raise BadRequest("price", "missing")
        tax = tax_from(told["tax"]) if told["tax"].strip() else 0
        return Product(told["sku"], told["name"], told["barcode"], told["category"], price, tax)

    @property
    def is_changed(self) -> bool:
        """Whether the form says anything else than what it was filled with."""
        return any(self._fields[name].text() != text for name, text in self._shown.items())

    def take_barcode(self, code: str) -> None:
        """A scanned code is the barcode."""
        self._fields["barcode"].setText(tidy(code))
        self._rows["barcode"].accept()
        self.edited.emit()

    # --- what is wrong

    def refuse(self, no: BadRequest) -> bool:
        """Says at its field what is wrong with it, and goes there; False when the form has no such field."""
        row = self._rows.get(no.field)
        if row is None:
            return False
        row.refuse(refusal(no, self._session.formats))
        row.field.setFocus()
        return True

    def accept(self) -> None:
        """Takes every complaint back."""
        for row in self._rows.values():
            row.accept()

    def start(self) -> None:
        """Puts the focus where typing begins."""
        first = next((field for field in self._fields.values() if not field.text()), self._fields["name"])
        first.setFocus()
        first.selectAll()

    # --- inside

    def _field(self, name: str) -> Field:
        field = Field(self._theme, tr(FIELDS[name]), lead=self._symbol if name == "price" else None)
        field.setMaxLength(LONGEST)
        field.textEdited.connect(self.edited)
        field.returnPressed.connect(self.submitted)
        return field

    def _complete(self) -> None:
        completer = QCompleter(self._categories, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._fields["category"].setCompleter(completer)

    def _lay_out(self) -> None:
        m = self._theme.m
        hints = {"barcode": tr("scan it into the field"), "tax": tr("part of the price, such as 21")}
        for name, hint in hints.items():
            self._fields[name].setPlaceholderText(hint)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(m.s4)
        grid.setVerticalSpacing(m.s3)
        for number, name in enumerate(PLACES):
            grid.addWidget(self._rows[name], number // 2, number % 2, Qt.AlignmentFlag.AlignTop)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
