"""The Settings page: the sections in a list on the left, one of them on the right."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QSizePolicy, QStackedWidget, QWidget

from loyaltydesk.words import tr
from ui.seams.page import Page
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.settings.about_section import AboutSection
from ui.settings.index import Entry, entries
from ui.settings.look_section import LookSection
from ui.settings.printers_section import PrintersSection
from ui.settings.safety_section import SafetySection
from ui.settings.scanner_section import ScannerSection
from ui.settings.searching import Searching
from ui.settings.section import Section
from ui.settings.shop_section import ShopSection
from ui.settings.staff_section import StaffSection
from ui.settings.till_section import TillSection
from ui.theme.frames import Panel
from ui.theme.scrolling import Scroll, uncollected
from ui.theme.theme import Theme

SECTIONS: dict[str, tuple[str, type[Section]]] = {
    "shop": ("store", ShopSection),
    "look": ("palette", LookSection),
    "till": ("monitor", TillSection),
    "staff": ("users", StaffSection),
    "printers": ("printer", PrintersSection),
    "scanner": ("scan-barcode", ScannerSection),
    "safety": ("database-backup", SafetySection),
    "about": ("info", AboutSection),
}
AIR = 48  # px for an icon and the air around the words


class SettingsPage(Page):
    """Each section is made when it is first shown."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session)
        self._tools = tools
        self._made: dict[str, Section] = {}
        self.sections = QListWidget()
        self.searching = Searching(theme, self._entries)
        self._stack = QStackedWidget()
        self._lay_out()
        self.searching.typed.connect(self._on_search_typed)
        self.searching.chosen.connect(self._on_entry_chosen)
        self.sections.currentRowChanged.connect(self._on_row_changed)
        theme.changed.connect(self._fit_list)
        self._fit_list()
        self.sections.setCurrentRow(0)

    # --- from outside

    def entered(self) -> None:
        super().entered()
        self.sections.setFocus()

    def open(self, what: str) -> None:
        """Shows the section of this key."""
        self.sections.setCurrentRow(list(SECTIONS).index(what))

    def section(self, key: str) -> Section:
        """The section of a key, made now if it was never shown."""
        if key not in self._made:
            section = SECTIONS[key][1](self.theme, self.session, self._tools)
            self._made[key] = section
            section.wanted.connect(self.wanted)
            self._stack.addWidget(Scroll(section))
        return self._made[key]

    def reload(self) -> None:
        for section in self._made.values():
            section.reload()

    def take_scan(self, code: str) -> bool:
        return self._shown().take_scan(code)

    def go_back(self) -> bool:
        if self.searching.clear():
            self.sections.setFocus()
            return True
        return self._shown().go_back()

    # --- inside

    def _lay_out(self) -> None:
        m = self.theme.m
        self.add_title(tr("Settings"), tr("What is changed here holds at once"))
        self.sections.setAccessibleName(tr("Sections"))
        self.sections.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for icon, kind in SECTIONS.values():
            self.sections.addItem(QListWidgetItem(self.theme.icon(icon, "text_muted"), kind.title()))
        left, right = Panel(self.theme), Panel(self.theme)
        left.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        left.box.setContentsMargins(m.s2, m.s3, m.s2, m.s3)
        left.box.addWidget(self.searching.field)
        left.box.addWidget(self.sections)
        left.box.addStretch(1)
        self._stack.addWidget(self.searching)
        right.box.addWidget(self._stack)
        columns = QHBoxLayout()
        columns.setContentsMargins(m.s5, m.s4, m.s5, m.s4)
        columns.setSpacing(m.s4)
        columns.addWidget(left, 0)
        columns.addWidget(right, 1)
        self.column.addLayout(columns, 1)

    def _fit_list(self) -> None:
        """As wide as its longest title and as high as all of them, in the size of text that is in force."""
        self.sections.setIconSize(QSize(self.theme.m.icon, self.theme.m.icon))
        self.sections.ensurePolished()
        widest = max(self.sections.fontMetrics().horizontalAdvance(kind.title()) for _icon, kind in SECTIONS.values())
        height = self.sections.sizeHintForRow(0) * self.sections.count() + 2 * self.sections.frameWidth()
        self.sections.setMinimumWidth(widest + self.theme.m.icon + AIR)
        self.sections.setFixedHeight(height)

    def _shown(self) -> Section:
        return self.section(list(SECTIONS)[max(self.sections.currentRow(), 0)])

    def _entries(self) -> list[Entry]:
        """All that can be set, in every section; those that nobody looked at yet are made for it."""
        return [entry for key in SECTIONS for entry in entries(key, self.section(key))]

    def _show(self, section: Section) -> None:
        for place in range(self._stack.count()):
            scroll = self._stack.widget(place)
            if isinstance(scroll, Scroll) and scroll.widget() is section:
                self._stack.setCurrentWidget(scroll)

    # --- slots

    def _on_row_changed(self, _row: int) -> None:
        self.searching.clear()
        self._show(self._shown())

    def _on_search_typed(self, anything: bool) -> None:
        if anything:
            self._stack.setCurrentWidget(self.searching)
        else:
            self._show(self._shown())

    def _on_entry_chosen(self, entry: Entry) -> None:
        """Shows the section with the focus on what was looked for."""
        self.open(entry.key)
        self.searching.clear()
        scroll, field = self._stack.currentWidget(), _first_field(entry.widget)
        if field is None:  # a section's own name, or what is set only once something else is
            self.sections.setFocus()
            return
        field.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(scroll, Scroll):
            scroll.ensureWidgetVisible(field, 0, self.theme.m.s5)


def _first_field(widget: QWidget) -> QWidget | None:
    """What in a widget takes the focus; None for a section, and for what is not to be seen."""
    if isinstance(widget, Section) or not widget.isVisible():
        return None
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return widget
    with uncollected():
        return next(
            (each for each in widget.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus), None
        )
