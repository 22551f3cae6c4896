"""Everything the desk can refuse, each kind with its facts and no sentence.

The class name is the kind that outside programs rely on. Sentences live in `loyaltydesk.words.refusals`.
"""

from dataclasses import dataclass, field, fields
from typing import Final

MONEY: Final = {"money": True}  # marks a field that counts minor units, so the outside can print it as money


@dataclass(eq=False)
class Refused(Exception):
    """The desk will not do this; nothing was changed."""

    def facts(self) -> dict[str, object]:
        """The facts by name, money still in minor units."""
        return {f.name: getattr(self, f.name) for f in fields(self)}

    @classmethod
    def money_facts(cls) -> frozenset[str]:
        """The names of the facts that count minor units."""
        return frozenset(f.name for f in fields(cls) if f.metadata.get("money"))


# --- what was asked ---


@dataclass(eq=False)
class BadRequest(Refused):
    """Something asked for is missing or makes no sense; `reason` is a key of words.refusals.REASONS."""

    field: str
    reason: str


# --- cards and customers ---


@dataclass(eq=False)
class UnknownCard(Refused):
    """Nobody has this card; `blank` says that it is one of our own that waits for its customer."""

    card: str
    blank: bool = False


@dataclass(eq=False)
class BadCardNumber(Refused):
    """This cannot be a card number: `reason` is check_digit, length or characters."""

    card: str
    reason: str


@dataclass(eq=False)
class DuplicateCard(Refused):
    """This number is already in use."""

    card: str


@dataclass(eq=False)
class CardBlocked(Refused):
    """The card, or its customer, is blocked or the card was replaced by another."""

    card: str
    state: str
    replaced_by: str = ""


@dataclass(eq=False)
class EarnOnlyCard(Refused):
    """This card may collect points and not spend them."""

    card: str


@dataclass(eq=False)
class UnknownCustomer(Refused):
    """There is no such customer, or not any more."""

    customer: str


@dataclass(eq=False)
class BeforeRegistration(Refused):
    """The purchase is dated before the customer joined (both ISO dates); often a computer clock gone wrong."""

    at: str
    registered: str


# --- points, rewards and vouchers ---


@dataclass(eq=False)
class NotEnoughPoints(Refused):
    """The balance (points that can be spent now) is smaller than what is needed."""

    balance: int
    needed: int


@dataclass(eq=False)
class NeedsApproval(Refused):
    """A change by hand of more points than this needs a second, named person."""

    above: int


@dataclass(eq=False)
class BelowMinimum(Refused):
    """Fewer points than the programme lets go at once."""

    points: int
    minimum: int


@dataclass(eq=False)
class UnknownReward(Refused):
    """The programme has no such reward."""

    reward: str


@dataclass(eq=False)
class RewardNotOffered(Refused):
    """The reward exists and cannot be had: `reason` is stock, limit or not_offered."""

    reward: str
    reason: str


@dataclass(eq=False)
class UnknownVoucher(Refused):
    """No voucher has this code: `reason` is unknown, or check_character when a character of it must be wrong."""

    code: str
    reason: str = "unknown"


@dataclass(eq=False)
class VoucherNotUsable(Refused):
    """The voucher is used, cancelled, expired or reprinted under another code."""

    code: str
    state: str


@dataclass(eq=False)
class WrongCustomer(Refused):
    """The voucher belongs to somebody else."""

    code: str


# --- purchases ---


@dataclass(eq=False)
class UnknownPurchase(Refused):
    """There is no purchase with this number."""

    purchase: str


@dataclass(eq=False)
class ReturnTooLarge(Refused):
    """More was brought back than is left of the purchase; `returnable` is what is left (minor units)."""

    returnable: int = field(metadata=MONEY)


@dataclass(eq=False)
class AlreadyVoided(Refused):
    """The purchase was taken back before."""

    purchase: str


@dataclass(eq=False)
class AlreadyAttached(Refused):
    """The purchase already belongs to a customer."""

    purchase: str


# --- the programme and the file ---


@dataclass(eq=False)
class BadProgramme(Refused):
    """The programme file is wrong at `where` (line and key) for `reason`; `detail` is what was found there."""

    where: str
    reason: str
    detail: str = ""


@dataclass(eq=False)
class FileMissing(Refused):
    """There is no file here."""

    path: str


@dataclass(eq=False)
class FolderMissing(Refused):
    """There is no folder here for a file to stand in."""

    path: str


@dataclass(eq=False)
class FileExists(Refused):
    """There is a file here already and it is not overwritten."""

    path: str


@dataclass(eq=False)
class FileForeign(Refused):
    """A file, but not one of ours."""

    path: str


@dataclass(eq=False)
class FileNewer(Refused):
    """Made by a newer release of the program."""

    path: str


@dataclass(eq=False)
class FileBroken(Refused):
    """The file is damaged; `detail` is what the check said."""

    path: str
    detail: str


@dataclass(eq=False)
class FileReadOnly(Refused):
    """The file or its folder cannot be written."""

    path: str


@dataclass(eq=False)
class FileInUse(Refused):
    """Another program has the file."""

    path: str


@dataclass(eq=False)
class DiskFull(Refused):
    """No room is left on the disk; the last action was not recorded."""

    path: str
