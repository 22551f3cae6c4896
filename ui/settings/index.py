"""Everything that can be set, with the words it is found under."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget

from loyaltydesk.model.folding import fold
from ui.settings.section import Section
from ui.theme.forms import FormRow
from ui.theme.scrolling import uncollected


class Entry(Struct, frozen=True):
    """One thing that can be set: its section by key and by name, what it is called, and the widget that sets it."""

    key: str
    section: str
    name: str
    words: str  # folded: its name, its help and its options
    widget: QWidget


def entries(key: str, section: Section) -> list[Entry]:
    """What can be set in a section: the section itself, its rows, and the ticks and buttons that stand alone."""
    title = section.title()
    with uncollected():
        rows = section.findChildren(FormRow)
        loose = [button for button in section.findChildren(QAbstractButton) if not _within(button, rows)]
        found = [Entry(key, title, title, fold(title), section)]
        for row in rows:
            name = _name(row)
            if name:
                found.append(Entry(key, title, name, fold(" ".join((name, *_words(row)))), row.field))
        for button in loose:
            name = button.text().replace("&&", "&")
            if name:
                found.append(Entry(key, title, name, fold(f"{name} {button.accessibleDescription()}"), button))
    return found


def matching(known: Iterable[Entry], text: str) -> list[Entry]:
    """What has the beginnings of all words of `text` among its own; named so before explained so."""
    sought = fold(text).split()
    if not sought:
        return []
    found = [entry for entry in known if all(_has(f"{entry.words} {fold(entry.section)}", word) for word in sought)]
    return sorted(found, key=lambda entry: not all(_has(fold(entry.name), word) for word in sought))


def _has(words: str, beginning: str) -> bool:
    return any(word.startswith(beginning) for word in words.split())


def _name(row: FormRow[QWidget]) -> str:
    """What stands over the field; of a field alone, what it says itself."""
    named = next((each for each in row.findChildren(QLabel) if each.buddy() is row.field), None)
    return (named.text() if named else "") or row.field.accessibleName()


def _words(row: FormRow[QWidget]) -> Iterator[str]:
    """All that can be read in a row, and what can be chosen in it."""
    for words in row.findChildren(QLabel):
        yield words.text()
    for button in row.findChildren(QAbstractButton):
        yield button.text()
    for choice in row.findChildren(QComboBox):
        yield from (choice.itemText(place) for place in range(choice.count()))


def _within(button: QAbstractButton, rows: Iterable[QWidget]) -> bool:
    return any(row.isAncestorOf(button) for row in rows)
