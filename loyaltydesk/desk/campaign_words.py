"""What a campaign will say to one of its customers, to be read before it is begun."""

from msgspec.structs import replace

from loyaltydesk.desk.core import Core
from loyaltydesk.desk.greeting_choices import GreetingChoices
from loyaltydesk.desk.greeting_gifts import GreetingGifts
from loyaltydesk.desk.greeting_texts import GreetingTexts
from loyaltydesk.model.campaigns import CampaignKind, Plan
from loyaltydesk.model.customers import Customer
from loyaltydesk.model.greetings import Greeting, Occasion
from loyaltydesk.rules.greeting_book import book
from loyaltydesk.rules.greeting_due import language_of
from loyaltydesk.rules.greeting_words import addressed, call_words, filling


class CampaignWords:
    """The words before there is a campaign; of the voucher they say nothing yet."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._choices = GreetingChoices(core)
        self._texts = GreetingTexts(core, self._choices, GreetingGifts(core, self._choices))

    def sample(self, plan: Plan, person: Customer) -> tuple[str, str]:
        """A heading and the text of a card; for a call what will be said, without a heading."""
        language, key = language_of(person, self._choices.language()), plan.subject.value
        design = replace(self._choices.design(key), reward="")
        if plan.kind is CampaignKind.CALLS:
            known = filling(person.profile.name, language, shop=self._choices.shop_name())
            pages = book(language)
            texts = pages.call_texts(key, design.register)
            return "", call_words(texts, known, addressed(pages, known, design.register))[1]
        greeting = Greeting(person, self._core.now().date(), Occasion.GROUP, language, subject=key)
        words = self._texts.words(greeting, design)
        return words.heading, f"{words.salutation} {words.text}"
