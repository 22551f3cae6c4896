"""What every entry of a form has in common: where it stands in the table of a rule, its field, and its fault."""

from collections.abc import Iterable, Iterator
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyaltydesk.rules.toml_writing import Table
from ui.theme.forms import FormRow
from ui.theme.theme import Theme

Path = tuple[str, ...]


class Entry(QWidget):
    """A part of a form: it shows what a table says, and writes there what is filled in; `edited` tells a change."""

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(theme.m.s3)

    def fill(self, table: Table) -> None:
        """Shows what `table` says."""
        raise NotImplementedError

    def put(self, table: Table) -> None:
        """Writes into `table` what is filled in; what is left empty is not written."""
        raise NotImplementedError

    def paths(self) -> list[Path]:
        """Every place of the table that belongs to it."""
        raise NotImplementedError

    def fields(self) -> "Iterator[FieldEntry]":
        """The entries with a field of their own in it that count now."""
        raise NotImplementedError

    def accept(self) -> None:
        """Takes back what was said to be wrong."""

    def start(self) -> None:
        """Puts the focus where its answer begins."""


class FieldEntry(Entry):
    """One field with its name; a subclass reads and shows its value, None for nothing."""

    def __init__(self, theme: Theme, path: str, *, field: QWidget, text: str, hint: str = "") -> None:
        """`path` is its place in the table with dots: "when.min_bill"."""
        super().__init__(theme)
        self.path: Path = tuple(path.split("."))
        self._kept: Any = None  # what the table says, and what that looks like in the field
        self._shown: Any = None
        self.row = FormRow(theme, field, text=text, hint=hint)
        self.setFocusProxy(field)
        self.box.addWidget(self.row)

    def value(self) -> Any:
        """What is filled in."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """Shows what the table says, None where it says nothing."""
        raise NotImplementedError

    def hug(self) -> None:
        """Makes the field as wide as what it holds."""
        layout = self.row.layout()
        if layout:
            layout.setAlignment(self.row.field, Qt.AlignmentFlag.AlignLeft)

    def fill(self, table: Table) -> None:
        self._kept = read(table, self.path)
        self.show_value(self._kept)
        self._shown = self.value()

    def put(self, table: Table) -> None:
        """What nobody touched stays as it was written, even where the field cannot show all of it."""
        value = self.value()
        untouched = self._kept not in (None, "") and value == self._shown
        write(table, self.path, self._kept if untouched else value)

    def paths(self) -> list[Path]:
        return [self.path]

    def fields(self) -> "Iterator[FieldEntry]":
        yield self

    def refuse(self, sentence: str) -> None:
        """Says in place what is wrong."""
        self.row.refuse(sentence)

    def accept(self) -> None:
        self.row.accept()

    def start(self) -> None:
        self.row.field.setFocus()


def read(table: Table, path: Path) -> Any:
    """What stands at a place of a table; None where nothing does."""
    found: Any = table
    for name in path:
        found = found.get(name) if isinstance(found, dict) else None
    return found


def write(table: Table, path: Path, value: Any) -> None:
    """Puts a value at a place of a table; None puts nothing there."""
    if value is None:
        return
    *within, last = path
    for name in within:
        table = table.setdefault(name, {})
    table[last] = value


def clear(table: Table, paths: Iterable[Path]) -> None:
    """Takes out of a table what stands at these places, and tables within it that are empty then."""
    for path in paths:
        *within, last = path
        holder = read(table, tuple(within)) if within else table
        if isinstance(holder, dict):
            holder.pop(last, None)
            if within and not holder:
                clear(table, [tuple(within)])


def same_way(one: Path, other: Path) -> bool:
    """Whether one place is the other, or lies within it."""
    return all(step == each for step, each in zip(one, other, strict=False))
