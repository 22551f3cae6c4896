"""The Insights page: how the programme does, and what to do next; one of its views at a time."""

from PySide6.QtWidgets import QStackedWidget

from loyaltydesk.words import tr
from ui.insights.bar_title import BarTitle
from ui.insights.view import View
from ui.insights.views import view_specs
from ui.seams.page import Page
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.buttons import SegmentedControl
from ui.theme.theme import Theme


class InsightsPage(Page):
    """A frame for the views. Each is made when it is first shown, and reloads when the shop changed."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session)
        self._tools = tools
        self._specs = {spec.key: spec for spec in view_specs()}
        self._views: dict[str, View] = {}
        self._behind: set[str] = set()  # views that have not seen the shop as it is now
        self._stack = QStackedWidget()
        self._name = BarTitle(theme, tr("Insights"))
        self.switch = SegmentedControl(theme, [(spec.key, spec.name) for spec in self._specs.values()])
        self.switch.setAccessibleName(tr("View"))
        self.bar.box.addWidget(self._name, 1)
        self.bar.box.addWidget(self.switch)
        self.switch.setVisible(len(self._specs) > 1)  # in its place now, or it would be a window of its own
        self.column.addWidget(self._stack, 1)
        self.switch.chosen.connect(self._show)
        self._show(self.switch.current())

    # --- views

    @property
    def view(self) -> View:
        """The view that is shown."""
        return self._views[self.switch.current()]

    def go(self, key: str) -> View:
        """Shows the view with this key and returns it; ValueError when there is none."""
        self.switch.choose(key)  # which shows it, if another one was shown
        return self.view

    # --- from outside

    def entered(self) -> None:
        super().entered()
        self.view.entered()

    def reload(self) -> None:
        self._behind = set(self._views) - {self.switch.current()}
        self.view.reload()

    def open(self, what: str) -> None:
        """Shows the view with this key, or one thing in particular: "reports/day" is the day in the view "reports"."""
        key, _slash, rest = what.partition("/")
        if key in self._specs:
            self.go(key).open(rest)

    def go_back(self) -> bool:
        return self.view.go_back()

    # --- inside

    def _view_of(self, key: str) -> View:
        """The view with this key, made now if it was never shown."""
        if key not in self._views:
            view = self._specs[key].make(self.theme, self.session, self._tools)
            self._views[key] = view
            self._stack.addWidget(view)
            for widget in view.in_bar:
                self.bar.box.addWidget(widget)
            view.wanted.connect(self.wanted)
            view.subtitled.connect(self._on_subtitled)
        return self._views[key]

    def _show(self, key: str) -> None:
        view = self._view_of(key)
        for other in self._views.values():
            for widget in other.in_bar:
                widget.setVisible(other is view)
        self._stack.setCurrentWidget(view)
        self._name.show_line(view.subtitle)
        if key in self._behind:
            self._behind.discard(key)
            view.reload()
        if self.isVisible():
            view.entered()

    def _on_subtitled(self, line: str) -> None:
        if self.sender() is self.view:
            self._name.show_line(line)
