"""The customer in hand: who it is, the points in large figures, and how far it is to the next reward and tier."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.desk.customers import Seen
from loyaltydesk.model.programme import Basis, Programme
from loyaltydesk.model.purchases import Quote
from loyaltydesk.words import tr, tr_n
from ui.seams.formats import QtFormats
from ui.seams.people import grouped, household_text, shown_name
from ui.seams.reach import reach
from ui.seams.stamps import stamps_text
from ui.theme.buttons import Button
from ui.theme.frames import Panel
from ui.theme.marks import Avatar, Glyph
from ui.theme.progress import ProgressBar
from ui.theme.sheet import Tone, restyle
from ui.theme.text import ElidedLabel, chip, label, set_tip
from ui.theme.theme import Theme


def name_of(seen: Seen) -> str:
    """What the customer is called here; somebody without a name goes by the company or the card in hand."""
    return shown_name(seen.customer, card=card_of(seen))


def title_of(seen: Seen) -> str:
    """Whom the panel is about: of a company's card the company, and who carries it if that is known."""
    name, company = name_of(seen), seen.customer.profile.company
    if seen.holder:
        return tr("{company} · {name}").format(company=company, name=seen.holder)
    return tr("{name} · {company}").format(name=name, company=company) if company not in ("", name) else name


def card_of(seen: Seen) -> str:
    """The number of the card in hand, or of the newest one of somebody who was found by name."""
    return seen.card.number if seen.card else seen.customer.card


class Goal(QWidget):
    """One bar with what it leads to before it, and what is missing behind."""

    def __init__(self, theme: Theme, icon: str, *, thin: bool = False) -> None:
        super().__init__()
        self._what = ElidedLabel("", "muted" if thin else "strong")
        self._left = label(type_="muted") if thin else label(type_="strong", tone="accent")
        self.bar = ProgressBar(theme, thin=thin)
        words = QHBoxLayout()
        words.setSpacing(theme.m.s2)
        words.addWidget(Glyph(theme, icon, role="text_muted" if thin else "accent"))
        words.addWidget(self._what, 1)
        words.addWidget(self._left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.m.s1)
        column.addLayout(words)
        column.addWidget(self.bar)

    def say(self, what: str, left: str) -> None:
        """Names the goal and what is missing to it."""
        self._what.setText(what)
        self._left.setText(left)
        self.bar.setAccessibleName(tr("{what}: {when}").format(what=what, when=left))


