"""The Insights page: how the programme does, and what to do next; one of its views at a time."""

from loyaltydesk.words import tr
from ui.insights.bar_title import BarTitle
from ui.insights.view import View
from ui.insights.views import view_specs
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.seams.views import ViewsPage
from ui.theme.theme import Theme


class InsightsPage(ViewsPage[View]):
    """The views, with the switch behind a name that gives way to it, and below the name a line of the view's."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session, tools, specs=view_specs())
        self._name = BarTitle(theme, tr("Insights"))
        self.bar.box.addWidget(self._name, 1)
        self.bar.box.addWidget(self.switch)
        self.switch.setVisible(len(self._specs) > 1)  # in its place now, or it would be a window of its own
        self.show_first()

    def open(self, what: str) -> None:
        """Shows the view with this key, or one thing in particular: "reports/day" is the day in the view "reports"."""
        key, _slash, rest = what.partition("/")
        if key in self._specs:
            self.go(key).open(rest)

    # --- inside

    def _place(self, view: View) -> None:
        super()._place(view)
        view.subtitled.connect(self._on_subtitled)

    def _show(self, key: str) -> View:
        view = super()._show(key)
        self._name.show_line(view.subtitle)
        return view

    def _on_view_chosen(self, key: str) -> None:
        view = self._show(key)
        if self.isVisible():
            view.entered()

    def _on_subtitled(self, line: str) -> None:
        if self.sender() is self.view:
            self._name.show_line(line)
