"""The list of products on the screen: found, opened, read from a file and written to one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from loyaltydesk.model.products import Product, ProductSort
from loyaltydesk.words import tr, tr_n
from ui.products.listing import ProductListing
from ui.seams.list_spec import ListSpec, Nothing, Sorting
from ui.seams.list_view import ListView
from ui.seams.session import Session
from ui.theme.buttons import Button
from ui.theme.theme import Theme


class ProductList(ListView[Product]):
    """The list with its bar; `opened` carries the code of a product."""

    new_wanted = Signal()
    import_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme, ProductListing(session), _spec())
        self.take_in = Button(theme, tr("From a file…"), icon="folder-up")
        self.give_out = Button(theme, tr("Into a file…"), icon="download")
        self.new.clicked.connect(self.new_wanted)
        self.new_here.clicked.connect(self.new_wanted)
        self.take_in.clicked.connect(self.import_wanted)
        self.give_out.clicked.connect(self.export_wanted)
        self.lay_out(self.new, above=self._tools())

    def tell(self) -> None:
        super().tell()
        self.give_out.setEnabled(bool(self.listing.whole))

    def _tools(self) -> QHBoxLayout:
        tools = QHBoxLayout()
        tools.setSpacing(self.theme.m.s3)
        tools.addWidget(self.order)
        tools.addWidget(self.turn)
        tools.addStretch(1)
        tools.addWidget(self.take_in)
        tools.addWidget(self.give_out)
        return tools


def _spec() -> ListSpec[Product]:
    return ListSpec(
        title=tr("Products"),
        search=tr("Find a product"),
        placeholder=tr("Name, code or barcode"),
        new=tr("New product"),
        icons=("package", "plus"),
        none_yet=Nothing(
            tr("No products yet"),
            tr("With a list, products are scanned at the till. Without one, amounts are typed as before."),
        ),
        none_found=Nothing(tr("Nothing found"), tr("Type a part of the name, the code or the barcode.")),
        counted=lambda count: tr_n("{n} product", "{n} products", count),
        sortings=(
            Sorting(ProductSort.NAME, tr("By product name"), 0),
            Sorting(ProductSort.CATEGORY, tr("By category"), 1),
            Sorting(ProductSort.CODE, tr("By code"), 2),
            Sorting(ProductSort.PRICE, tr("By price"), 5),
        ),
        key=lambda product: product.sku,
        spare=(4, 3, 1),
    )