class Hero(Panel):
    """The customer's panel; `show_quote` moves its bars with the amount that is typed."""

    profile_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._avatar = Avatar(theme)
        self._name, self._tier, self._card = ElidedLabel("", "name"), chip(""), ElidedLabel("", "muted")
        self.note = Button(theme, "", icon="message-square-text")
        self.fit(wide=True)
        self.profile = Button(theme, tr("Profile"), icon="id-card")
        self._household = ElidedLabel("", "muted")
        self._points, self._worth = label(type_="hero"), label(type_="muted")
        self._reward, self._next = Goal(theme, "gift"), Goal(theme, "crown", thin=True)
        self._stamp_row, self._stamps = QWidget(), ElidedLabel("", "muted")
        self._points.setAccessibleDescription(tr("Points"))
        self._lay_out_stamps()
        self.box.addLayout(self._head())
        self.box.addSpacing(theme.m.s1)
        self.box.addLayout(self._figures())
        self.profile.clicked.connect(self.profile_wanted)

    def fit(self, *, wide: bool) -> None:
        """Shows as much as there is room for: in a narrow one the name matters more than words on a button."""
        words = tr("Suggestion")
        self.note.setText(words if wide else "")
        self.note.setAccessibleName(words)
        set_tip(self.note, tr("Write down what the customer says (Shift+F3)"))

    def _head(self) -> QHBoxLayout:
        below = QHBoxLayout()
        below.setSpacing(self.theme.m.s2)
        below.addWidget(self._tier)
        below.addWidget(self._card, 1)
        who = QVBoxLayout()
        who.setSpacing(2)
        who.addWidget(self._name)
        who.addLayout(below)
        who.addWidget(self._household)
        head = QHBoxLayout()
        head.setSpacing(self.theme.m.s3)
        head.addWidget(self._avatar)
        head.addLayout(who, 1)
        head.addWidget(self.note)
        head.addWidget(self.profile)
        return head

    def _lay_out_stamps(self) -> None:
        row = QHBoxLayout(self._stamp_row)
        row.setContentsMargins(0, self.theme.m.s2, 0, 0)
        row.setSpacing(self.theme.m.s2)
        row.addWidget(Glyph(self.theme, "ticket"))
        row.addWidget(self._stamps, 1)

    def _figures(self) -> QHBoxLayout:
        points, goals, figures = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        points.setSpacing(0)
        for words in (label(tr("POINTS"), "caption"), self._points, self._worth):
            points.addWidget(words)
        goals.addStretch(1)
        goals.addWidget(self._reward)
        goals.addSpacing(self.theme.m.s2)
        goals.addWidget(self._next)
        goals.addWidget(self._stamp_row)
        goals.addStretch(1)
        figures.setSpacing(self.theme.m.s6)
        figures.addLayout(points)
        figures.addLayout(goals, 1)
        return figures

    def show_seen(self, seen: Seen, formats: QtFormats, *, tone: Tone) -> None:
        """Shows a customer; `tone` is the colour of the tier."""
        self._avatar.show_name(seen.customer.profile.name or tr("Card"))
        self._name.setText(title_of(seen))
        self._tier.setText(seen.tier or "")
        self._tier.setVisible(bool(seen.tier))
        restyle(self._tier, tone=tone)
        number, year = grouped(card_of(seen)), seen.customer.registered.year
        since = tr("Card {number} · since {year}") if number else tr("No card · since {year}")
        self._card.setText(since.format(number=number, year=year))
        self._household.setText(household_text(seen.household) if seen.household else "")
        self._household.setVisible(seen.household is not None)
        self._points.setText(formats.number(seen.balance))
        self._worth.setText(worth_of(seen, formats))
        self._worth.setVisible(bool(self._worth.text()))

    def show_goals(self, seen: Seen, quote: Quote | None, *, formats: QtFormats, programme: Programme) -> None:
        """How far it is to the next reward, tier and full stamp card, with what the purchase in hand brings."""
        way = reach(seen, quote, programme)
        self._reward.setVisible(way is not None)
        if way:
            self._reward.say(way.reward, to_go(way.left, formats) if way.left > 0 else tr("Within reach!"))
            self._reward.bar.show_progress(way.have, goal=way.goal, gain=way.gain)
        self._show_next_tier(seen, quote, formats=formats, basis=programme.basis)
        self._stamp_row.setVisible(bool(seen.stamps))
        self._stamps.setText(stamps_text(seen.stamps, formats, dict(quote.stamps) if quote else {}))

    def _show_next_tier(self, seen: Seen, quote: Quote | None, *, formats: QtFormats, basis: Basis) -> None:
        earned, due = (quote.earned, quote.due) if quote else (0, 0)
        above = seen.next_tier
        self._next.setVisible(above is not None)
        if above:
            gain = due if basis is Basis.SPEND else earned
            left = above.missing - gain
            said = tr("Reached!") if left <= 0 else to_go(left, formats)
            if left > 0 and basis is Basis.SPEND:
                said = tr("{sum} to go").format(sum=formats.money(left))
            self._next.say(tr("Next tier: {tier}").format(tier=above.name), said)
            self._next.bar.show_progress(above.reached, goal=above.reached + above.missing or 1, gain=gain)


def to_go(points: int, formats: QtFormats) -> str:
    """What is missing to a reward."""
    return tr_n("{n} point to go", "{n} points to go", points).format(n=formats.number(points))


def worth_of(seen: Seen, formats: QtFormats) -> str:
    """What the points are worth as money, and which are still to come."""
    worth = tr("worth {sum}").format(sum=formats.money(seen.worth)) if seen.worth is not None else ""
    if not seen.pending:
        return worth
    later = tr_n("{n} point still to come", "{n} points still to come", seen.pending)
    coming = later.format(n=formats.signed(seen.pending))
    return tr("{worth}, {coming}").format(worth=worth, coming=coming) if worth else coming
