"""The Cards page: one of its views at a time, chosen in the title bar."""

from loyaltydesk.words import tr
from ui.cards.bar_button import BarButton
from ui.cards.view import View
from ui.cards.views import view_specs
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.seams.views import ViewsPage
from ui.theme.text import chip, set_tip
from ui.theme.theme import Theme

DESIGN, PRINT = "design", "print"


class CardsPage(ViewsPage[View]):
    """The views, and what is said in the others of a design that is not saved yet."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session, tools, specs=view_specs())
        self.unsaved = chip(tr("Design not saved yet"), "warning")
        set_tip(self.unsaved, tr("Cards are printed as the design was saved last."))
        self.keep_button = BarButton(theme, tr("Use this design"), icon="check")
        self._is_unsaved = False
        self.add_title(tr("Cards"))
        self.bar.box.addStretch(1)
        for widget in (self.unsaved, self.keep_button):
            self.bar.box.addWidget(widget)
        self.keep_button.clicked.connect(self._on_keep_pressed)
        self.show_first()

    # --- from outside

    def open(self, what: str) -> None:
        """Shows where the card of the customer with this id is printed."""
        self.go(PRINT).open(what)

    def take_scan(self, code: str) -> bool:
        return self.view.take_scan(code)

    # --- inside

    def _place(self, view: View) -> None:
        super()._place(view)
        view.unsaved_changed.connect(self._on_unsaved_changed)
        self._is_unsaved = self._is_unsaved or view.is_changed  # left so the last time

    def _show(self, key: str) -> View:
        view = super()._show(key)
        self._tell_unsaved()
        return view

    def _on_view_chosen(self, key: str) -> None:
        self._show(key)  # the focus stays on the switch

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
