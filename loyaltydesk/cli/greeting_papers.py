"""The shop's greeting cards as a document, each in its customer's language, for the printing command to save."""

from collections.abc import Sequence

from msgspec.structs import replace

from loyaltydesk.desk import Desk
from loyaltydesk.model.greetings import Greeting, GreetingDesign
from loyaltydesk.printing.filling import Paper
from loyaltydesk.printing.greeting_filling import greeting_face, greeting_look, kept_signature, sheet_for
from loyaltydesk.printing.greetings import GreetingFace, GreetingLook, greeting_scene
from loyaltydesk.printing.lazy_pages import one_after_another
from loyaltydesk.printing.scene import Document
from loyaltydesk.words import words_in
from loyaltydesk.words.formats import BabelFormats


class GreetingPapers:
    """One desk's greeting cards; vouchers that lie inside are written out as the cards are made."""

    def __init__(self, desk: Desk, *, sheet: str = "own", card_format: str = "") -> None:
        """`sheet` and `card_format` are keys of what the paper offers; the owner's choice where empty."""
        self._desk = desk
        self._sheet = sheet
        self._format = card_format

    def document(self, greetings: Sequence[Greeting]) -> Document:
        """A card for each greeting, those of one look together. Raises UnknownReward, CodeNotPrintable, CodeTooWide."""
        runs: dict[str, tuple[GreetingLook, list[GreetingFace]]] = {}
        for greeting in greetings:
            design = self._desk.greetings.design(greeting.key)
            if greeting.key not in runs:
                runs[greeting.key] = self._look(greeting, design), []
            runs[greeting.key][1].append(self._face(greeting, design))
        documents = [greeting_scene(look, faces, sheet=sheet_for(look, self._sheet)) for look, faces in runs.values()]
        first = documents[0]
        if len(documents) == 1:
            return first
        pages = one_after_another([each.pages for each in documents])
        return Document(pages, first.title, first.author, first.dpi, first.kind)

    def _look(self, greeting: Greeting, design: GreetingDesign) -> GreetingLook:
        chosen = replace(design, format=self._format or design.format)
        kept = self._desk.designs.picture(design.picture) if design.picture else None
        paper = self._paper(greeting.language)
        return greeting_look(chosen, greeting.key, paper, signature=kept_signature(kept))

    def _face(self, greeting: Greeting, design: GreetingDesign) -> GreetingFace:
        words, voucher = self._desk.greetings.words(greeting), self._desk.greetings.gift(greeting)
        paper = self._paper(greeting.language)
        return greeting_face(greeting, words, paper, signed=design.signed, voucher=voucher)

    def _paper(self, language: str) -> Paper:
        """The shop's paper in a language, with the logo of its cards."""
        desk, shop = self._desk, self._desk.shop
        programme, design = shop.programme, desk.designs.card()
        logo = desk.designs.picture(design.logo) if design.logo else None
        formats = BabelFormats(language, programme.currency)
        return Paper(shop.settings(), programme, words_in(language), formats, design=design, logo=logo)
