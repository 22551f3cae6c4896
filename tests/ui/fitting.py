"""Looks over a window with a strict eye: for words cut off, targets a finger misses, controls without a name."""

from collections.abc import Iterator
from gettext import NullTranslations

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QRadioButton,
    QToolButton,
    QWidget,
)

from loyaltydesk.words.catalogue import Words
from ui.theme.buttons import RailButton
from ui.theme.text import ElidedLabel

LEAST = 44  # px of a target for a finger
CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QListView)


class Long(Words):
    """English with every sentence four tenths longer, as some languages are."""

    def __init__(self) -> None:
        super().__init__("en", NullTranslations())

    def tr(self, text: str) -> str:
        return longer(text)

    def trc(self, _context: str, text: str) -> str:
        return longer(text)

    def tr_n(self, one: str, many: str, count: int) -> str:
        return longer(super().tr_n(one, many, count))


def longer(text: str) -> str:
    """`text` with its own letters again at the end; what is filled in later is filled in once."""
    letters = "".join(sign for sign in text if sign.isalpha() or sign == " ")
    return text + " " + letters[: max(len(text) * 2 // 5 - 1, 1)].strip() if letters else text


def cut(root: QWidget) -> list[str]:
    """The words under `root` that have less room than they need."""
    return [_text(widget) for widget in _seen(root) if _is_cut(widget)]


def small(root: QWidget) -> list[str]:
    """The controls under `root` that are lower or narrower than a finger needs, with their sizes."""
    return [
        f"{_name(widget)} {widget.width()}×{widget.height()}"
        for widget in _controls(root)
        if min(widget.width(), widget.height()) < LEAST
    ]


def nameless(root: QWidget) -> list[str]:
    """The controls under `root` of which a screen reader could not say what they are."""
    return [type(widget).__name__ for widget in _controls(root) if not _name(widget).strip()]


def _seen(root: QWidget) -> Iterator[QWidget]:
    return (widget for widget in root.findChildren(QWidget) if widget.isVisibleTo(root) and widget.isVisible())


def _controls(root: QWidget) -> Iterator[QWidget]:
    for widget in _seen(root):
        inside = isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox | QLineEdit)
        if isinstance(widget, CONTROLS) and not inside and not widget.objectName().startswith("qt_"):
            yield widget


def _is_cut(widget: QWidget) -> bool:
    if isinstance(widget, ElidedLabel) or not _text(widget):
        return False  # it says by itself where it ends
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) > widget.height() or _longest_word(widget) > widget.width()
    if isinstance(widget, QLabel):
        return widget.sizeHint().width() > widget.width() or widget.fontMetrics().height() > widget.height()
    if isinstance(widget, QPushButton | QRadioButton | QToolButton):
        return widget.sizeHint().width() > widget.width()
    return False


def _longest_word(widget: QLabel) -> int:
    words = widget.text().replace("\N{ZERO WIDTH SPACE}", " ").split()  # where a line may be broken, too
    return max(widget.fontMetrics().horizontalAdvance(word) for word in words or [""])


def _text(widget: QWidget) -> str:
    if isinstance(widget, RailButton):
        return ""  # the frame's, and tested there
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or _text(widget)
