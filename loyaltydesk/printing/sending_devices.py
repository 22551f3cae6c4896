"""The ways to a slip printer that hang on a driver: a serial port, USB, the queues of Windows; and files that wait."""

import os
import select
import time
from contextlib import suppress
from typing import Any

from loyaltydesk.printing.refusals import PrinterFailed
from loyaltydesk.printing.slip_printer import Connection

PIECE = 256  # bytes: at 9,600 baud a quarter of a second
USB_PIECE = 4096
PRINTERS = 7  # the class of USB interfaces (USB Device Class Definition for Printing Devices, 4.2.1)
STEP = 0.02  # seconds between two looks


def write_all(file: int, content: bytes, seconds: float) -> None:
    """Writes to an open file that may not be ready. Raises OSError; TimeoutError where it takes nothing for `seconds`.

    A printer without paper is never ready.
    """
    while content:
        if os.name == "posix" and not select.select([], [file], [], seconds)[1]:
            raise TimeoutError
        content = content[os.write(file, content) :]


def to_serial(content: bytes, connection: Connection, seconds: float) -> None:
    """Sends through a serial port. Raises PrinterFailed and OSError."""
    import serial

    try:
        line = serial.Serial(connection.place, connection.number, timeout=seconds, write_timeout=seconds)
    except (ValueError, serial.SerialException) as error:
        raise _serial_failure(error, connection) from error
    try:
        for start in range(0, len(content), PIECE):
            line.write(content[start : start + PIECE])
            _drain(line, seconds)
    except serial.SerialTimeoutException as error:
        raise TimeoutError from error
    except serial.SerialException as error:
        raise _serial_failure(error, connection) from error
    finally:
        line.close()


def _drain(line: Any, seconds: float) -> None:
    """Waits until a piece has left, for to close a port that holds it back would wait for ever."""
    left, given_up = line.out_waiting, time.monotonic() + seconds
    while left:
        time.sleep(STEP)
        now = line.out_waiting
        if now < left:
            left, given_up = now, time.monotonic() + seconds
        elif time.monotonic() > given_up:
            line.reset_output_buffer()
            raise TimeoutError


def _serial_failure(error: Exception, connection: Connection) -> Exception:
    """What the system said behind the words of pyserial."""
    known = getattr(error, "errno", None)
    if known:
        return OSError(known, os.strerror(known))
    said = str(error).casefold()
    reason = "no_permission" if "permission" in said or "denied" in said else "not_found"
    return PrinterFailed(connection.place, reason)


def to_usb(content: bytes, connection: Connection, seconds: float) -> None:
    """Sends to the printer with this vendor:product. Raises PrinterFailed and OSError."""
    try:
        import usb.core
        import usb.util
    except ImportError as error:
        raise PrinterFailed(connection.place, "no_driver") from error
    vendor, product = (int(number, 16) for number in connection.place.split(":"))
    try:
        device = usb.core.find(idVendor=vendor, idProduct=product)
    except usb.core.NoBackendError as error:
        raise PrinterFailed(connection.place, "no_driver") from error
    if device is None:
        raise PrinterFailed(connection.place, "not_found")
    try:
        _to_device(device, content, connection=connection, seconds=seconds)
    except NotImplementedError as error:  # what Windows says of its own drivers
        raise PrinterFailed(connection.place, "no_driver") from error
    finally:
        usb.util.dispose_resources(device)


def _to_device(device: Any, content: bytes, *, connection: Connection, seconds: float) -> None:
    """Takes the printer from the driver that has it, and gives it back."""
    interface, way = _printer_of(device, connection)
    held = device.is_kernel_driver_active(interface)
    if held:
        device.detach_kernel_driver(interface)
    try:
        for start in range(0, len(content), USB_PIECE):
            way.write(content[start : start + USB_PIECE], int(seconds * 1000))
    finally:
        if held:
            with suppress(OSError):
                device.attach_kernel_driver(interface)


def _printer_of(device: Any, connection: Connection) -> tuple[int, Any]:
    """The number of the printer among the parts of a USB device, and the way to it."""
    import usb.util

    out = usb.util.ENDPOINT_OUT
    for interface in device.get_active_configuration():
        ways = [each for each in interface if usb.util.endpoint_direction(each.bEndpointAddress) == out]
        if interface.bInterfaceClass == PRINTERS and ways:
            return interface.bInterfaceNumber, ways[0]
    raise PrinterFailed(connection.place, "not_found")


def to_windows(content: bytes, connection: Connection, _seconds: float) -> None:
    """Gives it to a queue of Windows as it is. Raises PrinterFailed."""
    from loyaltydesk.printing.escpos_library import DeviceNotFoundError, Win32Raw

    if not Win32Raw.is_usable():
        raise PrinterFailed(connection.place, "no_driver")
    queue = Win32Raw(connection.place)
    try:
        queue.open(job_name="Slip")
        try:
            queue._raw(content)
        finally:
            queue.close()
    except DeviceNotFoundError as error:
        raise PrinterFailed(connection.place, "not_found") from error
    except Exception as error:
        if type(error).__module__ == "pywintypes":  # what Windows itself says; it is of no kind that others know
            raise PrinterFailed(connection.place, "broken_off") from error
        raise
