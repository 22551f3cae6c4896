"""The column of details: words, colours, barcode, logo and what a printing house asks for, in the order of a card."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.words import tr
from ui.cards.code_part import CodePart
from ui.cards.colour_part import ColourPart
from ui.cards.draft import Draft
from ui.cards.drawn import Ready
from ui.cards.logo_row import LogoRow
from ui.cards.part import Part
from ui.cards.words_parts import BackWords, FrontWords
from ui.theme.frames import Panel, rule
from ui.theme.scrolling import Scroll
from ui.theme.sheet import restyle
from ui.theme.text import chip, label, literal
from ui.theme.theme import Theme


class LogoPart(Part):
    """The logo; what was chosen comes back through the draft, once it was found to be fit for paper."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("Logo"))
        self.row = LogoRow(theme)
        self.box.addWidget(self.row)

    def show_draft(self, draft: Draft) -> None:
        self.row.show_logo(draft.logo)

    def taken(self, draft: Draft) -> Draft:
        return draft


class HousePart(Part):
    """What a printing house asks for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("For a printing house"))
        words = tr("3 mm of colour beyond the edge")
        self.bleed = QCheckBox(literal(words))
        self.bleed.setAccessibleName(words)
        self.bleed.clicked.connect(lambda: self.edited.emit(""))
        self.box.addWidget(self.bleed)
        self.box.addWidget(label(tr("It is cut off; a card printer of your own needs none."), "muted", wrap=True))

    def show_draft(self, draft: Draft) -> None:
        self.bleed.setChecked(draft.design.bleed)

    def taken(self, draft: Draft) -> Draft:
        return draft.with_design(bleed=self.bleed.isChecked())


class Details(Panel):
    """The parts in a column that scrolls; `edited` tells of a change a person made, and of its kind."""

    edited = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.front, self.back = FrontWords(theme), BackWords(theme)
        self.colours, self.code = ColourPart(theme), CodePart(theme)
        self.logo, self.house = LogoPart(theme), HousePart(theme)
        self._state = chip("")
        head = QHBoxLayout()
        head.addWidget(label(tr("Details"), "title"), 1)
        head.addWidget(self._state)
        self.box.addLayout(head)
        self.box.addWidget(Scroll(self._column()), 1)
        for part in self._parts:
            part.edited.connect(self.edited)

    @property
    def _parts(self) -> tuple[Part, ...]:
        return (self.front, self.colours, self.code, self.logo, self.back, self.house)

    def _column(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, self.theme.m.s2, 0)
        column.setSpacing(self.theme.m.s3)
        for part in self._parts:
            if part is not self.front:
                column.addWidget(rule())
            column.addWidget(part)
        column.addStretch(1)
        return content

    def show_draft(self, draft: Draft, *, changed: bool) -> None:
        """Shows a draft, and whether it is another than what is saved."""
        for part in self._parts:
            part.show_draft(draft)
        self._state.setText(tr("Not saved yet") if changed else tr("Saved"))
        restyle(self._state, tone="warning" if changed else "accent")

    def taken(self, draft: Draft) -> Draft:
        """`draft` with what stands here."""
        for part in self._parts:
            draft = part.taken(draft)
        return draft

    def show_ready(self, ready: Mapping[str, Ready]) -> None:
        """Shows what the ready words are, by the name of their text."""
        rows = {
            "above_name": self.front.above_name,
            "heading": self.back.heading,
            "rules": self.back.rules,
            "footer": self.back.footer,
        }
        for name, words in ready.items():
            rows[name].show_ready(words.template, words.example)
