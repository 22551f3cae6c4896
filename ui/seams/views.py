"""A page of several views: the frame that shows one of them at a time, and what it knows of each."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from loyaltydesk.words import tr
from ui.seams.page import Page
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.buttons import SegmentedControl
from ui.theme.theme import Theme


class View(QWidget):
    """A view of a page, which has it reload when the shop changed and it is seen, or is next shown."""

    wanted = Signal(str, str)  # another page by its key, and what it should open there

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__()
        self.theme, self.session, self.tools = theme, session, tools
        self.in_bar: tuple[QWidget, ...] = ()  # at the end of the title bar while the view is shown

    def entered(self) -> None:
        """The view is shown now, with the focus where work begins."""

    def open(self, what: str) -> None:
        """Shows one thing in particular, as another page asked for it."""

    def go_back(self) -> bool:
        """Escape: takes back the last step; False when there is none."""
        return False

    def reload(self) -> None:
        """Shows the shop as it is now."""


_View = TypeVar("_View", bound=View)


class ViewSpec(Struct, Generic[_View], frozen=True):
    """A view by its key and its name in the language in use; `make` is called when it is first shown."""

    key: str
    name: str
    make: Callable[[Theme, Session, Tools], _View]


class ViewsPage(Page, Generic[_View]):
    """A frame for views. Each is made when it is first shown, and reloads when the shop changed.

    The page that stands on it fills the bar and then shows the first view:

        super().__init__(theme, session, tools, specs=view_specs())
        self.add_title(tr("Voices"))
        self.bar.box.addStretch(1)
        self.show_first()
    """

    def __init__(self, theme: Theme, session: Session, tools: Tools, *, specs: Sequence[ViewSpec[_View]]) -> None:
        super().__init__(theme, session)
        self._tools = tools
        self._specs = {spec.key: spec for spec in specs}
        self._views: dict[str, _View] = {}
        self._behind: set[str] = set()  # views that have not seen the shop as it is now
        self._stack = QStackedWidget()
        self.switch = SegmentedControl(theme, [(spec.key, spec.name) for spec in specs])
        self.switch.setAccessibleName(tr("View"))

    def add_title(self, title: str, hint: str = "") -> None:
        """Puts the page's name into the bar, and beside it the switch, which stays there whatever comes behind it."""
        super().add_title(title, hint)
        self.bar.box.setStretch(0, 0)
        self.bar.box.addSpacing(self.theme.m.s3)
        self.bar.box.addWidget(self.switch)

    def show_first(self) -> None:
        """Shows the first view, now that the bar has what stands there for all of them."""
        self.column.addWidget(self._stack, 1)
        self.switch.chosen.connect(self._on_view_chosen)
        self._show(self.switch.current())

    # --- views

    @property
    def view(self) -> _View:
        """The view that is shown."""
        return self._views[self.switch.current()]

    def go(self, key: str) -> _View:
        """Shows the view with this key and returns it; ValueError when there is none."""
        self.switch.choose(key)  # which shows it, if another one was shown
        return self.view

    def view_of(self, key: str) -> _View:
        """The view with this key, made now if it was never shown."""
        if key not in self._views:
            view = self._specs[key].make(self.theme, self.session, self._tools)
            self._views[key] = view
            self._stack.addWidget(view)
            self._place(view)
        return self._views[key]

    # --- what the window asks

    def entered(self) -> None:
        super().entered()
        self.view.entered()

    def open(self, what: str) -> None:
        """Shows a view by its key, and what stands behind a colon in it: "inbox:overdue", "companies:<id>"."""
        key, _, rest = what.partition(":")
        view = self.go(key if key in self._specs else self.switch.current())
        if rest:
            view.open(rest)

    def reload(self) -> None:
        self._behind = set(self._views) - {self.switch.current()}
        self.view.reload()

    def go_back(self) -> bool:
        return self.view.go_back()

    # --- inside

    def _place(self, view: _View) -> None:
        """Puts what a view that was made now has for the bar there, out of sight, and listens to it."""
        for widget in view.in_bar:
            self.bar.box.addWidget(widget)
            widget.hide()
        view.wanted.connect(self.wanted)

    def _show(self, key: str) -> _View:
        view = self.view_of(key)
        for other in self._views.values():
            for widget in other.in_bar:
                widget.setVisible(other is view)
        self._stack.setCurrentWidget(view)
        if key in self._behind:
            self._behind.discard(key)
            view.reload()
        return view

    def _on_view_chosen(self, key: str) -> None:
        self._show(key).entered()
