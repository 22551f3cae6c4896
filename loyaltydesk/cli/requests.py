"""What other programs may ask through the link, typed; anything that does not fit is a BadRequest."""

import json
import re
from datetime import date, datetime
from typing import Annotated, Any, Literal, TypeVar

import msgspec
from msgspec import Meta, Struct

from loyaltydesk.model.refusals import BadRequest

Count = Annotated[int, Meta(ge=0, le=1_000_000_000)]
Some = Annotated[int, Meta(ge=1, le=1_000_000)]
Short = Annotated[str, Meta(max_length=500)]

FIRST_YEAR, LAST_YEAR = 1970, 2999  # of anything that happens in a shop
LARGEST_LINE = 1_000_000  # bytes
MOST = 100  # rewards, vouchers or codes of one purchase, each


class Request(Struct, frozen=True, kw_only=True):
    """Any request: when, where, by whom, and the key that makes a repeat harmless."""

    do: str
    at: str = ""
    till: Annotated[str, Meta(max_length=60)] = ""
    staff: Annotated[str, Meta(max_length=60)] = ""
    key: Annotated[str, Meta(max_length=200)] = ""


class OfCustomer(Request, frozen=True, kw_only=True):
    """A request about a customer, named by a card or an id."""

    card: Short = ""
    customer: Short = ""

    def named(self) -> dict[str, str]:
        """The card, or else the id. Raises BadRequest when neither is given."""
        if not self.card and not self.customer:
            raise BadRequest("card", "missing")
        return {"card": self.card, "customer": "" if self.card else self.customer}


class Register(Request, frozen=True, kw_only=True):
    """do = register"""

    name: str
    card: Short = ""
    phone: str = ""
    email: str = ""
    birth_date: str = ""
    name_day: str = ""
    name_day_on: str = ""
    language: str = ""
    company: str = ""
    tax_id: str = ""
    referred_by: str = ""
    note: str = ""
    address: str = ""
    consent: Any = ""


class Find(Request, frozen=True, kw_only=True):
    """do = find"""

    text: Annotated[str, Meta(max_length=10_000)]
    limit: Count = 20


class Scan(OfCustomer, frozen=True, kw_only=True):
    """do = scan"""


class LineAsked(Struct, frozen=True):
    """One line of a bill; what it leaves open is taken from the product list, by the code or the barcode in `sku`."""

    price: Any = None  # the product list's
    qty: Annotated[int, Meta(ge=1, le=1_000_000)] = 1
    sku: Short = ""
    category: Short = ""
    tax_percent: Any = None
    shipping: bool = False


class RewardAsked(Struct, frozen=True):
    """A reward within a purchase."""

    reward: Short
    times: Annotated[int, Meta(ge=1, le=1000)] = 1


class Purchase(OfCustomer, frozen=True, kw_only=True):
    """do = purchase | quote"""

    amount: Any = None
    lines: list[LineAsked] | None = None
    discount: Any = None
    redeem_points: Count = 0
    rewards: Annotated[list[RewardAsked], Meta(max_length=MOST)] = []
    vouchers: Annotated[list[Short], Meta(max_length=MOST)] = []
    codes: Annotated[list[Short], Meta(max_length=MOST)] = []
    receipt: Annotated[str, Meta(max_length=60)] = ""


class OfPurchase(Request, frozen=True, kw_only=True):
    """A request about a purchase, named by its id or its receipt number."""

    purchase: Short = ""
    receipt: Short = ""

    def number(self) -> str:
        """The id, or else the receipt number. Raises BadRequest when neither is given."""
        if not self.purchase and not self.receipt:
            raise BadRequest("purchase", "missing")
        return self.purchase or self.receipt


class LineBack(Struct, frozen=True):
    """Units of a product that come back; the price tells two lines of one product apart."""

    sku: Short | None = None
    price: Any = None
    qty: Annotated[int, Meta(ge=1, le=1_000_000)] = 1


class Return(OfPurchase, frozen=True, kw_only=True):
    """do = return"""

    amount: Any = None
    lines: list[LineBack] | None = None


class Void(OfPurchase, frozen=True, kw_only=True):
    """do = void"""


class Attach(OfPurchase, frozen=True, kw_only=True):
    """do = attach"""

    card: Short = ""
    customer: Short = ""


class Adjust(OfCustomer, frozen=True, kw_only=True):
    """do = adjust"""

    points: int
    reason: Short
    approved_by: Short = ""


