"""What vouchers are printed on, as this computer remembers it, and how they are drawn on it."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from loyaltydesk.printing.scene import Document
from loyaltydesk.printing.slip import Roll, voucher_slips_scene
from loyaltydesk.printing.stocks import VOUCHER_STOCKS, Stock
from loyaltydesk.printing.voucher import VoucherFace, voucher_scene
from ui.seams.preferences import Preferences
from ui.seams.slip_settings import read_slips

SLIP = "slip"
USUAL = "A6"


class VoucherPaper(Struct, frozen=True):
    """The answers: `paper` is a name of VOUCHER_STOCKS or SLIP; the first `start` places of the first sheet are gone.

    `roll` is that of the slip printer, 80 or 58 mm.
    """

    paper: str = USUAL
    marks: bool = False
    start: int = 0
    roll: str = "80"

    @property
    def stock(self) -> Stock | None:
        """The sheet, none for a roll."""
        found = VOUCHER_STOCKS.get(self.paper)
        if found is None:
            return None
        return replace(found, marks=self.marks or found.marks, start=min(self.start, found.count - 1))

    def document(self, vouchers: Sequence[VoucherFace]) -> Document:
        """The vouchers on this paper. Raises CodeNotPrintable and CodeTooWide."""
        stock = self.stock
        if stock is None:
            return voucher_slips_scene(vouchers, roll=Roll.MM58 if self.roll == "58" else Roll.MM80)
        return voucher_scene(vouchers, stock=stock)


def read_voucher_paper(preferences: Preferences) -> VoucherPaper:
    """What was chosen last; what makes no sense is as usual. A sheet that was begun is not remembered."""
    name = preferences.read("vouchers/paper", USUAL)
    return VoucherPaper(
        name if name in VOUCHER_STOCKS or name == SLIP else USUAL,
        preferences.read("vouchers/marks") == "on",
        roll=read_slips(preferences).roll,
    )


def keep_voucher_paper(preferences: Preferences, paper: VoucherPaper) -> None:
    """Remembers the answers on this computer."""
    preferences.write("vouchers/paper", paper.paper)
    preferences.write("vouchers/marks", "on" if paper.marks else "off")
