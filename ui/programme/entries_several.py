"""Entries made of several: names one after the other, some of a few, a part that may be left out, one way of many."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCheckBox, QCompleter, QGridLayout, QListView, QVBoxLayout, QWidget

from loyaltydesk.rules.toml_writing import Table
from ui.programme.entry import Entry, FieldEntry, Path, read, same_way, write
from ui.theme.buttons import Button
from ui.theme.forms import Choice, Field, FormRow
from ui.theme.theme import Theme

ABREAST = 4  # buttons in a row


class NamesField(Field):
    """Names with commas between them; the one under the cursor is completed from a list."""

    def __init__(self, theme: Theme, name: str, *, known: Mapping[str, str]) -> None:
        """`known` are the names that are written, with what is shown for each in the list."""
        super().__init__(theme, name)
        self._shown = {f"{key} · {words}" if words not in ("", key) else key: key for key, words in known.items()}
        self._completer = QCompleter(QStringListModel(list(self._shown), self), self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setWidget(self)
        self._popup = self._completer.popup() or QListView()
        self._completer.activated.connect(self._on_chosen)
        self.textEdited.connect(self._on_text_edited)

    def names(self) -> list[str]:
        """The names; one with a comma in it stands in quotes."""
        plain = "".join(sign if sign.isprintable() else " " for sign in self.text())
        rows = list(csv.reader([plain], skipinitialspace=True))
        return [name.strip() for row in rows for name in row if name.strip()]

    def show_names(self, names: Sequence[str]) -> None:
        """Shows names."""
        self.setText(", ".join(f'"{name}"' if "," in name else name for name in names))

    def add(self, name: str) -> None:
        """One more name, as if it was typed."""
        self.show_names([*(each for each in self.names() if each != name), name])
        self.textEdited.emit(self.text())
        self._popup.hide()

    def _on_text_edited(self, text: str) -> None:
        typed = text.rpartition(",")[2].strip()
        if not typed or not self._shown:
            self._popup.hide()
            return
        self._completer.setCompletionPrefix(typed)
        if self._completer.completionCount():
            self._completer.complete()

    def _on_chosen(self, shown: str) -> None:
        before = self.names()[:-1]
        self.show_names([*before, self._shown.get(shown, shown)])
        self.textEdited.emit(self.text())
        self._popup.hide()


class NamesEntry(FieldEntry):
    """Products or categories."""

    def __init__(self, theme: Theme, path: str, *, text: str, known: Mapping[str, str], hint: str = "") -> None:
        self.field = NamesField(theme, text, known=known)
        super().__init__(theme, path, field=self.field, text=text, hint=hint)
        self.field.textEdited.connect(self.edited)

    def value(self) -> Any:
        return self.field.names() or None

    def show_value(self, value: Any) -> None:
        self.field.show_names([value] if isinstance(value, str) else value or [])


class NameEntry(NamesEntry):
    """One product."""

    def value(self) -> Any:
        return ", ".join(self.field.names()) or None


class SomeEntry(FieldEntry):
    """Some of a few, each a button that stays pressed."""

    def __init__(
        self, theme: Theme, path: str, *, text: str, options: Sequence[tuple[str, str]], hint: str = ""
    ) -> None:
        self.buttons = {key: Button(theme, words) for key, words in options}
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.m.s1)
        grid.setColumnStretch(ABREAST, 1)
        for place, button in enumerate(self.buttons.values()):
            button.setCheckable(True)
            grid.addWidget(button, place // ABREAST, place % ABREAST)
        super().__init__(theme, path, field=holder, text=text, hint=hint)
        self.setFocusProxy(next(iter(self.buttons.values())))
        for button in self.buttons.values():
            button.toggled.connect(self.edited)

    def value(self) -> Any:
        return [key for key, button in self.buttons.items() if button.isChecked()] or None

    def show_value(self, value: Any) -> None:
        for key, button in self.buttons.items():
            button.setChecked(key in (value or []))


class Group(Entry):
    """Entries below one another; with `text`, a tick before them says whether they count at all."""

    def __init__(self, theme: Theme, entries: Sequence[Entry], *, text: str = "") -> None:
        super().__init__(theme)
        self.entries = list(entries)
        self.tick = QCheckBox(text, self)  # its child without a text, too, so that both end together
        self.tick.setChecked(not text)
        self.tick.setVisible(bool(text))
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(theme.m.s5 if text else 0, 0, 0, 0)
        inside.setSpacing(theme.m.s3)
        if text:
            self.box.addWidget(self.tick)
        self.box.addWidget(self._inside)
        for entry in entries:
            inside.addWidget(entry)
            entry.edited.connect(self.edited)
        self._inside.setVisible(not text)
        self.tick.toggled.connect(self._on_toggled)

    def fill(self, table: Table) -> None:
        for entry in self.entries:
            entry.fill(table)
        if self.tick.text():
            self.tick.setChecked(any(read(table, path) is not None for path in self.paths()))

    def put(self, table: Table) -> None:
        if self.tick.isChecked():
            for entry in self.entries:
                entry.put(table)

    def paths(self) -> list[Path]:
        return [path for entry in self.entries for path in entry.paths()]

    def fields(self) -> Iterator[FieldEntry]:
        if self.tick.isChecked():
            for entry in self.entries:
                yield from entry.fields()

    def at(self, path: Path) -> FieldEntry | None:
        """The entry for a place of the table, or the first within that place."""
        known = [entry for entry in self.fields() if path and same_way(entry.path, path)]
        return next(iter(known), None)

    def accept(self) -> None:
        for entry in self.entries:
            entry.accept()

    def start(self) -> None:
        if self.tick.text():
            self.tick.setFocus()
        else:
            self.entries[0].start()

    def _on_toggled(self, on: bool) -> None:
        self._inside.setVisible(on)
        self.edited.emit()


class Way:
    """One of several ways to fill in a rule: its words, what it always writes, and its entries."""

    def __init__(
        self, words: str, entries: Sequence[Entry] = (), *, always: Mapping[str, object] | None = None
    ) -> None:
        """`always` names places with dots."""
        self.words = words
        self.entries = list(entries)
        self.always = {tuple(path.split(".")): value for path, value in (always or {}).items()}

    def paths(self) -> list[Path]:
        """Every place that it may write."""
        return [*self.always, *(path for entry in self.entries for path in entry.paths())]

    def fits(self, table: Table) -> int:
        """How much of a table is of this way; 0 for nothing."""
        if any(read(table, path) != value for path, value in self.always.items()):
            return 0
        return sum(read(table, path) is not None for path in self.paths())


class Ways(Entry):
    """One of several ways, of which only the chosen one counts."""

    def __init__(self, theme: Theme, ways: Sequence[Way], *, text: str) -> None:
        super().__init__(theme)
        self.ways = list(ways)
        self.field = Choice(text, [(str(number), way.words) for number, way in enumerate(ways)])
        self.box.addWidget(FormRow(theme, self.field, text=text))
        self._groups = [Group(theme, way.entries) for way in ways]
        for group in self._groups:
            self.box.addWidget(group)
            group.edited.connect(self.edited)
        self.field.chosen.connect(self._on_chosen)
        self._show_chosen()

    @property
    def way(self) -> Way:
        """The chosen one."""
        return self.ways[int(self.field.current())]

    def fill(self, table: Table) -> None:
        best = max(range(len(self.ways)), key=lambda number: self.ways[number].fits(table))
        self.field.choose(str(best))
        for number, group in enumerate(self._groups):
            group.fill(table if number == best else {})
        self._show_chosen()

    def put(self, table: Table) -> None:
        for path, value in self.way.always.items():
            write(table, path, value)
        for entry in self.way.entries:
            entry.put(table)

    def paths(self) -> list[Path]:
        return [path for way in self.ways for path in way.paths()]

    def fields(self) -> Iterator[FieldEntry]:
        for entry in self.way.entries:
            yield from entry.fields()

    def accept(self) -> None:
        for group in self._groups:
            group.accept()

    def start(self) -> None:
        self.field.setFocus()

    def _show_chosen(self) -> None:
        for way, group in zip(self.ways, self._groups, strict=True):
            group.setVisible(way is self.way and bool(way.entries))

    def _on_chosen(self, _key: str) -> None:
        self._show_chosen()
        self.edited.emit()
