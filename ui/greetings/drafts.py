"""Looks and wordings that were changed and not saved yet, and those that are for one card alone."""

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from loyaltydesk.desk import Desk
from loyaltydesk.model.greetings import Greeting, GreetingDesign, GreetingText, Register
from loyaltydesk.rules.greeting_words import text_key
from ui.seams.preferences import Preferences

PLACE = "greetings/drafts"


class Look(Struct, frozen=True):
    """What one greeting is printed with: its design, and a wording of its own (None: the one that is ready)."""

    design: GreetingDesign
    text: GreetingText | None = None


class Changes(Struct):
    """What is not saved: designs by the key of their greetings, wordings by language, key and register."""

    designs: dict[str, GreetingDesign] = field(default_factory=dict)
    texts: dict[str, GreetingText] = field(default_factory=dict)


class Drafts(QObject):
    """Changes are kept on this computer until they are saved or dropped, so that none is lost when the window closes.

    What is for one card alone may name its customer: it is kept nowhere, and goes with the window.
    """

    changed = Signal()

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._own: dict[str, Look] = {}
        try:
            self._changes = msgspec.json.decode(preferences.read(PLACE) or "{}", type=Changes)
        except msgspec.MsgspecError:  # of another release
            self._changes = Changes()

    # --- reading

    def look(self, greeting: Greeting, kept: GreetingDesign) -> Look:
        """What a greeting is printed with; `kept` is the design of its kind in the shop's file.

        A look of its own is none for the voucher inside: everybody gets the same.
        """
        if own := self._own.get(greeting.id):
            return replace(own, design=replace(own.design, reward=kept.reward))
        design = self._changes.designs.get(greeting.key, kept)
        return Look(design, self._changes.texts.get(_wording(greeting, design.register)))

    def is_own(self, greeting: Greeting) -> bool:
        """Whether a card has a look of its own."""
        return greeting.id in self._own

    def is_changed(self, greeting: Greeting) -> bool:
        """Whether the look of this kind of greeting is not saved yet."""
        return not self.is_own(greeting) and (greeting.key in self._changes.designs or bool(self._texts(greeting)))

    @property
    def own(self) -> dict[str, Look]:
        """The looks that single cards have of their own, by the greeting."""
        return self._own

    # --- changing

    def put_design(self, greeting: Greeting, design: GreetingDesign, *, kept: GreetingDesign) -> None:
        """The design for this card if it has a look of its own, or else for all of its kind."""
        if self.is_own(greeting):
            self._own[greeting.id] = replace(self._own[greeting.id], design=design)
        elif design == kept:
            self._changes.designs.pop(greeting.key, None)
        else:
            self._changes.designs[greeting.key] = design
        self._keep()

    def put_text(self, greeting: Greeting, text: GreetingText, register: Register) -> None:
        """The wording for this card if it has a look of its own, or else for all of its kind and language."""
        if self.is_own(greeting):
            self._own[greeting.id] = replace(self._own[greeting.id], text=text)
        else:
            self._changes.texts[_wording(greeting, register)] = text
        self._keep()

    def make_own(self, greeting: Greeting, look: Look) -> None:
        """From here on this card has a look of its own; what was changed for all of its kind is dropped."""
        self.drop(greeting)
        self._own[greeting.id] = look
        self._keep()

    def save(self, desk: Desk, greeting: Greeting) -> None:
        """Puts what was changed for this kind of greeting into the shop's file. Raises what the desk refuses."""
        if greeting.key in self._changes.designs:
            desk.greetings.save_design(self._changes.designs[greeting.key], greeting.key)
        for place, text in self._texts(greeting).items():
            language, key, register = place.split("/")
            desk.greetings.save_text(language, key, texts=(text,), register=Register(register))

    def drop_saved(self, greeting: Greeting) -> None:
        """What was changed for this kind is no draft any more; a card's own look stays."""
        self._changes.designs.pop(greeting.key, None)
        self.drop_text(greeting)

    def drop_text(self, greeting: Greeting) -> None:
        """The changed wordings of this kind are no draft any more."""
        for place in self._texts(greeting):
            del self._changes.texts[place]
        self._keep()

    def drop(self, greeting: Greeting) -> None:
        """Back to what the shop's file has."""
        self._own.pop(greeting.id, None)
        self.drop_saved(greeting)

    # --- inside

    def _texts(self, greeting: Greeting) -> dict[str, GreetingText]:
        begins = f"{greeting.language}/{text_key(greeting)}/"
        return {place: text for place, text in self._changes.texts.items() if place.startswith(begins)}

    def _keep(self) -> None:
        is_empty = not (self._changes.designs or self._changes.texts)
        self._preferences.write(PLACE, "" if is_empty else msgspec.json.encode(self._changes).decode())
        self.changed.emit()


def _wording(greeting: Greeting, register: Register) -> str:
    return f"{greeting.language}/{text_key(greeting)}/{register.value}"
