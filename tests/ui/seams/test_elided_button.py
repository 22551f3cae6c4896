"""A button with long words stays as narrow as its room, and tells the whole of them."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.seams.elided_button import ElidedButton

LONG = "A <b>long</b> answer & many words " * 4


def test_long_words_end_in_dots_before_their_key_and_are_told_whole(qtbot, theme) -> None:
    row = QWidget()
    qtbot.addWidget(row)
    across = QHBoxLayout(row)
    button, short = ElidedButton(theme, LONG, key="1"), ElidedButton(theme, "Cake", key="2")
    across.addWidget(button)
    across.addWidget(short)
    row.resize(500, 60)
    row.show()
    assert button.text().startswith("A <b>long</b>")
    assert button.text().endswith("…   1")
    assert button.accessibleName() == LONG
    assert button.toolTip().count("many words") == 4
    assert (short.text(), short.toolTip()) == ("Cake   2", "")
    row.resize(2500, 60)
    assert button.text().endswith("words    1")
    assert button.toolTip() == ""
    assert row.minimumSizeHint().width() < 200
