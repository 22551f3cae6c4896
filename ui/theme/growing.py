"""A window grows with its words, which Qt sees to only when it is first shown."""

from PySide6.QtWidgets import QWidget


def grow(window: QWidget) -> None:
    """Makes a window as high as its words need in its width; it never gets smaller."""
    box = window.layout()
    if box:
        box.activate()
        window.resize(window.width(), max(window.height(), box.totalHeightForWidth(window.width())))
