"""Writes an e-mail as a draft (.eml) for a mail program: RFC 5322, UTF-8, the same bytes for the same input.

`X-Unsent: 1` makes mail programs open it for writing. There is no Date and no Message-ID: whoever sends it adds them.
"""

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256
from mimetypes import guess_type

from msgspec import Struct

from loyaltydesk.model.customers import Profile, checked_profile
from loyaltydesk.model.refusals import BadRequest

LONGEST_SUBJECT = 200  # letters


class Attachment(Struct, frozen=True):
    """A file that goes with an e-mail; what kind it is follows from its name."""

    name: str
    content: bytes


class Letter(Struct, frozen=True):
    """An e-mail: to which address, to whom by name, about what, in which words (with line ends)."""

    to: str
    name: str
    subject: str
    text: str


def draft(letter: Letter, attachment: Attachment | None = None) -> bytes:
    """The file of a draft. Raises BadRequest for an address that is none, or that e-mail cannot carry."""
    message = EmailMessage(policy=SMTP)
    message["To"] = _recipient(letter)
    message["Subject"] = _one_line(letter.subject)[:LONGEST_SUBJECT]
    message["X-Unsent"] = "1"
    message.set_content(_printable(letter.text), cte="quoted-printable")
    if attachment:
        _attach(message, attachment)
        digest = sha256(
            "\0".join((letter.to, letter.subject, letter.text)).encode(errors="replace") + attachment.content
        )
        message.set_boundary(f"=_{digest.hexdigest()[:32]}")
    return bytes(message)


def _recipient(letter: Letter) -> Address:
    """The address with the name of whoever has it; a domain with other letters is written as IDNA says."""
    address = checked_profile(Profile(email=letter.to)).email
    if not address:
        raise BadRequest("email", "missing")
    user, _, domain = address.rpartition("@")
    try:
        return Address(_one_line(letter.name), user.encode("ascii").decode(), domain.encode("idna").decode("ascii"))
    except (ValueError, IndexError):  # letters that only few mail servers take; or a sign with a meaning of its own
        raise BadRequest("email", "email_unreadable") from None


def _attach(message: EmailMessage, attachment: Attachment) -> None:
    kind = guess_type(attachment.name)[0] or "application/octet-stream"
    main, _, sub = kind.partition("/")
    name = "".join(sign for sign in _one_line(attachment.name) if sign not in '/\\:"')
    message.add_attachment(attachment.content, maintype=main, subtype=sub, filename=name or "attachment")


def _one_line(text: str) -> str:
    """Without line ends and other signs that cannot be seen, so that nothing begins another header."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _printable(text: str) -> str:
    lines = text.splitlines()
    clean = ("".join(sign for sign in line if sign.isprintable() or sign == "\t") for line in lines)
    return "\n".join(clean).strip("\n") + "\n"
