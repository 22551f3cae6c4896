"""How the shop numbers its own cards: which kind of number, what it begins with, at random or one by one."""

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from loyaltydesk.model.numbers import LONGEST_OWN, LONGEST_PREFIX, SHORTEST, Numbering, NumberKind
from loyaltydesk.words import tr
from ui.theme.buttons import SegmentedControl
from ui.theme.forms import Choice, Field, FormRow
from ui.theme.theme import Theme

RANDOM, RUNNING = "random", "running"
LONGEST_SCALE = 60  # characters


class SchemeForm(QWidget):
    """The form; `edited` comes with each change a person makes."""

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._kept = Numbering()
        self.kind = Choice(tr("Numbers are"), _kinds())
        self.prefix, self.text_prefix = Field(theme, tr("They begin with")), Field(theme, tr("They begin with"))
        self.length = QSpinBox()
        self.order = SegmentedControl(theme, [(RANDOM, tr("At random")), (RUNNING, tr("One by one"))])
        self.scale = Field(theme, tr("Labels of the scale begin with"))
        self.prefix_row = FormRow(theme, self.prefix, text=tr("They begin with"), hint=_about_prefixes())
        self.text_row = FormRow(theme, self.text_prefix, text=tr("They begin with"), hint=_about_letters())
        self.length_row = FormRow(
            theme, self.length, text=tr("Characters in all"), hint=tr("The last is a check digit.")
        )
        self.scale_row = FormRow(theme, self.scale, text=tr("Labels of the scale begin with"), hint=_about_scale())
        self._lay_out(theme)
        self.show_scheme(self._kept)
        self.kind.chosen.connect(self._on_edited)
        self.order.chosen.connect(self._on_edited)
        self.length.valueChanged.connect(self._on_edited)
        for field in (self.prefix, self.text_prefix, self.scale):
            field.textEdited.connect(self._on_edited)

    def show_scheme(self, scheme: Numbering) -> None:
        """Shows how cards are numbered."""
        self._kept = scheme
        self.kind.choose(scheme.kind.value)
        for field, text in (
            (self.prefix, scheme.prefix),
            (self.text_prefix, scheme.text_prefix),
            (self.scale, scheme.scale),
        ):
            if field.text() != text:
                field.setText(text)
        self.length.setValue(scheme.length)
        self.order.choose(RUNNING if scheme.running else RANDOM)
        self._show_what_applies()

    def scheme(self) -> Numbering:
        """What was chosen and typed, as far as it is seen; capitals are meant."""
        chosen = replace(self._kept, kind=NumberKind(self.kind.current()), running=self.order.current() == RUNNING)
        if chosen.kind is NumberKind.EAN13:
            return replace(chosen, prefix=self.prefix.text().strip(), scale=self.scale.text().strip())
        return replace(chosen, text_prefix=self.text_prefix.text().strip().upper(), length=self.length.value())

    def start(self) -> None:
        """Puts the focus where work begins."""
        on_ean = self.kind.current() == NumberKind.EAN13
        (self.prefix if on_ean else self.text_prefix).setFocus()

    def refuse(self, field: str, sentence: str) -> None:
        """Says at its field what is wrong; nothing is for an empty sentence."""
        for row in (self.prefix_row, self.text_row, self.length_row, self.scale_row):
            row.accept()
        if not sentence:
            return
        if field == "length":
            self.length_row.refuse(sentence)
        elif field == "scale":
            self.scale_row.refuse(sentence)
        else:
            (self.prefix_row if field == "card_prefix" else self.text_row).refuse(sentence)

    # --- inside

    def _lay_out(self, theme: Theme) -> None:
        self.prefix.setMaxLength(LONGEST_PREFIX)
        self.text_prefix.setMaxLength(10)
        self.scale.setMaxLength(LONGEST_SCALE)
        self.length.setRange(SHORTEST, LONGEST_OWN)
        self.length.setAccessibleName(tr("Characters in all"))
        random = tr("At random nobody who knows one number knows another; one by one they are easy to count.")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, theme.m.s2, 0)
        box.setSpacing(theme.m.s3)
        for row in (
            FormRow(theme, self.kind, text=tr("Numbers are")),
            self.prefix_row,
            self.text_row,
            self.length_row,
            FormRow(theme, self.order, text=tr("Given out"), hint=random),
            self.scale_row,
        ):
            box.addWidget(row)
        box.addStretch(1)

    def _show_what_applies(self) -> None:
        on_ean = self.kind.current() == NumberKind.EAN13
        self.prefix_row.setVisible(on_ean)
        self.scale_row.setVisible(on_ean)
        self.text_row.setVisible(not on_ean)
        self.length_row.setVisible(not on_ean)

    def _on_edited(self) -> None:
        self._show_what_applies()
        self.edited.emit()


def _kinds() -> list[tuple[str, str]]:
    return [
        (NumberKind.EAN13.value, tr("EAN-13")),
        (NumberKind.CODE128.value, tr("Letters and digits")),
        (NumberKind.QR.value, tr("QR code")),
    ]


def _about_prefixes() -> str:
    return tr(
        "20 to 29 are free for use within a shop, 26 as a rule not even by scales. 02 and 04 are free too, "
        "but most readers leave a 0 at the beginning out."
    )


def _about_letters() -> str:
    return tr("Capital letters, digits and hyphens, which every scanner types the same.")


def _about_scale() -> str:
    return tr("Scales that print labels use some of 20 to 29; write them as 21-25, 29.")
