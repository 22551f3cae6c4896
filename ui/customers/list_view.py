"""The list of customers on the screen: found, opened, and registered with the card that was scanned."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from loyaltydesk.model.customers import Customer, Sort
from loyaltydesk.words import tr, tr_n
from ui.customers.listing import CustomerListing
from ui.seams.list_spec import ListSpec, Nothing, Sorting
from ui.seams.list_view import ListView
from ui.seams.session import Session
from ui.theme.buttons import Button
from ui.theme.theme import Theme


class CustomerList(ListView[Customer]):
    """The list with its bar; `opened` carries the id of a customer."""

    new_wanted = Signal(str, str)  # a customer who is not there yet: what was looked for, the number of a card
    import_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, theme: Theme, session: Session) -> None:
        register = Button(theme, tr("Register with this card"), kind="small")
        super().__init__(theme, CustomerListing(session), _spec(), action=register)
        self.register = register
        self._card = ""
        self.new.clicked.connect(self._on_new_clicked)
        self.new_here.clicked.connect(self._on_new_clicked)
        self.register.clicked.connect(self._on_register_clicked)
        self.take_in = Button(theme, tr("Import…"), icon="folder-up")
        self.give_out = Button(theme, tr("Export…"), icon="download")
        self.take_in.clicked.connect(self.import_wanted)
        self.give_out.clicked.connect(self.export_wanted)
        self.lay_out(self.new, above=self._tools())

    # --- from outside

    def say(self, sentence: str, *, good: bool = True) -> None:
        self._card = ""
        self.register.hide()
        super().say(sentence, good=good)

    def offer(self, card: str, sentence: str) -> None:
        """Says what is the matter with a scanned code, and offers to register somebody with this `card`, if any."""
        self.say(sentence, good=False)
        self._card = card
        self.register.setVisible(bool(card))

    def _tools(self) -> QHBoxLayout:
        tools = QHBoxLayout()
        tools.setSpacing(self.theme.m.s3)
        tools.addWidget(self.order)
        tools.addWidget(self.turn)
        tools.addStretch(1)
        tools.addWidget(self.take_in)
        tools.addWidget(self.give_out)
        return tools

    # --- slots

    def _on_new_clicked(self) -> None:
        self.notice.hide()
        self.new_wanted.emit(self.search.text().strip(), "")

    def _on_register_clicked(self) -> None:
        self.notice.hide()
        self.new_wanted.emit("", self._card)


def _spec() -> ListSpec[Customer]:
    return ListSpec(
        title=tr("Customers"),
        search=tr("Find a customer"),
        placeholder=tr("Name, phone, last four digits or e-mail"),
        new=tr("New customer"),
        icons=("users", "user-plus"),
        none_yet=Nothing(tr("No customers yet"), tr("Register the first one here or at the till, or import a table.")),
        none_found=Nothing(
            tr("Nobody found"),
            tr("Type a part of the name, the phone number or its last four digits, or the e-mail address."),
        ),
        counted=lambda count: tr_n("{n} customer", "{n} customers", count),
        sortings=(
            Sorting(Sort.NAME, tr("By name"), 0),
            Sorting(Sort.POINTS, tr("By points"), 2, down=True),
            Sorting(Sort.SPEND, tr("By money spent"), 6, down=True),
            Sorting(Sort.VISIT, tr("By last visit"), 5, down=True),
            Sorting(Sort.JOINED, tr("By day of joining"), 7, down=True),
        ),
        key=lambda customer: customer.id,
        spare=(7, 4, 1, 5, 6),
    )
