"""The section with what a customer told us: changed in place, and not left by mistake while something is unsaved."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.customers import Customer
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.words import tr
from ui.customers.dossier import Dossier
from ui.customers.profile_form import ProfileForm
from ui.customers.section import Section
from ui.seams.question import Answer
from ui.seams.session import Session
from ui.theme.buttons import Button
from ui.theme.scrolling import Scroll
from ui.theme.theme import Theme


class ProfileSection(Section):
    """The form, with Save while there is something to save."""

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme, session)
        self.form = ProfileForm(theme, session)
        self.save_button = Button(theme, tr("Save"), kind="action", icon="check", key="Ctrl+S")
        self.undo_button = Button(theme, tr("Undo"), kind="outline", icon="undo-2")
        self._lay_out()
        self.form.edited.connect(self._on_edited)
        self.form.submitted.connect(self.save)
        self.save_button.clicked.connect(self.save)
        self.undo_button.clicked.connect(self._on_undo_clicked)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.save)

    @property
    def is_changed(self) -> bool:
        """Whether something typed is not saved."""
        return self._dossier is not None and self.form.is_changed

    def fill(self, dossier: Dossier) -> None:
        if not self.form.is_changed:
            self.form.show_profile(dossier.customer.profile)

    def forget(self) -> None:
        super().forget()
        self.form.show_profile(self.dossier.customer.profile)

    def start(self) -> None:
        self.form.start()

    def save(self) -> bool:
        """Keeps what is different; what cannot be kept is said at its field. Whether all is kept now."""
        if not self.is_changed:
            return True
        self.form.accept()
        self.trouble.hide()
        wrong: list[BadRequest] = []

        def change(desk: Desk) -> Customer:
            try:
                return desk.customers.change(self.customer, self.form.profile())
            except BadRequest as refused:
                wrong.append(refused)
                raise

        def refuse(sentence: str) -> None:
            self.refused.emit()
            if not any(self.form.refuse(refused) for refused in wrong):
                self.refuse(sentence)

        kept = self.session.do(change, refused=refuse)
        if kept is None:
            return False
        self.form.show_profile(kept.profile)
        self.done.emit(tr("Saved"))
        return True

    def ask_before(self, then: Callable[[], object]) -> None:
        """Does `then` at once, or first asks what is to become of the changes."""
        if not self.is_changed:
            then()
            return
        answers = [
            Answer(tr("Save"), lambda: self.save() and then()),
            Answer(tr("Do not save"), lambda: self._drop(then), "outline"),
        ]
        self.question.ask(tr("Some changes are not saved yet."), answers)

    # --- inside

    def _lay_out(self) -> None:
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(2, 0, self.theme.m.s3, self.theme.m.s2)
        box.addWidget(self.form)
        box.addStretch(1)
        foot = QHBoxLayout(self.foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(self.theme.m.s3)
        foot.addStretch(1)
        foot.addWidget(self.undo_button)
        foot.addWidget(self.save_button)
        self.column.addWidget(Scroll(inside), 1)
        self.end_column()

    def _drop(self, then: Callable[[], object]) -> None:
        self._on_undo_clicked()
        then()

    def _on_undo_clicked(self) -> None:
        self.question.withdraw()
        self.form.show_profile(self.dossier.customer.profile)

    def _on_edited(self) -> None:
        self.save_button.setEnabled(self.is_changed)
        self.undo_button.setVisible(self.is_changed)
