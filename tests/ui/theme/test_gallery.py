"""The gallery shows the whole look in both themes and three densities, with no word cut off."""

import subprocess
import sys

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from ui.theme.gallery import DENSITIES, gallery
from ui.theme.text import ElidedLabel


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("density", "percent"), [*((name, 100) for name in DENSITIES), ("comfortable", 150)])
def test_no_word_of_the_gallery_is_cut_off(qtbot, theme, mode, density, percent):
    theme.set(mode=mode, density=DENSITIES[density], text_percent=percent)
    page = gallery(theme)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    with qtbot.waitExposed(page):
        page.show()
    labels = [made for made in page.findChildren(QLabel) if made.isVisible() and not isinstance(made, ElidedLabel)]
    assert len(labels) > 20
    for made in labels:
        needed = made.heightForWidth(made.width()) if made.wordWrap() else made.sizeHint().height()
        assert made.height() >= needed, made.text()
        assert made.wordWrap() or made.width() >= made.sizeHint().width(), made.text()
    for button in page.findChildren(QAbstractButton):
        if button.isVisible() and button.text():
            assert button.width() >= button.fontMetrics().horizontalAdvance(button.text().strip()), button.text()


def test_the_gallery_leaves_a_picture(tmp_path):
    picture = tmp_path / "gallery.png"
    command = [sys.executable, "-m", "ui.theme.gallery", "--theme", "dark", "--picture", str(picture)]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    assert picture.read_bytes().startswith(b"\x89PNG")
