"""A slip printer as it is set up: how it is reached, its paper, and how it is spoken to."""

import re
from enum import StrEnum

from msgspec import Struct

from loyaltydesk.printing.refusals import BadPrinter
from loyaltydesk.printing.slip import Roll

PORT = 9100  # what network printers listen on for raw print data
BAUD = 9600
BAUDS = (1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200)
DOTS = {Roll.MM80: 576, Roll.MM58: 384}  # eight to a millimetre
LETTERS = {Roll.MM80: 42, Roll.MM58: 32}  # of a printer's own typeface, in a line
ANY = "default"  # the profile of a printer of no known model


class Link(StrEnum):
    """How a printer is reached."""

    NETWORK = "network"
    USB = "usb"
    SERIAL = "serial"
    FILE = "file"
    CUPS = "cups"
    WINDOWS = "windows"


class Cut(StrEnum):
    """What is done with the paper behind a slip."""

    FULL = "full"
    PART = "part"
    NONE = "none"


class Connection(Struct, frozen=True):
    """Where a printer is: a host, a port, a device, a queue, or vendor:product; and a number with it (port, baud)."""

    link: Link
    place: str
    number: int = 0

    def __str__(self) -> str:
        """As it is written, `network:10.0.0.7:9100`; `connection` reads it."""
        return f"{self.link}:{self.place}:{self.number}" if self.number else f"{self.link}:{self.place}"


def connection(text: str) -> Connection:
    """Reads `network:HOST[:PORT]`, `usb:VID:PID`, `serial:PORT[:BAUD]`, `file:PATH`, `cups:QUEUE` or `windows:NAME`.

    Raises BadPrinter for anything else.
    """
    kind, _, rest = text.strip().partition(":")
    place = rest.strip()
    if kind not in list(Link) or not place or not place.isprintable() or len(place) > 500:
        raise BadPrinter(text)
    link = Link(kind)
    if link is Link.NETWORK:
        return _network(text, place)
    if link is Link.USB:
        if not re.fullmatch(r"[0-9A-Fa-f]{4}:[0-9A-Fa-f]{4}", place):
            raise BadPrinter(text)
        return Connection(link, place.lower())
    if link is Link.SERIAL:
        found = re.fullmatch(r"(.+):([0-9]+)", place)
        if found and int(found[2]) in BAUDS:
            return Connection(link, found[1], int(found[2]))
        return Connection(link, place, BAUD)
    return Connection(link, place)


def _network(text: str, place: str) -> Connection:
    found = re.fullmatch(r"([0-9A-Za-z._-]{1,253})(?::([0-9]{1,5}))?", place)
    number = int(found[2] or PORT) if found else 0
    if not found or not 0 < number < 65536:
        raise BadPrinter(text)
    return Connection(Link.NETWORK, found[1], number)


class SlipPrinter(Struct, frozen=True):
    """A slip printer: `types` has it write with its own letters rather than print pictures.

    `model` is the name of a profile that python-escpos knows.
    """

    connection: Connection
    roll: Roll = Roll.MM80
    types: bool = False
    cut: Cut = Cut.FULL
    model: str = ANY
