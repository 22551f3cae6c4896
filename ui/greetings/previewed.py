"""One card as it would be printed now, with everything the designer shows about it."""

from collections.abc import Sequence

from msgspec import Struct

from loyaltydesk.desk import Desk
from loyaltydesk.model.greetings import Greeting, GreetingDesign, GreetingText
from loyaltydesk.printing.greetings import FORMATS, SHEETS, GreetingFace, GreetingLook
from loyaltydesk.printing.greetings.formats import per_sheet
from loyaltydesk.rules.greeting_words import ready_texts, text_key
from loyaltydesk.words import tr, tr_n
from ui.greetings.drafts import Drafts
from ui.greetings.faces import face_of, look_of, voucher_of
from ui.greetings.words_tab import Wording


class Previewed(Struct, frozen=True):
    """A card: what is chosen, what becomes of it, and which other words are ready."""

    greeting: Greeting
    kept: GreetingDesign  # in the shop's file
    design: GreetingDesign
    look: GreetingLook
    face: GreetingFace
    wording: Wording
    ready: Sequence[GreetingText]

    @property
    def other(self) -> GreetingText:
        """The ready words after those that are shown."""
        at = self.ready.index(self.wording.text) if self.wording.text in self.ready else -1
        return self.ready[(at + 1) % len(self.ready)]


def previewed(desk: Desk, greeting: Greeting, drafts: Drafts) -> Previewed:
    """A card with what is not saved yet. Its voucher is a sample until one is written out."""
    kept = desk.greetings.design(greeting.key)
    chosen = drafts.look(greeting, kept)
    design, register = chosen.design, chosen.design.register
    words = desk.greetings.words(greeting, design=design, text=chosen.text)
    voucher = voucher_of(desk, greeting, design.reward)
    key = text_key(greeting)
    ready = ready_texts(greeting.language, key, register=register)
    in_force = desk.greetings.texts(greeting.language, key, register=register)
    shown = chosen.text or _shown(desk, greeting, design, among=in_force)
    rewards = [(each.id, each.name) for each in desk.shop.programme.rewards]
    is_kept = tuple(in_force) != tuple(ready)
    return Previewed(
        greeting,
        kept,
        design,
        look_of(desk, design, greeting.key),
        face_of(desk, greeting, words, signed=design.signed, voucher=voucher),
        Wording(
            shown,
            register,
            rewards,
            _known(design.reward, rewards),
            len(ready) > 1 or is_kept,
            is_kept,
            given=bool(greeting.campaign),
        ),
        ready,
    )


def _known(reward: str, rewards: Sequence[tuple[str, str]]) -> str:
    return reward if reward in dict(rewards) else ""


def _shown(desk: Desk, greeting: Greeting, design: GreetingDesign, *, among: Sequence[GreetingText]) -> GreetingText:
    """Which of some wordings this greeting has: the one that gives the same words."""
    words = desk.greetings.words(greeting, design=design)
    same = (each for each in among if desk.greetings.words(greeting, design=design, text=each) == words)
    return next(same, among[0])


def size_words(look: GreetingLook, sheet: str) -> str:
    """The format of a card and how many of them a sheet has room for, in one line."""

    name, kind = tr(FORMATS[look.format].name), SHEETS[sheet]
    if kind.paper is None:
        return tr("{format} · {paper}").format(format=name, paper=tr(kind.name))
    count = per_sheet(FORMATS[look.format], kind)
    words = tr_n("{n} on a sheet", "{n} on a sheet", count).format(n=count)
    return tr("{format} · {paper}").format(format=name, paper=words)
