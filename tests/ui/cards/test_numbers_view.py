"""How cards are numbered is chosen with the number and its bars in sight, and old cards are taken over."""

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLineEdit, QPushButton

from loyaltydesk.model.numbers import Numbering, NumberKind
from loyaltydesk.model.products import Product
from tests.shop import join


def _seen(numbering) -> list[str]:
    """What a reader sees in the picture of the barcode, once it is large enough."""
    numbering.picture.setFixedSize(800, 300)
    image = numbering.picture.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    size = image.width(), image.height()
    grey = Image.frombuffer("L", size, image.constBits(), "raw", "L", image.bytesPerLine(), 1)
    return [code.text for code in zxingcpp.read_barcodes(grey)]


def _pick(numbering, kind: NumberKind) -> None:
    numbering.form.kind.choose(kind)
    numbering.form.kind.chosen.emit(kind)


def _retype(person, field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    person.type(text)


# --- the scheme


def test_the_number_in_use_is_shown_as_the_bars_it_would_have(numbering, person):
    assert _seen(numbering) == ["2600000000017"]
    assert numbering.state.text() == "In use"
    assert not numbering.keep_button.isEnabled()
    assert "There are 10,000,000,000 such numbers." in person.reads()
    assert numbering.verdict.text() == "Barcode reads well"


def test_another_beginning_is_seen_at_once_and_counts_when_it_is_kept(desk, numbering, person):
    _retype(person, numbering.form.prefix, "2811")
    assert _seen(numbering) == ["2811000000017"]
    assert numbering.state.text() == "Not kept yet"
    assert desk.cards.make(1)[0].startswith("26")
    person.tap(numbering.keep_button)
    assert numbering.state.text() == "In use"
    assert desk.cards.make(1)[0].startswith("2811")
    assert desk.numbers.scheme() == Numbering(prefix="2811")


def test_what_is_wrong_where_it_is_not_seen_keeps_nobody_from_other_numbers(desk, numbering, person):
    _retype(person, numbering.form.prefix, "9")
    _retype(person, numbering.form.scale, "?")
    assert not numbering.keep_button.isEnabled()
    _pick(numbering, NumberKind.CODE128)
    person.tap(numbering.keep_button)
    assert desk.numbers.scheme() == Numbering(kind=NumberKind.CODE128)


def test_letters_are_typed_small_and_counted_one_by_one(desk, numbering, person):
    _pick(numbering, NumberKind.CODE128)
    _retype(person, numbering.form.text_prefix, "rc-")
    numbering.form.length.setValue(9)
    person.tap(person.find(QPushButton, "One by one"))
    person.tap(numbering.keep_button)
    scheme = Numbering(NumberKind.CODE128, text_prefix="RC-", length=9, running=True)
    assert desk.numbers.scheme() == scheme
    assert _seen(numbering) == [scheme.number(1)] == desk.cards.make(1)


def test_a_qr_code_is_shown_as_one(numbering, person):
    _pick(numbering, NumberKind.QR)
    assert _seen(numbering) == [numbering.form.scheme().number(1)]


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("prefix", "02", "most readers leave the 0 out"), ("prefix", "31", "begin with 20 to 29"),
        ("scale", "many", "what the labels of the scale begin with as"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_at_its_field(desk, numbering, person, field, text, said):
    _retype(person, getattr(numbering.form, field), text)
    assert said in person.reads()
    assert not numbering.keep_button.isEnabled()
    person.press(Qt.Key.Key_Escape)
    assert said not in person.reads()
    assert desk.numbers.scheme() == Numbering()


def test_a_length_that_cannot_be_is_said_at_its_field(numbering, person):
    _pick(numbering, NumberKind.CODE128)
    numbering.form.length.setValue(6)
    assert "4 to 12 digits of it differ" in person.reads()


def test_a_scale_that_uses_the_same_digits_is_warned_of(numbering, person):
    _retype(person, numbering.form.scale, "25-27")
    assert "The scale prints labels that begin with 26 too." in person.reads()
    _retype(person, numbering.form.scale, "21-25")
    assert "The scale prints" not in person.reads()
    assert numbering.keep_button.isEnabled()  # what the scale uses is remembered


def test_products_with_such_barcodes_are_warned_of(desk, numbering, person):
    desk.products.save(Product("HAM", "Ham", barcode="2600001000009"))
    numbering.session.changed.emit()
    assert "1 product has a barcode that begins with 26 too." in person.reads()


def test_a_change_elsewhere_is_shown_unless_something_is_being_typed(desk, numbering, person):
    numbering.session.do(lambda desk: desk.numbers.save(Numbering(prefix="22")))
    assert numbering.form.prefix.text() == "22"
    _retype(person, numbering.form.prefix, "24")
    join(desk, "Somebody")
    numbering.session.changed.emit()
    assert numbering.form.prefix.text() == "24"


# --- cards of before


def test_a_range_of_old_cards_is_taken_over(desk, numbering, person):
    _retype(person, numbering.old.first, "LD-098")
    _retype(person, numbering.old.last, "LD-102")
    person.tap(person.find(QPushButton, "Take these over"))
    assert "5 cards were taken over." in person.reads()
    assert {card.number for card in desk.cards.blank()} == {f"LD-{n:03}" for n in range(98, 103)}


def test_those_that_cannot_be_are_listed_with_the_reason(desk, numbering, person, tmp_path):
    join(desk, card="4712")
    file = tmp_path / "old.csv"
    file.write_text("number;printed;symbology\n4711;1 234;Code 39\n4712;;\n12;;\n", encoding="utf-8")
    numbering.old.ask_file = lambda _parent: str(file)
    person.tap(person.find(QPushButton, "Take over from a file…"))
    assert "1 card was taken over." in person.reads()
    assert "2 were left out." in person.reads()
    model = numbering.old.table.model()
    assert [model.index(row, 0).data() for row in range(2)] == ["Row 3: 4712", "Row 4: 12"]
    assert "Card 4712 is in use already." in person.reads()
    assert desk.cards.get("1234").symbology == "code39"


@pytest.mark.parametrize("content", [b"nothing\n", b"\x89PNG\0\0"])
def test_a_file_of_no_cards_is_refused_in_one_sentence(numbering, person, tmp_path, content):
    file = tmp_path / "old.csv"
    file.write_bytes(content)
    numbering.old.ask_file = lambda _parent: str(file)
    numbering.old.file_button.click()
    assert numbering.old.notice.property("tone") == "danger"
    numbering.old.ask_file = lambda _parent: str(tmp_path / "none.csv")
    numbering.old.file_button.click()
    assert "This file cannot be read." in person.reads()


def test_two_numbers_that_make_no_range_are_refused(numbering, person):
    person.tap(person.find(QPushButton, "Take these over"))
    assert "These two make no range" in person.reads()


def test_scans_fill_the_first_and_then_the_last_number(desk, window, numbering, person):
    person.scan("96385074")
    person.scan("96385098")
    assert (numbering.old.first.text(), numbering.old.last.text()) == ("96385074", "96385098")
    numbering.old.symbology.choose("ean8")
    person.tap(person.find(QPushButton, "Take these over"))
    assert len(desk.cards.blank()) == 3