class Redeem(OfCustomer, frozen=True, kw_only=True):
    """do = redeem"""

    reward: Short


class Voucher(Request, frozen=True, kw_only=True):
    """do = voucher"""

    code: Short
    action: Literal["show", "use", "cancel", "reprint"] = "show"


class Card(Request, frozen=True, kw_only=True):
    """do = card"""

    card: Short
    action: Literal["link", "block", "unblock", "replace", "role"]
    customer: Short = ""
    by: Short = ""
    role: Literal["full", "earn_only"] | None = None


class Tier(OfCustomer, frozen=True, kw_only=True):
    """do = tier"""

    floor: Short | None


class Statement(OfCustomer, frozen=True, kw_only=True):
    """do = statement"""

    limit: Count = 100


class Voice(Request, frozen=True, kw_only=True):
    """do = voice"""

    action: Literal["note", "answer", "list"]
    voice: Short = ""
    card: Short = ""
    customer: Short = ""
    kind: Literal["suggestion", "complaint", "praise", "review", "mystery_visit", "phone_note"] = "suggestion"
    text: Annotated[str, Meta(max_length=20_000)] = ""
    outcome: Literal["taken_up", "declined"] = "taken_up"
    responsible: Short = ""
    due: date | None = None
    purchase: Short = ""
    about: Short = ""
    source: Short = ""
    score: Annotated[int, Meta(ge=1, le=5)] | None = None
    open: bool = False  # of a list: only what waits for an answer


class Survey(Request, frozen=True, kw_only=True):
    """do = survey: an answer; `values` has a number or null for each question, `words` what was written to each"""

    survey: Short = ""  # the one that is asked at the till when it is not named
    card: Short = ""
    customer: Short = ""
    values: Annotated[list[Annotated[int, Meta(ge=0, le=10)] | None], Meta(max_length=5)]
    words: Annotated[list[Annotated[str, Meta(max_length=20_000)]], Meta(max_length=5)] = []


class Merge(Request, frozen=True, kw_only=True):
    """do = merge"""

    keep: Short
    drop: Short


class Household(Request, frozen=True, kw_only=True):
    """do = household"""

    customers: Annotated[list[Short], Meta(max_length=100)]
    name: Short = ""


class Programme(Request, frozen=True, kw_only=True):
    """do = programme; without `from_day` the rules count at once"""

    toml: str = ""
    file: Short = ""
    from_day: date | None = None


class Erase(OfCustomer, frozen=True, kw_only=True):
    """do = erase"""


_T = TypeVar("_T", bound=Request)


def parsed(line: bytes) -> dict[str, Any]:
    """The JSON object on a line. Raises BadRequest for anything else."""
    if len(line) > LARGEST_LINE:
        raise BadRequest("line", "line_too_long")
    try:
        text = line.decode("utf-8-sig")  # by ourselves: json would let half characters pass
        found = json.loads(text)
        if "\\u" in text:  # half a character ("\ud800") is no text, and could not be answered with
            json.dumps(found, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise BadRequest("line", "not_an_object") from None
    if not isinstance(found, dict):
        raise BadRequest("line", "not_an_object")
    return found


def typed(asked: dict[str, Any], kind: type[_T]) -> _T:
    """The request as its type. Raises BadRequest with the field that is missing or does not fit."""
    try:
        return msgspec.convert(_given(asked), kind)
    except msgspec.ValidationError as error:
        said, _, at = str(error).partition(" - at `")
        missing = re.search(r"missing required field `(.+)`", said)
        field = at.rstrip("`").removeprefix("$.").removeprefix("$")
        if missing:
            raise BadRequest(f"{field}.{missing[1]}".removeprefix("."), "missing") from None
        raise BadRequest(field, "wrong_value") from None


def _given(asked: dict[str, Any]) -> dict[str, Any]:
    """A request without what it leaves open: null is as good as nothing, except that it takes a tier's floor away."""
    given = _without_null(asked)
    for name in ("lines", "rewards"):
        if isinstance(parts := given.get(name), list):
            given[name] = [_without_null(part) if isinstance(part, dict) else part for part in parts]
    return given


def _without_null(said: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if value is not None or name == "floor"}


def moment(text: str) -> datetime | None:
    """The time that a request names, in the shop's own time; None when it names none. Raises BadRequest."""
    if not text:
        return None
    try:
        at = datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError):
        raise BadRequest("at", "time_unreadable") from None
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise BadRequest("at", "time_unreadable")
    return at
