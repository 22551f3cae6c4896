"""The slips that wait for their printer, kept on this computer: what is to be printed, and nobody's name."""

import msgspec
from msgspec import Struct

from ui.seams.preferences import Preferences

KEY = "slips/waiting"
MOST = 500  # of all shops; the oldest give way


class WaitingSlip(Struct, frozen=True, omit_defaults=True):
    """A slip to be printed: of a purchase (its id), or vouchers (their codes), of the shop in this file.

    `since` is when it was wanted (ISO 8601), `tries` how often it was sent in vain, `reason` why not, the last time.
    """

    shop: str
    purchase: str = ""
    vouchers: tuple[str, ...] = ()
    since: str = ""
    tries: int = 0
    reason: str = ""

    def is_like(self, other: "WaitingSlip") -> bool:
        """Whether the same would be printed."""
        return (self.shop, self.purchase, self.vouchers) == (other.shop, other.purchase, other.vouchers)


class SlipList:
    """The slips of one shop that wait; what was written by others or torn is as if nothing waited."""

    def __init__(self, preferences: Preferences, shop: str) -> None:
        self._preferences, self._shop = preferences, shop

    def all(self) -> list[WaitingSlip]:
        """Those of this shop, the oldest first."""
        return [slip for slip in self._kept() if slip.shop == self._shop]

    def put(self, slip: WaitingSlip) -> None:
        """Keeps a slip, in place of the same one if that waits already."""
        kept = self._kept()
        place = next((number for number, each in enumerate(kept) if each.is_like(slip)), len(kept))
        kept[place : place + 1] = [slip]
        self._write(kept)

    def drop(self, slip: WaitingSlip) -> None:
        """Forgets a slip that was printed, or can never be."""
        self._write([each for each in self._kept() if not each.is_like(slip)])

    def _kept(self) -> list[WaitingSlip]:
        text = self._preferences.read(KEY)
        try:
            return msgspec.json.decode(text, type=list[WaitingSlip]) if text else []
        except msgspec.MsgspecError:
            return []

    def _write(self, slips: list[WaitingSlip]) -> None:
        self._preferences.write(KEY, msgspec.json.encode(slips[-MOST:]).decode())
