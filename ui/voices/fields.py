"""Fields that voices and promises are written down with: a purchase, a name."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.purchases import Purchase
from loyaltydesk.model.refusals import UnknownPurchase
from loyaltydesk.words import tr
from ui.seams.formats import QtFormats
from ui.theme.forms import Choice, Field
from ui.theme.theme import Theme

LAST_PURCHASES = 8
NONE, BY_NUMBER = "", "#"  # keys of the purchases that are no purchase


class PurchaseField(QWidget):
    """One of somebody's last purchases, any by the number of its receipt, or none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.choice = Choice(tr("Purchase"), [(NONE, tr("No purchase"))])
        self.choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.number = Field(theme, tr("Receipt number"))
        self.number.setPlaceholderText(tr("Receipt number"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.m.s1)
        column.addWidget(self.choice)
        column.addWidget(self.number)
        self.choice.currentIndexChanged.connect(self._on_chosen)
        self.setFocusProxy(self.choice)

    def offer(self, purchases: Sequence[Purchase], formats: QtFormats, *, chosen: str = "") -> None:
        """Offers these purchases; the one with the id `chosen` is on."""
        self.choice.clear()
        self.choice.addItem(tr("No purchase"), NONE)
        for bought in purchases:
            self.choice.addItem(purchase_text(bought, formats), bought.id)
        self.choice.addItem(tr("By receipt number…"), BY_NUMBER)
        self.number.clear()
        if chosen in {each.id for each in purchases}:
            self.choice.choose(chosen)
        self._on_chosen()

    def chosen(self) -> str:
        """The id or the receipt number of a purchase; empty for none."""
        key = self.choice.current()
        return self.number.text().strip() if key == BY_NUMBER else key

    def _on_chosen(self, _number: int = 0) -> None:
        self.number.setVisible(self.choice.currentData() == BY_NUMBER)


def purchase_text(bought: Purchase, formats: QtFormats) -> str:
    """A purchase by its day, what was paid and its receipt."""
    sums = tr("{day} · {sum}").format(day=formats.day(bought.day), sum=formats.money(bought.due))
    return tr("{what} · {receipt}").format(what=sums, receipt=bought.receipt) if bought.receipt else sums


def purchase_words(desk: Desk, purchase: str, formats: QtFormats) -> str:
    """The purchase with this id in words; empty for none, and for one that another till has not told of yet."""
    bought = known_purchase(desk, purchase)
    return purchase_text(bought, formats) if bought else ""


def last_purchases(desk: Desk, customer: str, *, chosen: str) -> list[Purchase]:
    """The last purchases of a customer (nobody's where it is empty), and the one with the id `chosen`."""
    found = desk.customers.purchases(customer, LAST_PURCHASES) if customer else []
    other = known_purchase(desk, chosen) if chosen not in {each.id for each in found} else None
    return [*found, other] if other else found


def known_purchase(desk: Desk, purchase: str) -> Purchase | None:
    """The purchase with this id, None where it is not known here."""
    try:
        return desk.till.purchase(purchase) if purchase else None
    except UnknownPurchase:
        return None


def name_field(theme: Theme, name: str, *, most: int) -> Field:
    """A field for the name of somebody who works here."""
    field = Field(theme, name)
    field.setMaxLength(most)
    return field


def suggest(field: Field, names: Iterable[str]) -> None:
    """Offers names as somebody types one."""
    completer = QCompleter(sorted({name for name in names if name}), field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    field.setCompleter(completer)
