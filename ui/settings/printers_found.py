"""Looks for slip printers: queues, USB printers, serial ports and printer devices of this computer."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

PRINTERS = 7  # the class of USB interfaces (USB Device Class Definition for Printing Devices, 4.2.1)
DEVICES = ("usb/lp*", "lp[0-9]*")


class FoundPrinter(Struct, frozen=True):
    """A printer by a name that its owner knows, and how it is reached (as `slip_printer.connection` reads it)."""

    name: str
    connection: str


def found_printers(
    queues: Iterable[str], *, devices: Path = Path("/dev"), platform: str = sys.platform
) -> list[FoundPrinter]:
    """Whatever may be a slip printer, the likeliest first; `queues` are those that the system prints with."""
    kind = "windows" if platform == "win32" else "cups"
    named = [FoundPrinter(queue, f"{kind}:{queue}") for queue in queues]
    return [*_usb_printers(), *_device_files(devices), *named, *_serial_ports()]


def _usb_printers() -> Iterator[FoundPrinter]:
    try:
        import usb.core

        devices = list(usb.core.find(find_all=True, custom_match=_prints))
    except (ImportError, ValueError, OSError):  # no pyusb, no libusb below it (a ValueError of its own), no right to it
        return
    for device in devices:
        number = f"{device.idVendor:04x}:{device.idProduct:04x}"
        yield FoundPrinter(_usb_name(device) or number, f"usb:{number}")


def _prints(device: "Iterable[Iterable[object]]") -> bool:
    return any(getattr(part, "bInterfaceClass", 0) == PRINTERS for configuration in device for part in configuration)


def _usb_name(device: object) -> str:
    """What the device calls itself; nothing where it may not be asked."""
    try:
        words = [getattr(device, "manufacturer", ""), getattr(device, "product", "")]
    except (ValueError, OSError):
        return ""
    return " ".join(" ".join(word for word in words if word).split())[:60]


def _device_files(folder: Path) -> Iterator[FoundPrinter]:
    for pattern in DEVICES:
        for path in sorted(folder.glob(pattern)):
            yield FoundPrinter(str(path), f"file:{path}")


def _serial_ports() -> Iterator[FoundPrinter]:
    """The ports that something is plugged in to, or that the system says nothing of."""
    from serial.tools.list_ports import comports

    for port in sorted(comports()):
        if port.hwid != "n/a":
            about = f" ({port.description})" if port.description not in ("n/a", port.device) else ""
            yield FoundPrinter(f"{port.device}{about}"[:60], f"serial:{port.device}:9600")
