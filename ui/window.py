"""The frame: a rail of pages, one of them shown, a line for what the desk refused, and where a scan goes."""

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from loyaltydesk.words import tr
from ui.fault_notice import FaultNotice
from ui.lock import Lock
from ui.rail import Rail
from ui.seams.page import Page
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.blocks import Banner
from ui.theme.buttons import IconButton, RailButton
from ui.theme.theme import Theme
from ui.theme.tokens import Metrics, density_for

NOTICE_MS = 8000
LOCK = "lock"  # what a page wants where it wants the lock


class PageSpec(Struct, frozen=True):
    """A page of the rail; `make` is called when it is first shown. One `at_foot` stands apart, below."""

    key: str
    icon: str
    name: str
    make: Callable[[Theme, Session, Tools], Page]
    at_foot: bool = False


class Window(QWidget):
    """The window of the program. Pages do not know each other; what leads from one to another comes through here."""

    closed = Signal()

    def __init__(self, theme: Theme, session: Session, tools: Tools, *, specs: list[PageSpec]) -> None:
        super().__init__()
        self.theme = theme
        self._session = session
        self._tools = tools
        self._specs = {spec.key: spec for spec in specs}
        self._pages: dict[str, Page] = {}
        self._buttons: dict[str, RailButton] = {}
        self._stack = QStackedWidget()
        self._inside = QWidget()  # everything that the lock hides
        self._curtain = QStackedLayout(self)
        self._lock: Lock | None = None
        self._focused: QWidget | None = None  # what had the focus before the lock
        self._notice = Banner(theme, "", tone="danger")
        self._dismiss = IconButton(theme, "x", name=tr("Close this notice"))
        self._warning = Banner(theme, "", tone="danger", action=self._dismiss)
        self._fault: FaultNotice | None = None
        self._quiet = QTimer(self, singleShot=True, interval=NOTICE_MS)
        self.setWindowTitle("Loyalty Desk")
        self.setObjectName("page")
        self._lay_out(specs)
        self._connect(specs)
        self.go(specs[0].key)

    # --- pages

    def go(self, key: str) -> Page:
        """Shows the page with this key and returns it."""
        page = self.page(key)
        self._buttons[key].setChecked(True)
        self._stack.setCurrentWidget(page)
        page.entered()
        return page

    def page(self, key: str) -> Page:
        """The page with this key, made now if it was never shown."""
        if key not in self._pages:
            page = self._specs[key].make(self.theme, self._session, self._tools)
            self._pages[key] = page
            page.wanted.connect(self._on_wanted)
            self._stack.addWidget(page)
        return self._pages[key]

    @property
    def shown(self) -> Page:
        """The page that is shown."""
        page = self._stack.currentWidget()
        assert isinstance(page, Page)
        return page

    @property
    def key(self) -> str:
        """The key of the page that is shown."""
        return next(key for key, page in self._pages.items() if page is self.shown)

    def notify(self, sentence: str) -> None:
        """Says for a few seconds, above the page, what was refused."""
        self._notice.say(sentence, tone="danger")
        self._show_above(self._notice)
        self._quiet.start()

    def warn(self, sentence: str, *, detail: str = "") -> None:
        """Says above the page what is wrong with the shop's file, until somebody closes it."""
        self._warning.say(sentence, detail=detail, tone="danger")
        self._show_above(self._warning)

    def tell_fault(self, report: str, file: str) -> None:
        """Offers above the page the report of a bug, which is kept in `file`."""
        if self._fault is None:
            self._fault = FaultNotice(self.theme)
            self._main.insertWidget(0, self._fault)
        self._fault.tell(report, file)
        self._show_above(self._fault)

    # --- the lock

    def lock(self) -> None:
        """Hides everything until somebody says who is at the till; what was begun stays as it is."""
        if self._lock is None:
            self._lock = Lock(self.theme, self._session, self._tools.preferences)
            self._lock.unlocked.connect(self._on_unlocked)
            self._curtain.addWidget(self._lock)
        self._focused = self.focusWidget()
        self._curtain.setCurrentWidget(self._lock)
        self._session.locked.emit(True)
        self._lock.ask()

    @property
    def is_locked(self) -> bool:
        """Whether the lock hides everything."""
        return self._curtain.currentWidget() is self._lock

    def _on_unlocked(self) -> None:
        self._curtain.setCurrentWidget(self._inside)
        self._session.locked.emit(False)
        if self._focused and isValid(self._focused):
            self._focused.setFocus()
        self._session.changed.emit()  # the cashier may be another

    # --- inside

    def _lay_out(self, specs: list[PageSpec]) -> None:
        rail = Rail(self.theme)
        group = QButtonGroup(self)
        for spec in sorted(specs, key=lambda each: each.at_foot):
            if spec.at_foot:
                rail.add_gap()
            button = RailButton(self.theme, spec.icon, text=spec.name)
            button.clicked.connect(lambda _on=False, key=spec.key: self.go(key))
            group.addButton(button)
            self._buttons[spec.key] = button
            rail.add(button)
        if not any(spec.at_foot for spec in specs):
            rail.add_gap()
        self._main = QVBoxLayout()
        self._main.setSpacing(0)
        self._main.addWidget(self._warning)
        self._main.addWidget(self._notice)
        self._main.addWidget(self._stack, 1)
        self._notice.hide()
        self._warning.hide()
        whole = QHBoxLayout(self._inside)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(rail)
        whole.addLayout(self._main, 1)
        self._curtain.addWidget(self._inside)

    def _connect(self, specs: list[PageSpec]) -> None:
        self._session.refused.connect(self.notify)
        self._session.changed.connect(self._notice.hide)
        self._quiet.timeout.connect(self._notice.hide)
        self._dismiss.clicked.connect(self._warning.hide)
        self._tools.scanner.scanned.connect(self._on_scanned)
        for place, spec in enumerate(specs[:10], 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{place % 10}"), self._inside)  # as on the keyboard, 0 comes tenth
            shortcut.activated.connect(lambda key=spec.key: self.go(key))
        QShortcut(QKeySequence("F12"), self._inside, self.lock)

    def _on_wanted(self, key: str, what: str) -> None:
        """One page leads to another, or to the lock."""
        if key == LOCK:
            self.lock()
        else:
            self.go(key).open(what)

    def _on_scanned(self, code: str) -> None:
        """The page in front may want the code; otherwise it is the till's."""
        if not self.isActiveWindow() or self.is_locked:  # a dialog or the lock stands before it
            self._tools.sounds.play("refused")
        elif not self.shown.take_scan(code):
            self.go(next(iter(self._specs))).take_scan(code)

    def _show_above(self, banner: Banner) -> None:
        """Puts a banner above the page, which gets tighter where its foot would be pushed off the screen.

        It does not get roomier again when the banner goes: nothing may move under a finger by itself.
        """
        wanted = self._density(banner)
        if wanted.key_h < self.theme.density.key_h:
            self.theme.set(density=wanted)  # first, for a window that grew does not shrink again
        banner.show()

    def _density(self, coming: Banner | None = None) -> Metrics:
        banners = [each for each in (self._warning, self._notice, self._fault) if each]
        above = [each for each in banners if each is coming or not each.isHidden()]
        taken = sum(each.heightForWidth(self._stack.width()) for each in above)
        return density_for(self.height() - taken, self.theme.text_percent)

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape that nobody had a use for takes back a step on the page, and then leads to the till."""
        if event.key() != Qt.Key.Key_Escape or self.is_locked:
            super().keyPressEvent(event)
        elif not self.shown.go_back():
            self.go(next(iter(self._specs)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = self._density()
        if wanted is not self.theme.density:
            QTimer.singleShot(0, lambda: self.theme.set(density=wanted))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._tools.preferences.geometry = self.saveGeometry()
        self.closed.emit()
        super().closeEvent(event)
