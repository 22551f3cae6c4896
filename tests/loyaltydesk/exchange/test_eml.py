"""E-mail drafts: what any mail program reads back, the same for the same input, and nothing slipped into a header."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loyaltydesk.exchange.eml import Attachment, Letter, draft
from loyaltydesk.model.refusals import BadRequest

LETTER = Letter("anna@example.com", "Anna Bērziņa", "Daudz laimes dzimšanas dienā!", "Mīļā Anna!\n\nŁącznie: и ещё 🎂.")
CARD = Attachment("kartīte.pdf", b"%PDF-1.4\r\n" + bytes(range(256)))


def read(content: bytes) -> EmailMessage:
    message = message_from_bytes(content, policy=default)
    assert isinstance(message, EmailMessage)
    assert message.defects == []
    return message


def test_a_draft_says_to_whom_about_what_and_in_which_words() -> None:
    message = read(draft(LETTER))
    (address,) = message["To"].addresses
    assert (address.display_name, address.addr_spec) == ("Anna Bērziņa", "anna@example.com")
    assert message["Subject"] == LETTER.subject
    assert message.get_content().replace("\r\n", "\n") == LETTER.text + "\n"
    assert message["X-Unsent"] == "1"
    assert message["Date"] is None
    assert message["Message-ID"] is None


def test_a_card_goes_with_it_unchanged() -> None:
    message = read(draft(LETTER, CARD))
    (card,) = message.iter_attachments()
    assert (card.get_filename(), card.get_content_type()) == ("kartīte.pdf", "application/pdf")
    assert card.get_content() == CARD.content
    body = message.get_body()
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == LETTER.text + "\n"


def test_the_same_draft_is_the_same_file() -> None:
    assert draft(LETTER, CARD) == draft(LETTER, CARD)
    assert draft(LETTER, CARD) != draft(LETTER, Attachment(CARD.name, b"other"))


def test_the_file_is_plain_lines_of_ascii() -> None:
    content = draft(Letter(LETTER.to, "Ł" * 120, "ž" * 500, "я" * 5000), CARD)
    assert all(len(line) <= 998 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert content.isascii()


@pytest.mark.parametrize(
    "address",
    ["", "anna", "anna@", "a@b", "ā@example.com", "a b@example.com", "anna@x.lv\nBcc: c@d.lv", "a@b..c", "a,b@c.de"],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(BadRequest) as refused:
        draft(Letter(address, "", "x", "y"))
    assert refused.value.reason in ("email_unreadable", "missing")


def test_a_domain_in_other_letters_is_written_in_ascii() -> None:
    assert read(draft(Letter("anna@почта.рф", "", "x", "y")))["To"].addresses[0].domain == "xn--80a1acny.xn--p1ai"


HOSTILE = st.text(st.one_of(st.sampled_from('\r\n\0:<>@,"\\;=?'), st.characters()), max_size=60)


@settings(max_examples=60)
@given(HOSTILE, HOSTILE, HOSTILE)
def test_nothing_slips_into_a_header(name: str, subject: str, file: str) -> None:
    content = draft(Letter("anna@example.com", f"{name}\r\nBcc: x@y.zz", subject, name), Attachment(file, b"x"))
    message = message_from_bytes(content, policy=default)
    assert set(message.keys()) == {"To", "Subject", "X-Unsent", "MIME-Version", "Content-Type"}
    assert message["To"].addresses[-1].addr_spec == "anna@example.com"
    assert len(message["To"].addresses) == 1
