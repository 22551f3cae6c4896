"""The Qt window of Loyalty Desk: pages see the desk, the model and the refusals, and never each other."""

import builtins
from importlib import import_module

# PySide6 puts an import of its own in the place of Python's, for `from __feature__ import …`, which nothing here uses.
# It reads the source of each module that comes after it once more, and that took a tenth of every start.
_python_import = builtins.__import__
import_module("PySide6.QtCore")
builtins.__import__ = _python_import
