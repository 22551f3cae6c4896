"""python-escpos, taken in without what it would leave behind: a folder in /tmp and a log on the terminal."""

import logging
import os
import shutil

_root = logging.getLogger()
_before = list(_root.handlers)

from escpos import capabilities  # noqa: E402 - what it does to the log when it is imported is undone below
from escpos.escpos import Escpos  # noqa: E402 - as above
from escpos.exceptions import DeviceNotFoundError  # noqa: E402 - as above
from escpos.printer import Win32Raw  # noqa: E402 - as above

for _handler in [each for each in _root.handlers if each not in _before]:
    _root.removeHandler(_handler)
logging.getLogger("escpos").setLevel(logging.WARNING)
if "ESCPOS_CAPABILITIES_PICKLE_DIR" not in os.environ:
    shutil.rmtree(capabilities.pickle_dir, ignore_errors=True)

__all__ = ["DeviceNotFoundError", "Escpos", "Win32Raw"]
