"""Nothing on the Products page is cut off, too small for a finger or without a name, in any language and size."""

import pytest
from PySide6.QtWidgets import QApplication

from loyaltydesk import words
from loyaltydesk.words import LANGUAGES, catalogue
from tests.ui.fitting import Long, cut, nameless, small
from ui.pages import page_specs
from ui.theme.tokens import density_for

FILE = "code,name,price\n1,A,1.00\n2.5E+12,B,1\n"


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("size", [(1366, 768), (1066, 768)])
@pytest.mark.parametrize("language", [*LANGUAGES, "long"])
def test_every_view_fits(open_window, theme, monkeypatch, tmp_path, language, size, percent):
    if language == "long":
        monkeypatch.setattr(catalogue._Active, "words", Long())
    else:
        words.use(language)
    if percent > 100 and size[0] < 1366:
        pytest.skip("larger letters need a larger window")
    window = open_window([spec for spec in page_specs() if spec.key in ("products",)], size=size)
    theme.set(density=density_for(size[1], percent), text_percent=percent)
    page = window.shown
    path = tmp_path / "x.csv"
    path.write_text(FILE)
    page.files.ask_which = lambda _parent: str(path)
    steps = {
        "list": lambda: None,
        "nothing": lambda: page.list.search.setText("zzz"),
        "product": lambda: page.open("CAKE"),
        "question": lambda: page.product.remove_button.click(),
        "refused": lambda: (page.open_new(), page.product.save()),
        "file": lambda: page.files.ask_to_read(),
    }
    faults = {}
    for name, step in steps.items():
        step()
        QApplication.processEvents()
        faults[name] = cut(window) + small(window) + nameless(window)
        assert (window.width(), window.height()) == size, name
    assert {name: found for name, found in faults.items() if found} == {}
