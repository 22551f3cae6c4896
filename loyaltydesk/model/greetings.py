"""Greetings: who is wished well on which day, how that stands, in which words and on what paper; and calls to make."""

from datetime import date
from enum import StrEnum
from hashlib import sha256

from msgspec import Struct

from loyaltydesk.model.campaigns import CAMPAIGN
from loyaltydesk.model.customers import Customer

OWN = "own-"  # how the keys of the shop's own days begin


class Occasion(StrEnum):
    """What somebody is wished well for."""

    BIRTHDAY = "birthday"
    NAME_DAY = "name_day"
    ANNIVERSARY = "anniversary"  # of the day the customer joined
    HOLIDAY = "holiday"
    GROUP = "group"  # of a campaign, which says what about


class State(StrEnum):
    """How a greeting stands."""

    TO_DO = "to_do"
    PRINTED = "printed"
    SENT = "sent"  # or handed over
    SKIPPED = "skipped"


class Why(StrEnum):
    """Why a greeting is skipped."""

    NO_CONSENT = "no_consent"
    BLOCKED = "blocked"
    NOT_WANTED = "not_wanted"
    BY_HAND = "by_hand"  # the owner said so, mostly with a note


class Register(StrEnum):
    """How people are addressed where the language makes a difference: Pani or Ty, Jūs or Tu, Вы or ты."""

    FORMAL = "formal"
    FAMILIAR = "familiar"


class Holiday(Struct, frozen=True):
    """A holiday on one of its days; `name` is the owner's for a day of their own, and empty for one that we know."""

    key: str
    day: date
    name: str = ""


class OwnDay(Struct, frozen=True):
    """A day that the shop itself keeps each year ("MM-DD"), such as its birthday; its key begins with OWN."""

    key: str
    name: str
    day: str


class Mark(Struct, frozen=True):
    """What is kept of one greeting; `at` is a day and time (ISO), `note` why it was set aside."""

    state: State
    why: Why | None = None
    note: str = ""
    at: str = ""
    staff: str = ""


class Greeting(Struct, frozen=True):
    """One greeting to one customer.

    `years` is the age, or for how many years somebody is a customer; None where it is not known. `also` is a second
    occasion of the same day that the same card is for. `language` is a key of words.LANGUAGES. One of a `campaign` has
    its `subject`.
    """

    customer: Customer
    day: date
    occasion: Occasion
    language: str
    holiday: str = ""
    years: int | None = None
    also: Occasion | None = None
    state: State = State.TO_DO
    why: Why | None = None
    note: str = ""
    at: str = ""  # when it was marked (ISO)
    campaign: str = ""
    subject: str = ""

    @property
    def key(self) -> str:
        """What designs and texts are kept under: birthday, name_day, anniversary, a holiday's key or a subject."""
        return self.holiday or self.subject or self.occasion.value

    @property
    def id(self) -> str:
        """The greeting by name: one of its kind in a year, even if the customer's day turns out to be another.

        A campaign has one for each of its customers.
        """
        if self.campaign:
            return f"{CAMPAIGN}/{self.campaign}/{self.customer.id}"
        return f"{self.key}/{self.day.year}/{self.customer.id}"

    @property
    def is_round(self) -> bool:
        """Whether the years are worth a word of their own: eighteen, or a full ten."""
        years = self.years or 0
        return years > 0 and (years == 18 or years % 10 == 0)

    @property
    def has_address(self) -> bool:
        """Whether it can go by post."""
        return bool(self.customer.profile.address)

    @property
    def seed(self) -> int:
        """A number of 32 bits that is always the same for this greeting, for what shall look a little different."""
        return int.from_bytes(sha256(self.id.encode()).digest()[:4])


class HolidayGroup(Struct, frozen=True):
    """A holiday with how many greetings wait, are printed or sent, and are skipped."""

    holiday: Holiday
    waiting: int
    done: int
    skipped: int


class GreetingRules(Struct, frozen=True):
    """Whom the shop greets. `holidays` are keys of those that the owner chose, days of their own included."""

    only_agreed: bool = True
    joins: bool = False  # a birthday and a name day on one day make one card
    occasions: tuple[Occasion, ...] = (Occasion.BIRTHDAY, Occasion.NAME_DAY, Occasion.ANNIVERSARY)
    holidays: tuple[str, ...] = ()
    own: tuple[OwnDay, ...] = ()


class GreetingDesign(Struct, frozen=True):
    """The owner's choices for the paper of an occasion; what is empty is left to what suits the occasion.

    `picture` names the signature among the pictures that the file keeps, `reward` the one whose voucher lies inside.
    """

    format: str = ""  # a key of the paper's formats
    design: str = ""  # a key of the paper's drawings
    lettering: str = ""  # a key of the paper's hands
    colour: str = ""  # #RRGGBB; the shop's where empty
    own_colours: bool = False  # those that the drawing was made in, in place of `colour`
    by_hand: bool = False  # the text is written by hand too, and not the heading alone
    ink: str = ""  # of the signature (#RRGGBB); blue-black where empty
    heading: str = ""  # in place of the heading of the words
    picture: str = ""
    signed: str = ""  # the name below; the shop's where empty
    reward: str = ""
    envelope: str = ""  # a key of the paper's envelopes
    register: Register = Register.FORMAL


class GreetingText(Struct, frozen=True):
    """One way of wording a greeting, with fields such as {name}; salutation and closing may be left to the language.

    A sentence whose field is not known of somebody is left out. `{she|he}` chooses by the given name.
    """

    heading: str
    text: str
    salutation: str = ""
    closing: str = ""


class GreetingWords(Struct, frozen=True):
    """A greeting as it is read: nothing in it is left to be filled in; `text` may have several lines."""

    heading: str
    salutation: str
    text: str
    closing: str


class CallKind(StrEnum):
    """What there is to call or write about."""

    BIRTHDAY = "birthday"
    NAME_DAY = "name_day"
    VOUCHER_ENDS = "voucher_ends"
    ABSENT = "absent"
    CAMPAIGN = "campaign"  # on the list of a customer group


class Outcome(StrEnum):
    """What came of a call or a message."""

    REACHED = "reached"
    NO_ANSWER = "no_answer"
    LATER = "later"
    WRONG_NUMBER = "wrong_number"
    NEVER = "never"  # this customer does not want to be called again

    @property
    def is_final(self) -> bool:
        """Whether nobody has to try again."""
        return self not in (Outcome.NO_ANSWER, Outcome.LATER)


CALL = "call"  # the kind of the records of what came of calls, and their field


class CallMark(Struct, frozen=True):
    """What came of a call, as its record has it; `at` is a day and time (ISO)."""

    outcome: Outcome
    at: str
    staff: str = ""


class Call(Struct, frozen=True):
    """Somebody to call or to write to, with words in their language; `message` is to be sent, `spoken` to be said.

    `day` is the day it is about, `phone` empty without a number or after a wrong one. Without an outcome nobody has
    tried yet.
    """

    id: str
    customer: Customer
    kind: CallKind
    day: date
    language: str
    message: str
    spoken: str
    phone: str = ""
    outcome: Outcome | None = None
    note: str = ""
    at: str = ""  # when the outcome was noted (ISO)
