"""The dialogs of the page have room for their words, and can be worked with keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from loyaltydesk import words
from tests.ui.fitting import cut, nameless, small
from tests.ui.greetings.test_pad import stroke
from ui.greetings.post_dialog import Post, PostDialog
from ui.greetings.signing import SigningDialog
from ui.theme.theme import Theme


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.mark.parametrize("language", words.LANGUAGES)
@pytest.mark.parametrize("post", Post)
def test_the_questions_about_post_fit(shop, session, window, theme, tools, language, post) -> None:
    words.use(language)
    dialog = PostDialog(theme, tools.preferences, post, usual="c6", parent=window)
    dialog.show_people(session.ask(lambda desk: desk.greetings.due(*[desk.now().date()] * 2)), session.formats)
    dialog.show()
    QApplication.processEvents()
    assert (cut(dialog), small(dialog), nameless(dialog)) == ([], [], [])
    dialog.reject()


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_the_dialog_to_sign_in_fits(window, theme, language) -> None:
    words.use(language)
    dialog = SigningDialog(theme, ink="#1F2C50", parent=window)
    dialog.show()
    assert (cut(dialog), small(dialog), nameless(dialog)) == ([], [], [])
    dialog.reject()


def test_a_stroke_is_taken_back_by_a_key_and_begun_anew_by_a_button(qtbot, window, theme) -> None:
    dialog = SigningDialog(theme, ink="#1F2C50", parent=window)
    dialog.show()
    stroke(dialog.pad, (20, 20), (60, 60))
    stroke(dialog.pad, (90, 20), (120, 60))
    qtbot.keyClick(dialog.pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(dialog.pad.strokes) == 1
    dialog.clear_button.click()
    assert dialog.pad.is_empty
    assert not dialog.use_button.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == SigningDialog.DialogCode.Rejected
