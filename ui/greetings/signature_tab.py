"""Who signs the cards: a name, and the owner's signature from a picture or drawn on the screen, in an ink."""

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from loyaltydesk.model.greetings import GreetingDesign
from loyaltydesk.model.refusals import FileMissing, Refused
from loyaltydesk.printing.greetings.face import INK
from loyaltydesk.printing.pictures import MOST_BYTES
from loyaltydesk.printing.scene import WHITE, Group, Page, Rect
from loyaltydesk.printing.signature import Signature, cleaned, drawn
from loyaltydesk.words import mark, tr
from ui.greetings.scene_choice import SceneChoice
from ui.greetings.signing import SigningDialog
from ui.theme.buttons import Button
from ui.theme.forms import Field, FormRow
from ui.theme.swatches import Swatches
from ui.theme.text import label
from ui.theme.theme import Theme

INKS = {
    INK: mark("Blue-black"),
    "#14201C": mark("Black"),
    "#1D4E9E": mark("Blue"),
    "#0B5A43": mark("Green"),
}
PAPER = (70.0, 24.0)  # mm of the paper on which the signature is seen
AIR = 3.0  # mm around it
LONGEST = 80  # letters of a name


def ask_which_picture(parent: QWidget) -> str:
    """The picture that a person chooses, "" for none."""
    kinds = tr("Pictures") + " (*.png *.jpg *.jpeg)"
    return QFileDialog.getOpenFileName(parent, tr("Choose a picture"), "", kinds)[0]


def ask_to_sign(dialog: SigningDialog) -> bool:
    """Whether somebody signed in the dialog."""
    return dialog.exec() == QDialog.DialogCode.Accepted


class SignatureTab(QWidget):
    """The form. `edited` carries the design after a change, `made` a signature that is not kept yet."""

    edited = Signal(object)  # GreetingDesign
    made = Signal(object)  # Signature
    refused = Signal(object)  # Refused: there is no signature on that picture

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        # What asks a person may be replaced, by a test or by the tour.
        self.ask_picture: Callable[[QWidget], str] = ask_which_picture
        self.ask_to_sign: Callable[[SigningDialog], bool] = ask_to_sign
        self._theme = theme
        self._design = GreetingDesign()
        self.signed = Field(theme, tr("Signed by"))
        self.signed.setMaxLength(LONGEST)
        self.picture = SceneChoice(theme, tr("Signature"))
        self.picture.setCheckable(False)
        self.draw_button = Button(theme, tr("Sign here…"), icon="pen-line")
        self.choose_button = Button(theme, tr("From a picture…"), icon="palette")
        self.remove_button = Button(theme, tr("Remove"), kind="small", icon="trash-2")
        self.inks = Swatches(theme, [(ink, tr(name)) for ink, name in INKS.items()], name=tr("Ink"))
        self._lay_out(theme)
        self._connect()

    def show_design(self, design: GreetingDesign, signature: Signature | None, *, shop: str) -> None:
        """Shows who signs; `shop` does where nobody is named."""
        self._design = design
        self.signed.setPlaceholderText(shop)
        if self.signed.text() != design.signed:
            self.signed.setText(design.signed)
            self.signed.setCursorPosition(0)
        self.inks.choose(design.ink or INK)
        for widget in (self.picture, self.remove_button):
            widget.setVisible(signature is not None)
        if signature:
            self.picture.show_page(_page(signature, design.ink or INK))

    # --- inside

    def _lay_out(self, theme: Theme) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, theme.m.s2, 0)
        box.setSpacing(theme.m.s2)
        hint = tr("Written by hand on the card where there is no signature.")
        box.addWidget(FormRow(theme, self.signed, text=tr("Signed by"), hint=hint))
        box.addWidget(label(tr("Signature"), "strong"))
        for widget in (self.picture, self.draw_button, self.choose_button):
            box.addWidget(widget)
        box.addWidget(label(tr("Sign with a dark pen on white paper, and take a picture of it."), "muted", wrap=True))
        box.addWidget(self.remove_button)
        box.addWidget(FormRow(theme, self.inks, text=tr("Ink")))
        box.addStretch(1)

    def _connect(self) -> None:
        self.signed.textEdited.connect(lambda text: self._change(signed=text))
        self.inks.chosen.connect(lambda ink: self._change(ink=ink))
        self.remove_button.clicked.connect(self._on_remove_pressed)
        self.picture.clicked.connect(self._on_draw_pressed)
        self.draw_button.clicked.connect(self._on_draw_pressed)
        self.choose_button.clicked.connect(self._on_choose_pressed)

    def _change(self, **different: object) -> None:
        self.edited.emit(replace(self._design, **different))

    def _on_remove_pressed(self) -> None:
        self.draw_button.setFocus()
        self._change(picture="")

    def _on_draw_pressed(self) -> None:
        dialog = SigningDialog(self._theme, ink=self._design.ink or INK, parent=self)
        if self.ask_to_sign(dialog):
            self._take(lambda: drawn(dialog.pad.strokes))
        dialog.deleteLater()

    def _on_choose_pressed(self) -> None:
        chosen = self.ask_picture(self)
        if chosen:
            self._take(lambda: cleaned(_content(Path(chosen))))

    def _take(self, clean: Callable[[], Signature]) -> None:
        try:
            signature = clean()
        except Refused as refused:
            self.refused.emit(refused)
        else:
            self.made.emit(signature)


def _content(path: Path) -> bytes:
    """The bytes of a file. Raises FileMissing for one that cannot be read."""
    try:
        with path.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)  # enough to see that there is too much
    except OSError:
        raise FileMissing(str(path)) from None


def _page(signature: Signature, ink: str) -> Page:
    """The signature on paper, as large as there is room."""
    width, height = PAPER
    wide = min(width - 2 * AIR, (height - 2 * AIR) * signature.proportions)
    left, top = (width - wide) / 2, (height - wide / signature.proportions) / 2
    written = Group((signature.path(ink, width=wide),), left, top)
    return Page(width, height, (Rect(0, 0, width, height, WHITE), written))
