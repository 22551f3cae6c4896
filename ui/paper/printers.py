"""The printers of this computer, as the system tells of them, and what each can do."""

from msgspec import Struct
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

NEAR = 1.5  # mm by which two papers of the same name may differ

Size = tuple[float, float]


class Abilities(Struct, frozen=True):
    """What a printer says of itself: whether it turns paper over and has colours, and its paper in mm, upright.

    `smallest` and `largest` are what it takes in any size between; both 0 where it takes its own sizes alone.
    """

    turns: bool = False
    colours: bool = True
    sizes: tuple[Size, ...] = ()
    smallest: Size = (0, 0)
    largest: Size = (0, 0)

    def takes(self, width: float, height: float) -> bool:
        """Whether it has such paper, in mm; a printer that tells nothing of its paper may have it."""
        short, long = sorted((width, height))
        named = any(abs(short - size[0]) <= NEAR and abs(long - size[1]) <= NEAR for size in self.sizes)
        between = self.smallest[0] <= short <= self.largest[0] and self.smallest[1] <= long <= self.largest[1]
        return named or between or not (self.sizes or any(self.largest))


def installed() -> list[str]:
    """The names of all printers; the usual one comes first."""
    names, usual = QPrinterInfo.availablePrinterNames(), QPrinterInfo.defaultPrinterName()
    return sorted(names, key=lambda name: (name != usual, name.casefold()))


def abilities(name: str) -> Abilities:
    """What the printer of this name can do; nothing is known of one that is gone."""
    facts = QPrinterInfo.printerInfo(name)
    if facts.isNull():
        return Abilities()
    turns = set(facts.supportedDuplexModes()) - {QPrinter.DuplexMode.DuplexNone}
    any_size = facts.supportsCustomPageSizes()
    return Abilities(
        turns=bool(turns),
        colours=QPrinter.ColorMode.Color in facts.supportedColorModes(),
        sizes=tuple(map(_upright, facts.supportedPageSizes())),
        smallest=_upright(facts.minimumPhysicalPageSize()) if any_size else (0, 0),
        largest=_upright(facts.maximumPhysicalPageSize()) if any_size else (0, 0),
    )


def _upright(size: QPageSize) -> Size:
    millimetres = size.size(QPageSize.Unit.Millimeter)
    short, long = sorted((millimetres.width(), millimetres.height()))
    return short, long
