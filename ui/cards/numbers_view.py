"""Where the shop says how its cards are numbered, sees a number as its bars, and takes over the cards it has."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from loyaltydesk.desk import Desk
from loyaltydesk.desk.numbers import Collision
from loyaltydesk.model.numbers import Numbering, checked_numbering
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.printing.card import CR80
from loyaltydesk.words import tr, tr_n
from ui.cards.code_picture import CodePicture
from ui.cards.judging import Judgement, Judging
from ui.cards.old_cards import OldCards
from ui.cards.orders import numbered_card
from ui.cards.scheme_form import SchemeForm
from ui.cards.view import View
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.blocks import Banner
from ui.theme.buttons import Button
from ui.theme.frames import Panel
from ui.theme.scrolling import Scroll
from ui.theme.sheet import restyle
from ui.theme.text import ElidedLabel, chip, label
from ui.theme.theme import Theme


class NumbersView(View):
    """What is chosen shows at once as a number and its bars; it counts for new cards once it is kept."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session, tools)
        self.form = SchemeForm(theme)
        self.picture = CodePicture(theme)
        self.old = OldCards(theme, session, tools)
        self.state = chip("")
        self.verdict, self._advice = chip(""), label(type_="muted", wrap=True)
        self.judging = Judging(theme, tools.run, parent=self)
        self.warning = Banner(theme, "", tone="warning")
        self._about = label(type_="muted", wrap=True)
        self.keep_button = Button(theme, tr("Use these numbers"), kind="primary")
        self._kept = session.ask(lambda desk: desk.numbers.scheme())
        self.form.show_scheme(self._kept)
        self._lay_out()
        self.form.edited.connect(self._on_edited)
        self.keep_button.clicked.connect(self.save)
        self.judging.judged.connect(self._on_judged)
        self.reload()

    # --- from outside

    def entered(self) -> None:
        self.form.start()

    def reload(self) -> None:
        kept = self.session.ask(lambda desk: desk.numbers.scheme())
        if self.form.scheme() == self._kept or kept != self._kept:
            self.form.show_scheme(kept)
        self._kept = kept
        self._show()

    def take_scan(self, code: str) -> bool:
        return self.old.take_scan(code)

    def go_back(self) -> bool:
        if self.form.scheme() == self._kept:
            return False
        self.form.show_scheme(self._kept)
        self._show()
        return True

    def save(self) -> bool:
        """Numbers new cards as the form says; False when the desk refused."""
        scheme = self.form.scheme()

        def keep(desk: Desk) -> bool:
            desk.numbers.save(scheme)
            return True

        return bool(self.session.do(keep))

    # --- inside

    def _lay_out(self) -> None:
        m = self.theme.m
        left, middle = Panel(self.theme), Panel(self.theme)
        left.box.addWidget(label(tr("How cards are numbered"), "title"))
        left.box.addWidget(Scroll(self.form), 1)
        head = QHBoxLayout()
        head.addWidget(ElidedLabel(tr("A number like this"), "title"), 1)
        head.addWidget(self.state)
        middle.box.addLayout(head)
        middle.box.addWidget(self.picture)
        read = QHBoxLayout()
        read.addWidget(self.verdict)
        read.addStretch(1)
        middle.box.addLayout(read)
        middle.box.addWidget(self._advice)
        middle.box.addWidget(self._about)
        middle.box.addWidget(self.warning)
        middle.box.addStretch(1)
        middle.box.addWidget(self.keep_button)
        columns = QHBoxLayout()
        columns.setSpacing(m.s4)
        for panel, share in ((left, 6), (middle, 6), (self.old, 7)):
            columns.addWidget(panel, share)
        box = QVBoxLayout(self)
        box.setContentsMargins(m.s5, m.s4, m.s5, m.s4)
        box.addLayout(columns)

    def _on_edited(self) -> None:
        self._show()

    def _show(self) -> None:
        """Brings the number, its bars, the warning and the button up to what is chosen."""
        scheme = self.form.scheme()
        try:
            checked_numbering(scheme)
        except BadRequest as no:
            self.form.refuse(no.field, self.session.sentence(no))
            self.keep_button.setEnabled(False)
            self.warning.hide()
            return
        self.form.refuse("", "")
        self._show_number(scheme)
        self._warn(scheme, self.session.ask(lambda desk: desk.numbers.collision(scheme)))
        self.keep_button.setEnabled(scheme != self._kept)

    def _show_number(self, scheme: Numbering) -> None:
        self.picture.show_code(scheme.number(1), scheme.symbology.value)
        look, face = self.session.ask(lambda desk: numbered_card(desk, scheme))
        self.judging.judge(look, face, size=CR80)
        same = scheme == self._kept
        self.state.setText(tr("In use") if same else tr("Not kept yet"))
        restyle(self.state, tone="accent" if same else "warning")
        count = tr_n("There is {n} such number.", "There are {n} such numbers.", scheme.count)
        kept = tr("Cards that were made keep theirs.")
        self._about.setText(f"{count.format(n=self.session.formats.number(scheme.count))} {kept}")

    def _on_judged(self, found: Judgement) -> None:
        """Says whether scanners read such a number on the shop's card."""
        good = found.barcode.is_good
        self.verdict.setText(tr("Barcode reads well") if good else tr("Barcode may not be read"))
        restyle(self.verdict, tone="accent" if good else "warning")
        self._advice.setText("" if good else found.barcode.problems[0].sentence)
        self._advice.setVisible(not good)

    def _warn(self, scheme: Numbering, collision: Collision) -> None:
        if collision.scale:
            said = tr("The scale prints labels that begin with {digits} too.").format(digits=scheme.prefix)
            detail = tr("The till could take a label for a card. Choose digits that the scale does not use.")
        elif collision.products:
            count = collision.products
            said = tr_n(
                "{n} product has a barcode that begins with {digits} too.",
                "{n} products have barcodes that begin with {digits} too.",
                count,
            ).format(n=self.session.formats.number(count), digits=scheme.prefix)
            detail = tr("Are these labels of a scale? Then choose other digits.")
        else:
            self.warning.hide()
            return
        self.warning.say(said, detail=detail, tone="warning")
        self.warning.show()
