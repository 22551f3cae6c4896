"""How a slip printer is written down, and read again."""

import pytest

from loyaltydesk.printing.refusals import BadPrinter
from loyaltydesk.printing.slip_printer import Connection, Link, connection


@pytest.mark.parametrize(
    ("text", "link", "place", "number"),
    [
        ("network:10.0.0.7", Link.NETWORK, "10.0.0.7", 9100),
        ("network:printer.local:9101", Link.NETWORK, "printer.local", 9101),
        ("usb:04B8:0E15", Link.USB, "04b8:0e15", 0),
        ("serial:/dev/ttyUSB0", Link.SERIAL, "/dev/ttyUSB0", 9600),
        ("serial:COM3:115200", Link.SERIAL, "COM3", 115200),
        ("serial:/dev/serial/by-path/pci-0:1", Link.SERIAL, "/dev/serial/by-path/pci-0:1", 9600),
        ("file:/dev/usb/lp0", Link.FILE, "/dev/usb/lp0", 0),
        ("file:C:\\slips.bin", Link.FILE, "C:\\slips.bin", 0),
        (" cups:Star_TSP ", Link.CUPS, "Star_TSP", 0),
        ("windows:Receipt printer", Link.WINDOWS, "Receipt printer", 0),
    ],
)
def test_a_printer_is_read_as_it_is_written(text: str, link: Link, place: str, number: int) -> None:
    read = connection(text)
    assert read == Connection(link, place, number)
    assert connection(str(read)) == read


@pytest.mark.parametrize(
    "text",
    ["", "network", "network:", "network:a b", "network:host:0", "network:host:99999", "network:[::1]:9100",
     "usb:1:2", "usb:zzzz:0001", "bluetooth:x", "file:", "file:a\x1b@", "cups:" + "x" * 600],
)  # fmt: skip
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(BadPrinter):
        connection(text)
