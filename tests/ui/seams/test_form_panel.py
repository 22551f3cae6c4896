"""A form says what was wrong until it is right, leads back, and Tab leads through its rows to its buttons."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ui.seams.form_panel import FormPanel
from ui.theme.buttons import Button
from ui.theme.forms import Field, FormRow


@pytest.fixture
def form(qtbot, theme):
    form = FormPanel(theme, Button(theme, "Save", kind="action"))
    form.heading.setText("A new one")
    form.names = [Field(theme, name) for name in ("Name", "Phone")]
    for line, field in enumerate(form.names):
        form.grid.addWidget(FormRow(theme, field, text=field.accessibleName()), line, 0, 1, 2)
    form.trouble.hide()
    form.lay_out()
    qtbot.addWidget(form)
    form.resize(600, 500)
    with qtbot.waitExposed(form):
        form.show()
    form.activateWindow()
    return form


def test_what_was_wrong_stands_below_the_rows(form):
    assert not form.trouble.isVisible()
    form.refuse("The name is missing.")
    assert form.trouble.isVisible()
    assert form.names[-1].mapTo(form, QPoint()).y() < form.trouble.y() < form.save_button.y()


def test_tab_leads_through_the_rows_to_the_buttons(form):
    form.names[0].setFocus()
    met = []
    for _ in range(3):
        QTest.keyClick(form.window().focusWidget(), Qt.Key.Key_Tab)
        met.append(form.window().focusWidget())
    assert met == [form.names[1], form.save_button, form.back_button]


def test_the_second_button_leads_back(form, qtbot):
    with qtbot.waitSignal(form.left):
        form.back_button.click()
