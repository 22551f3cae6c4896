"""What goes by post: on which envelopes or labels, from which label on, and who has no address."""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from loyaltydesk.model.greetings import Greeting
from loyaltydesk.printing.greetings import ENVELOPES, LABEL_STOCKS, Feed
from loyaltydesk.words import mark, tr, tr_n
from ui.seams.formats import QtFormats
from ui.seams.people import shown_name
from ui.seams.preferences import Preferences
from ui.theme.blocks import Banner
from ui.theme.buttons import Button
from ui.theme.forms import Choice, FormRow
from ui.theme.growing import grow
from ui.theme.theme import Theme

NAMED = 5  # people without an address that are named; the others are counted
FEEDS = {
    Feed.FLAT: mark("As it is read"),
    Feed.LEFT_FIRST: mark("The left side first"),
    Feed.RIGHT_FIRST: mark("The right side first"),
}


class Post(StrEnum):
    """What is printed."""

    ENVELOPES = "envelopes"
    LABELS = "labels"


class Wanted(Struct, frozen=True):
    """The answer: `stock` is a key of ENVELOPES or LABEL_STOCKS, `start` how many labels are gone already."""

    post: Post
    stock: str
    feed: Feed = Feed.FLAT
    start: int = 0
    unaddressed: bool = False  # envelopes with lines to write on, too


class PostDialog(QDialog):
    """The questions about one kind of post; the answers are remembered on this computer."""

    def __init__(self, theme: Theme, preferences: Preferences, post: Post, *, usual: str, parent: QWidget) -> None:
        """`usual` is the envelope that the cards fit."""
        super().__init__(parent)
        self._post, self._preferences = post, preferences
        envelopes = post is Post.ENVELOPES
        self.setWindowTitle(tr("Print envelopes") if envelopes else tr("Print address labels"))
        names = [(key, tr(each.name)) for key, each in ENVELOPES.items()]
        self.stock = Choice(
            tr("Envelope") if envelopes else tr("Labels"),
            names if envelopes else [(name, name) for name in LABEL_STOCKS],
        )
        self.feed = Choice(tr("Into the printer"), [(key.value, tr(words)) for key, words in FEEDS.items()])
        self.start = QSpinBox()
        self.start.setAccessibleName(tr("Begin at label"))
        self.unaddressed = QCheckBox(tr("Envelopes for them, too, to write on"))
        self.missing = Banner(theme, "", tone="warning")
        self.close_button = Button(theme, tr("Close"), kind="ghost")
        self.print_button = Button(theme, "", kind="action", icon="printer")
        self._lay_out(theme)
        self._remember(usual)
        self.stock.chosen.connect(lambda _key: self._count_labels())
        self.close_button.clicked.connect(self.reject)
        self.print_button.clicked.connect(self.accept)

    def show_people(self, greetings: Sequence[Greeting], formats: QtFormats) -> None:
        """Says for how many that is, and who has no address."""
        without = [shown_name(each.customer) for each in greetings if not each.has_address]
        addressed = len(greetings) - len(without)
        self._tell_count(addressed, formats)
        self.unaddressed.toggled.connect(lambda on: self._tell_count(len(greetings) if on else addressed, formats))
        self.missing.setVisible(bool(without))
        self.unaddressed.setVisible(bool(without) and self._post is Post.ENVELOPES)
        more = len(without) - NAMED
        names = ", ".join(without[:NAMED]) + (f" +{formats.number(more)}" if more > 0 else "")
        said = tr_n("{n} person has no address.", "{n} people have no address.", len(without))
        self.missing.say(said.format(n=formats.number(len(without))), detail=names, tone="warning")
        grow(self)

    def wanted(self) -> Wanted:
        """The answers, which are remembered."""
        for name, value in (("stock", self.stock.current()), ("feed", self.feed.current())):
            self._preferences.write(f"greetings/{self._post.value}/{name}", value)
        return Wanted(
            self._post,
            self.stock.current(),
            Feed(self.feed.current()),
            self.start.value() - 1,
            self.unaddressed.isChecked() and self.unaddressed.isVisibleTo(self),
        )

    # --- inside

    def _tell_count(self, count: int, formats: QtFormats) -> None:
        words = (
            tr_n("Print {n} envelope…", "Print {n} envelopes…", count)
            if self._post is Post.ENVELOPES
            else tr_n("Print {n} label…", "Print {n} labels…", count)
        )
        self.print_button.setText(words.format(n=formats.number(count)))
        self.print_button.setEnabled(count > 0)

    def _lay_out(self, theme: Theme) -> None:
        m = theme.m
        box = QVBoxLayout(self)
        box.setContentsMargins(m.s5, m.s4, m.s5, m.s4)
        box.setSpacing(m.s3)
        box.addWidget(FormRow(theme, self.stock, text=self.stock.accessibleName()))
        if self._post is Post.ENVELOPES:
            hint = tr("If the address comes out beside its place, try another one.")
            box.addWidget(FormRow(theme, self.feed, text=tr("Into the printer"), hint=hint))
        else:
            box.addWidget(FormRow(theme, self.start, text=tr("Begin at label"), hint=tr("For a sheet that was begun.")))
        box.addWidget(self.missing)
        box.addWidget(self.unaddressed)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (self.close_button, self.print_button):
            foot.addWidget(button)
        box.addLayout(foot)
        self.print_button.setDefault(True)
        self.resize(480, 0)

    def _remember(self, usual: str) -> None:
        """The answers of last time, as far as there still are such things."""
        known = ENVELOPES if self._post is Post.ENVELOPES else LABEL_STOCKS
        kept = self._preferences.read(f"greetings/{self._post.value}/stock", usual)
        self.stock.choose(kept if kept in known else next(iter(known)))
        feed = self._preferences.read(f"greetings/{self._post.value}/feed", Feed.FLAT.value)
        self.feed.choose(feed if feed in FEEDS else Feed.FLAT.value)
        self._count_labels()

    def _count_labels(self) -> None:
        stock = LABEL_STOCKS.get(self.stock.current())
        self.start.setRange(1, stock.count if stock else 1)
