"""The Cards page: one of its views at a time, chosen in the title bar."""

from PySide6.QtWidgets import QStackedWidget

from loyaltydesk.words import tr
from ui.cards.bar_button import BarButton
from ui.cards.view import View
from ui.cards.views import view_specs
from ui.seams.page import Page
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.buttons import SegmentedControl
from ui.theme.text import chip, set_tip
from ui.theme.theme import Theme

DESIGN, PRINT = "design", "print"


class CardsPage(Page):
    """A frame for the views. Each is made when it is first shown, and reloads when the shop changed."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session)
        self._tools = tools
        self._specs = {spec.key: spec for spec in view_specs()}
        self._views: dict[str, View] = {}
        self._behind: set[str] = set()  # views that have not seen the shop as it is now
        self._stack = QStackedWidget()
        self.switch = SegmentedControl(theme, [(spec.key, spec.name) for spec in self._specs.values()])
        self.switch.setAccessibleName(tr("View"))
        self.unsaved = chip(tr("Design not saved yet"), "warning")
        set_tip(self.unsaved, tr("Cards are printed as the design was saved last."))
        self.keep_button = BarButton(theme, tr("Use this design"), icon="check")
        self._is_unsaved = False
        self._lay_out()
        self.switch.chosen.connect(self._on_view_chosen)
        self.keep_button.clicked.connect(self._on_keep_pressed)
        self._show(self.switch.current())

    # --- views

    @property
    def view(self) -> View:
        """The view that is shown."""
        return self._views[self.switch.current()]

    def go(self, key: str) -> View:
        """Shows the view with this key and returns it."""
        self.switch.choose(key)  # which shows it, if another one was shown
        return self.view

    def view_of(self, key: str) -> View:
        """The view with this key, made now if it was never shown."""
        if key not in self._views:
            view = self._specs[key].make(self.theme, self.session, self._tools)
            self._views[key] = view
            self._stack.addWidget(view)
            for button in view.buttons:
                self.bar.box.addWidget(button)
                button.hide()
            view.unsaved_changed.connect(self._on_unsaved_changed)
            self._is_unsaved = self._is_unsaved or view.is_changed  # left so the last time
        return self._views[key]

    # --- from outside

    def entered(self) -> None:
        super().entered()
        self.view.entered()

    def reload(self) -> None:
        self._behind = set(self._views) - {self.switch.current()}
        self.view.reload()

    def open(self, what: str) -> None:
        """Shows where the card of the customer with this id is printed."""
        self.go(PRINT).open(what)

    def take_scan(self, code: str) -> bool:
        return self.view.take_scan(code)

    def go_back(self) -> bool:
        return self.view.go_back()

    # --- inside

    def _lay_out(self) -> None:
        self.add_title(tr("Cards"))
        self.bar.box.setStretch(0, 0)
        self.bar.box.addSpacing(self.theme.m.s3)
        self.bar.box.addWidget(self.switch)  # beside the title, where it stays whatever the view puts into the bar
        self.bar.box.addStretch(1)
        for widget in (self.unsaved, self.keep_button):
            self.bar.box.addWidget(widget)
        self.column.addWidget(self._stack, 1)

    def _show(self, key: str) -> View:
        view = self.view_of(key)
        for other in self._views.values():
            for button in other.buttons:
                button.setVisible(other is view)
        self._stack.setCurrentWidget(view)
        self._tell_unsaved()
        if key in self._behind:
            self._behind.discard(key)
            view.reload()
        return view

    def _on_view_chosen(self, key: str) -> None:
        self._show(key)

    def _on_unsaved_changed(self, is_unsaved: bool) -> None:
        self._is_unsaved = is_unsaved
        self._tell_unsaved()

    def _tell_unsaved(self) -> None:
        """Says where cards are printed that they are printed in another design."""
        for widget in (self.unsaved, self.keep_button):
            widget.setVisible(self._is_unsaved and self.switch.current() != DESIGN)

    def _on_keep_pressed(self) -> None:
        if self.view_of(DESIGN).save():
            self.view.entered()
        else:
            self.go(DESIGN)  # where the reason stands
