"""Turns what somebody does in the designer into drafts, and drafts into what the shop's file has."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from loyaltydesk.desk import Desk
from loyaltydesk.model.greetings import Greeting, GreetingDesign, GreetingText, Register
from loyaltydesk.model.refusals import Refused
from loyaltydesk.printing.signature import Signature
from loyaltydesk.rules.greeting_words import text_key
from ui.greetings.designer import Designer
from ui.greetings.drafts import Drafts, Look
from ui.greetings.previewed import Previewed, previewed
from ui.seams.session import Session


class Designing(QObject):
    """Knows the card that is shown. `changed` asks for it to be drawn anew, `refused` says what was not possible."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, session: Session, drafts: Drafts, designer: Designer) -> None:
        super().__init__(designer)
        self._session, self._drafts, self._designer = session, drafts, designer
        self.card: Previewed | None = None
        self._connect()

    def look_at(self, greeting: Greeting) -> Previewed:
        """The card of a greeting as it would be printed now; from here on changes are to this one."""
        self.card = self._session.ask(lambda desk: previewed(desk, greeting, self._drafts))
        return self.card

    @property
    def own(self) -> dict[str, Look]:
        """The looks that single cards have of their own, as they are now."""
        return dict(self._drafts.own)

    def save(self, greetings: list[Greeting]) -> bool:
        """Puts the drafts for these greetings into the shop's file; False when the desk refused."""
        unsaved = [each for each in greetings if self._drafts.is_changed(each)]

        def keep(desk: Desk) -> bool:
            with desk.writing():
                for each in unsaved:
                    self._drafts.save(desk, each)
            return True

        if unsaved and not self._session.do(keep, refused=self.refused.emit):
            return False
        for each in unsaved:
            self._drafts.drop_saved(each)
        return True

    # --- inside

    def _connect(self) -> None:
        designer = self._designer
        designer.look.edited.connect(self._on_design_edited)
        designer.signature.edited.connect(self._on_design_edited)
        designer.signature.made.connect(self._on_signature_made)
        designer.signature.refused.connect(self._on_refused)
        designer.words.edited.connect(self._on_text_edited)
        designer.words.other_wanted.connect(self._on_other_wanted)
        designer.words.ready_wanted.connect(self._on_ready_wanted)
        designer.words.register_chosen.connect(lambda key: self._redesign(register=Register(key)))
        designer.words.reward_chosen.connect(lambda reward: self._redesign(reward=reward))
        designer.save_wanted.connect(self._on_save_wanted)
        designer.own_wanted.connect(self._on_own_wanted)
        designer.drop_wanted.connect(self._on_drop_wanted)

    def _redesign(self, **different: object) -> None:
        if self.card:
            self._on_design_edited(replace(self.card.design, **different))

    def _with_card(self, do: Callable[[Previewed], object]) -> None:
        if self.card:
            do(self.card)
            self.changed.emit()

    # --- slots

    def _on_design_edited(self, design: GreetingDesign) -> None:
        self._with_card(lambda card: self._drafts.put_design(card.greeting, design, kept=card.kept))

    def _on_text_edited(self, text: GreetingText) -> None:
        def put(card: Previewed) -> None:
            if card.design.heading:  # it would stand in the place of the one that is typed
                self._drafts.put_design(card.greeting, replace(card.design, heading=""), kept=card.kept)
            self._drafts.put_text(card.greeting, text, card.design.register)

        self._with_card(put)

    def _on_other_wanted(self) -> None:
        if self.card:
            self._on_text_edited(self.card.other)

    def _on_ready_wanted(self) -> None:
        def ready(card: Previewed) -> None:
            language, key, register = card.greeting.language, text_key(card.greeting), card.design.register
            self._drafts.drop_text(card.greeting)
            self._session.do(lambda desk: desk.greetings.save_text(language, key, texts=(), register=register))

        self._with_card(ready)

    def _on_signature_made(self, signature: Signature) -> None:
        kept = self._session.do(
            lambda desk: desk.designs.keep_picture(signature.text().encode()), refused=self.refused.emit
        )
        if kept:
            self._redesign(picture=kept)

    def _on_refused(self, refused: Refused) -> None:
        self.refused.emit(self._session.sentence(refused))

    def _on_save_wanted(self) -> None:
        if self.card:
            self.save([self.card.greeting])
            self.changed.emit()

    def _on_own_wanted(self) -> None:
        self._with_card(lambda card: self._drafts.make_own(card.greeting, Look(card.design, card.wording.text)))

    def _on_drop_wanted(self) -> None:
        self._with_card(lambda card: self._drafts.drop(card.greeting))
