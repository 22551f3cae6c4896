"""The window that faces the customer: it fills the second screen, and grows its letters with the screen."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QGuiApplication, QPainter, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLayout, QSizePolicy, QVBoxLayout, QWidget

from loyaltydesk.words import tr
from ui.display.asking import AskScreen
from ui.display.shown import Progress, Shown
from ui.theme.frames import Panel, empty
from ui.theme.marks import Avatar, Mark
from ui.theme.sheet import Tone
from ui.theme.text import ElidedLabel, chip, label
from ui.theme.theme import Theme

LIKE_THE_PICTURE = 600  # px high: the sizes below are for such a window
GREETING, LINE, EXTRA, NAME, FOOT, BAR, EDGE = 68, 26, 22, 26, 18, 32, 64


class WideBar(Mark):
    """A bar that is read from two metres away."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_progress(Progress("", "", 0, 1))

    def show_progress(self, progress: Progress) -> None:
        """Shows how far it is, and what the purchase in hand brings in a lighter colour."""
        self._parts = [
            ("accent_ghost", (progress.have + progress.gain) / progress.goal),
            ("accent", progress.have / progress.goal),
        ]
        self.setAccessibleName(tr("{what}: {when}").format(what=progress.what, when=progress.left))
        self.update()

    def draw(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        half = self.height() / 2
        for role, share in [("surface_hover", 1.0), *self._parts]:
            if share > 0:
                width = max(float(self.height()), self.width() * min(share, 1.0))
                painter.setBrush(self.theme.colour(role))
                painter.drawRoundedRect(QRectF(0, 0, width, self.height()), half, half)

    def sizeHint(self) -> QSize:
        return QSize(400, self.height())


class Sign(Mark):
    """An icon that grows with the letters beside it."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__(theme)
        self._icon = theme.icon(icon, "accent")

    def draw(self, painter: QPainter) -> None:
        self._icon.paint(painter, self.rect())

    def sizeHint(self) -> QSize:
        return self.size()


class CustomerDisplay(Panel):
    """Shows one `Shown` after the other; it never takes the focus from the till."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """`parent` is what it ends with; it stands in a window of its own."""
        super().__init__(theme, surface="page")
        self._till = parent
        self.setParent(parent, Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(tr("Customer display"))
        self._avatar, self._shop, self._tier = Avatar(theme, solid=True), label(), chip("", "gold")
        self._greeting, self._line, self._foot = label(wrap=True), label(tone="accent", wrap=True), label(wrap=True)
        self._extra = label(wrap=True)
        self._gift, self._what, self._left, self._bar = Sign(theme, "gift"), label(), label(), WideBar(theme)
        self._progress = QWidget()
        self._bill, self._bill_words = QGridLayout(), list[QLabel]()
        self._bill.setColumnStretch(0, 1)
        self._lay_out_parts()
        self.box.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # the window sizes its words, not they it
        self.resize(1024, 600)
        theme.changed.connect(self._grow)  # after the panel has set its own margins
        for told in (self._app().screenAdded, self._app().screenRemoved):
            told.connect(self._on_screens_changed)

    def show_state(self, shown: Shown) -> None:
        """Shows another state."""
        self._avatar.show_name(shown.shop)
        for words, text in (
            (self._shop, shown.shop),
            (self._tier, shown.tier),
            (self._greeting, shown.greeting),
            (self._line, shown.line),
            (self._extra, shown.extra),
            (self._foot, shown.foot),
        ):
            words.setText(text)
        self._extra.setVisible(bool(shown.extra))
        self._tier.setVisible(bool(shown.tier))
        self._show_bill(shown.bill)
        self._progress.setVisible(shown.progress is not None)
        if shown.progress:
            self._what.setText(shown.progress.what)
            self._left.setText(shown.progress.left)
            self._bar.show_progress(shown.progress)

    def _show_bill(self, rows: Sequence[tuple[str, str]]) -> None:
        """The last lines of the bill, and below them what is to be paid."""
        empty(self._bill)
        self._bill_words = []
        for number, pair in enumerate(rows):
            tone: Tone = "accent" if number == len(rows) - 1 else ""
            what, sum_ = ElidedLabel(pair[0], tone=tone), label(pair[1], tone=tone)
            sum_.setAlignment(Qt.AlignmentFlag.AlignRight)
            for column, words in enumerate((what, sum_)):
                self._bill.addWidget(words, number, column)
                words.show()
                self._bill_words.append(words)
        self._grow()

    @cached_property
    def asking(self) -> AskScreen:
        """What asks the customer, over all that is shown; made when it is first wanted."""
        return AskScreen(self.theme, self)

    def place(self) -> None:
        """Fills a screen that the till is not on; stands in a plain window where there is no other."""
        till = self._till.window().screen()
        others = [screen for screen in QGuiApplication.screens() if screen is not till]
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint, bool(others))
        if others:
            self.setScreen(others[0])
            self.setGeometry(others[0].geometry())
            self.showFullScreen()
        else:
            self.showNormal()

    # --- inside

    def _app(self) -> QGuiApplication:
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        return app

    def _lay_out_parts(self) -> None:
        head, words = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._avatar)
        head.addWidget(self._shop, 1)
        head.addWidget(self._tier)
        words.setSpacing(12)
        words.addWidget(self._gift)
        words.addWidget(self._what, 1)
        words.addWidget(self._left)
        column = QVBoxLayout(self._progress)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(words)
        column.addWidget(self._bar)
        self.box.addLayout(head)
        self.box.addStretch(2)
        self.box.addWidget(self._greeting)
        self.box.addSpacing(12)
        self.box.addWidget(self._line)
        self.box.addWidget(self._extra)
        self.box.addSpacing(12)
        self.box.addLayout(self._bill)
        self.box.addSpacing(24)
        self.box.addWidget(self._progress)
        self.box.addStretch(2)
        self.box.addWidget(self._foot)

    def _grow(self) -> None:
        """Letters as large as the window allows."""
        scale = min(self.height() / LIKE_THE_PICTURE, self.width() / 1024)
        for words, size in (
            (self._shop, NAME),
            (self._greeting, GREETING),
            (self._line, LINE),
            (self._extra, EXTRA),
            (self._what, NAME),
            (self._left, NAME),
            (self._foot, FOOT),
        ):
            _enlarge(words, max(12, round(size * scale)))
        for words in self._bill_words:
            _enlarge(words, max(12, round(LINE * scale)))
        self._gift.setFixedSize(*[max(12, round(NAME * 1.25 * scale))] * 2)
        self._bar.setFixedHeight(max(8, round(BAR * scale)))
        edge = round(EDGE * scale)
        self.box.setContentsMargins(edge, edge * 3 // 4, edge, edge * 3 // 4)

    def _on_screens_changed(self) -> None:
        """A screen was plugged in or out; Qt moves its windows first."""
        if self.isVisible():
            QTimer.singleShot(0, self, self.place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()
        if "asking" in self.__dict__:
            self.asking.setGeometry(self.rect())


def _enlarge(words: QLabel, pixels: int) -> None:
    font = QFont(words.font())
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.Bold if pixels > FOOT else QFont.Weight.DemiBold)
    font.setFeature(QFont.Tag("tnum"), 0)
    words.setFont(font)
