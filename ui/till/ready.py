"""What stands where no customer is: ready to scan, done, taken back, or what is wrong with a code."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.words import tr, tr_n
from ui.theme.blocks import Banner
from ui.theme.buttons import Button
from ui.theme.frames import Panel
from ui.theme.marks import IconTile
from ui.theme.sheet import Tone
from ui.theme.text import label
from ui.theme.theme import Theme
from ui.till.tiles import WeekTiles

REASONS = 480  # px of the fold-out


class ReadyPanel(QWidget):
    """An icon, a sentence, a hint, and the few things that can be done now; below them what the week brings."""

    undo_wanted = Signal()
    slip_wanted = Signal()
    preview_wanted = Signal()
    voucher_wanted = Signal()
    guest_wanted = Signal()
    own_shop_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._icon = IconTile(theme, "scan-barcode", side="large")
        self._title, self._hint = label(type_="name", wrap=True), label(type_="muted", wrap=True)
        self.undo = Button(theme, tr("Undo"), icon="undo-2", key="F6")
        self.slip = Button(theme, tr("Print slip"), icon="printer", key="F7")
        self.why = Button(theme, tr("Why these points"), icon="circle-question-mark", key="F5")
        self.guest = Button(theme, tr("Without card"), icon="receipt", key="F8")
        self.voucher = Button(theme, tr("Print voucher"), kind="small", icon="printer", key="F4")
        self._brought = Banner(theme, "", tone="accent", action=self.voucher)
        self._said = label(type_="muted")  # of slips, quietly
        self.preview = Button(theme, tr("Preview"), kind="ghost", icon="file-text")
        self.ask = Button(theme, "", kind="ghost", icon="message-square-text", key="Shift+F9")
        self._has_preview = False
        self.own_shop = Button(theme, tr("Begin your own shop"), kind="ghost", icon="store")
        self._reasons = Panel(theme, surface="inset")
        self._reason_lines = label(wrap=True)
        self.tiles = WeekTiles(theme)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._lay_out(theme)
        self.undo.clicked.connect(self.undo_wanted)
        self.slip.clicked.connect(self.slip_wanted)
        self.preview.clicked.connect(self.preview_wanted)
        self.voucher.clicked.connect(self.voucher_wanted)
        self.guest.clicked.connect(self.guest_wanted)
        self.own_shop.clicked.connect(self.own_shop_wanted)
        self._is_demo = False
        self.why.setCheckable(True)
        self.why.toggled.connect(self._reasons.setVisible)
        self._reasons.hide()
        self.rest()

    def _lay_out(self, theme: Theme) -> None:
        panel = Panel(theme)
        self._reasons.box.addWidget(self._reason_lines)
        self._reasons.setMinimumWidth(REASONS)
        brought = QHBoxLayout()
        brought.addStretch(1)
        brought.addWidget(self._brought, 10)
        brought.addStretch(1)
        actions = QHBoxLayout()
        actions.addStretch(1)
        for button in self._buttons:
            actions.addWidget(button)
        actions.addStretch(1)
        panel.box.addStretch(1)
        panel.box.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        panel.box.addSpacing(theme.m.s3)
        for words in (self._title, self._hint):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            panel.box.addWidget(words)
        panel.box.addSpacing(theme.m.s2)
        panel.box.addLayout(brought)
        panel.box.addSpacing(theme.m.s2)
        panel.box.addLayout(actions)
        panel.box.addLayout(self._slip_row())
        panel.box.addWidget(self._reasons, 0, Qt.AlignmentFlag.AlignHCenter)
        panel.box.addStretch(1)
        self._column.addWidget(panel, 1)
        self._column.addWidget(self.tiles)

    def _slip_row(self) -> QHBoxLayout:
        """What became of a slip, and how to see it first; it keeps its height, or the buttons above would move."""
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._said)
        row.addWidget(self.preview)
        row.addWidget(self.ask)
        row.addStretch(1)
        self._keep_row(self.preview)
        return row

    def _keep_row(self, button: Button) -> None:
        """Lets one of the buttons of the last row keep its place, and so the height of the row, when it is hidden."""
        for each in (self.preview, self.ask):
            policy = each.sizePolicy()
            policy.setRetainSizeWhenHidden(each is button)
            each.setSizePolicy(policy)

    @property
    def _buttons(self) -> tuple[Button, ...]:
        return self.undo, self.slip, self.why, self.guest, self.own_shop

    def rest(self) -> None:
        """Ready for the next card."""
        hint = tr("Scan a loyalty card at any time. No card? Press F2 to find the customer by name or phone.")
        self.say("scan-barcode", tr("Ready to scan"), hint=hint)
        self.guest.show()
        self.own_shop.setVisible(self._is_demo)

    def show_demo(self, on: bool) -> None:
        """Whether this is a shop to look around in, which can be left for one's own."""
        self._is_demo = on
        self.own_shop.setVisible(on and not self.guest.isHidden())

    def say(self, icon: str, title: str, *, hint: str, tone: Tone = "accent") -> None:
        """Says something else, and nothing can be done about it."""
        self._icon.show_icon(icon, tone)
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.why.setChecked(False)
        for widget in (*self._buttons, self._brought, self._said, self.preview, self.ask):
            widget.hide()

    def offer(self, *, why: Sequence[str], vouchers: Sequence[str] = (), undo: bool = True) -> None:
        """Offers what can be done after a purchase: undo, a slip, its reasons if there are any, vouchers by name."""
        said = tr_n("A voucher to take along: {what}", "Vouchers to take along: {what}", len(vouchers))
        self._brought.say(said.format(what=", ".join(vouchers)), detail=tr("The slip has it too."), tone="accent")
        self._brought.setVisible(bool(vouchers))
        self.undo.setVisible(undo)
        self.slip.show()
        self.preview.setVisible(self._has_preview)
        self.why.setVisible(bool(why))
        self._reason_lines.setText("\n".join(why))

    def offer_ask(self, survey: str) -> None:
        """Offers to ask the customer a survey by its title; no title takes the offer back."""
        self.ask.setText(tr("Ask: {survey}").format(survey=survey) if survey else "")
        self.ask.setVisible(bool(survey))
        self._keep_row(self.ask if survey else self.preview)

    def offer_preview(self, on: bool) -> None:
        """Whether a slip is printed without being shown first, and can be seen by another button."""
        self._has_preview = on
        self.preview.setVisible(on and not self.slip.isHidden())

    def tell(self, words: str) -> None:
        """Says quietly what became of a slip."""
        self._said.setText(words)
        self._said.show()

    def fit(self, width: int, gap: int) -> None:
        """Keeps panels and tiles this far apart, on a page so wide."""
        self._column.setSpacing(gap)
        self.tiles.fit(width, gap)
