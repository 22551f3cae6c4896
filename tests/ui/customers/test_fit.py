"""Every view fits: no word is cut, nothing a finger hits is small or nameless, whatever is typed or spoken."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QTableView,
    QWidget,
)

from loyaltydesk import words
from loyaltydesk.model.voices import VoiceKind, VoiceOutcome
from loyaltydesk.words.catalogue import Words
from tests.shop import PROGRAMME, buy, join
from ui.theme.text import ElidedLabel

FRIENDS = PROGRAMME + "[referral]\npoints_new = 50\n"
SMALLEST = (1078, 629)  # of the whole window, in any language
HOSTILE = ["<b>x</b> & <img src=x>", "W" * 120, "\u202eمرحبا بالعالم " * 8, "👩‍👩‍👧‍👦" * 17, "a  b"]


def _list(page, customer):
    page.open_list()


def _nobody(page, customer):
    page.list.search.setText("zzzz")


def _new(page, customer):
    page.open_new()


def _refused(page, customer):
    page.open_customer(customer)
    form = page.customer.profile.form
    form._fields["birth_date"].setText("31.02")
    page.customer.profile.save()


def _unsaved(page, customer):
    _refused(page, customer)
    page.customer.go_back()


def _section(name):
    def show(page, customer):
        page.open_customer(customer)
        page.customer.show_section(getattr(page.customer, name))

    return show


def _replacing(page, customer):
    _section("cards")(page, customer)
    page.customer.cards.replace_button.click()


def _cancelling(page, customer):
    _section("vouchers")(page, customer)
    page.customer.vouchers.cancel_button.click()


def _erasing(page, customer):
    _section("account")(page, customer)
    page.customer.account.erasing.button.click()


def _sharing(page, customer):
    _section("household")(page, customer)
    page.customer.household.finder.field.setText("zzzz")


def _brought(page, customer):
    page.session.do(lambda desk: desk.shop.load_programme(FRIENDS))
    page.open_new()
    page.new.brought.choose(customer)


def _bringing(page, customer):
    _brought(page, customer)
    page.new.brought.clear_button.click()
    page.new.brought.finder.field.setText(page.session.ask(lambda desk: desk.customers.card_number(customer)))


def _merging(page, customer):
    _section("account")(page, customer)
    page.customer.account.merging.button.click()
    page.customer.account.merging.finder.field.setText("zzzz")


def _saying(page, customer):
    def speak(desk):
        if not desk.voices.of(customer):
            voice = desk.voices.note(customer, "Oat milk and a stool " * 10, kind=VoiceKind.SUGGESTION)
            desk.voices.answer(voice.id, "We have it now. " * 12, outcome=VoiceOutcome.TAKEN_UP)

    page.session.do(speak)
    _section("voices")(page, customer)


def _noting(page, customer):
    _saying(page, customer)
    page.customer.voices.note_button.click()


def _answering(page, customer):
    _saying(page, customer)
    page.customer.voices.answer_button.click()


VIEWS = {
    "list": _list,
    "nobody": _nobody,
    "new": _new,
    "brought": _brought,
    "bringing": _bringing,
    "profile": _section("profile"),
    "refused": _refused,
    "unsaved": _unsaved,
    "cards": _section("cards"),
    "replacing": _replacing,
    "statement": _section("statement"),
    "vouchers": _section("vouchers"),
    "cancelling": _cancelling,
    "saying": _saying,
    "noting": _noting,
    "answering": _answering,
    "household": _section("household"),
    "sharing": _sharing,
    "account": _section("account"),
    "merging": _merging,
    "erasing": _erasing,
}


class LongWords(Words):
    """English, two fifths longer, as other languages are."""

    def tr(self, text):
        return super().tr(text) + "ąŻ" * max(1, len(text) // 5)

    def tr_n(self, one, many, count):
        return super().tr_n(one, many, count) + "ąŻ" * max(1, len(many) // 5)

    def trc(self, context, text):
        return super().trc(context, text) + "ąŻ" * max(1, len(text) // 5)


@pytest.fixture
def longer(monkeypatch):
    made = LongWords("en", words.active()._translations)
    monkeypatch.setattr("loyaltydesk.words.catalogue._Active.words", made)


def settled(page, show, customer):
    """The page with one of its views, laid out; what was typed in the view before is gone."""
    if "customer" in vars(page):
        kept = page.session.ask(lambda desk: desk.customers.get(customer)).profile
        page.customer.profile.form.show_profile(kept)
    show(page, customer)
    for _round in range(3):
        QApplication.processEvents()
    return page


def cut(page, typed=""):
    """The words on the screen that are not wholly there; what holds `typed` may end in an ellipsis."""
    shown = [widget for widget in page.findChildren(QWidget) if widget.isVisible()]
    return [words for widget in shown if (words := _cut(widget)) and not (typed and typed in words)]


def _cut(widget):
    if isinstance(widget, ElidedLabel):
        return "" if widget.shown_text() == widget.text() else widget.text()
    if isinstance(widget, QLabel) and widget.text():
        wanted = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.minimumSizeHint().height()
        wide = 0 if widget.wordWrap() else widget.minimumSizeHint().width()
        return widget.text() if widget.height() < wanted or widget.width() < wide else ""
    if isinstance(widget, QPushButton):
        return widget.text() if widget.width() < widget.minimumSizeHint().width() else ""
    if isinstance(widget, QTableView):
        return widget.accessibleName() if widget.horizontalHeader().length() > widget.viewport().width() else ""
    return "tabs" if isinstance(widget, QTabBar) and widget.width() < widget.sizeHint().width() else ""


def cut_in_any_view(page, customer, typed=""):
    return {view: words for view, show in VIEWS.items() if (words := cut(settled(page, show, customer), typed))}


def least_sizes(page, customer):
    return {view: settled(page, show, customer).window().minimumSizeHint().toTuple() for view, show in VIEWS.items()}


def too_large(sizes):
    return {view: size for view, size in sizes.items() if size[0] > SMALLEST[0] or size[1] > SMALLEST[1]}


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720), SMALLEST])
def test_no_words_are_cut(at_customers, anna, size):
    assert cut_in_any_view(at_customers(size), anna) == {}


def test_no_words_are_cut_when_they_are_longer(longer, at_customers, anna):
    assert cut_in_any_view(at_customers((1280, 720)), anna) == {}


@pytest.mark.parametrize("language", [language for language in words.LANGUAGES if language != "en"])
def test_every_language_fits_the_smallest_window(at_customers, anna, language):
    words.use(language)
    page = at_customers(SMALLEST)
    assert cut_in_any_view(page, anna) == {}
    assert too_large(least_sizes(page, anna)) == {}


def test_the_smallest_window_holds_every_view(at_customers, anna):
    assert too_large(least_sizes(at_customers(SMALLEST), anna)) == {}


def test_larger_text_fits_too(at_customers, anna, theme):
    page = at_customers((1280, 720))
    theme.set(text_percent=150)
    assert cut_in_any_view(page, anna) == {}
    assert page.window().size().toTuple() == (1280, 720)


def test_whatever_a_finger_hits_is_large_enough_and_has_a_name(at_customers, anna):
    page = at_customers((1280, 720))
    for show in VIEWS.values():
        hit = _hit(settled(page, show, anna))
        small = [w.accessibleName() for w in hit if min(w.width(), w.height()) < 44]
        nameless = [w for w in hit if not (w.accessibleName() or (isinstance(w, QAbstractButton) and w.text()))]
        assert (small, nameless) == ([], [])


def _hit(page):
    kinds = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QTableView, QTabBar)
    whole = (QLineEdit, QComboBox, QTabBar, QTableView)  # their parts are not hit by themselves
    shown = [widget for widget in page.findChildren(QWidget) if isinstance(widget, kinds) and widget.isVisible()]
    return [widget for widget in shown if not isinstance(widget.parent(), whole)]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_shown_as_they_are_and_move_nothing(at_customers, desk, name):
    customer, card = join(desk, name, company=name, note=name)
    buy(desk, card, 10_000)
    desk.rewards.redeem("coffee", customer=customer)
    page = at_customers(SMALLEST)
    kept = desk.customers.get(customer).profile.name
    assert cut_in_any_view(page, customer, kept) == {}
    assert too_large(least_sizes(page, customer)) == {}
    assert {each.textFormat() for each in page.findChildren(QLabel) if each.text()} == {Qt.TextFormat.PlainText}


def test_tab_leads_round_the_list_in_reading_order(at_customers, anna):
    page = at_customers()
    seen = []
    for _step in range(7):
        seen.append(page.focusWidget().accessibleName())
        page.focusNextPrevChild(True)
    names = ["Find a customer", "New customer", "Sorted by", "Turn the order round", "Import…", "Export…", "Customers"]
    assert seen == names
