"""Nothing on the Partners page is cut off, too small for a finger or without a name, in any language and size."""

import pytest
from PySide6.QtWidgets import QApplication

from loyaltydesk import words
from loyaltydesk.model.customers import Profile
from loyaltydesk.model.partners import NewReminder, PartnerCard, PartnerKind, Repetition
from loyaltydesk.words import LANGUAGES, catalogue
from tests.ui.fitting import Long, cut, nameless, small
from tests.ui.partners.conftest import TODAY
from ui.pages import page_specs
from ui.theme.tokens import density_for

HOSTILE = "<b>x</b> & مرحبا بالعالم " + "Wide " * 15


def _change(lines):
    next(iter(lines.tools.values())).change.click()


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("size", [(1366, 768), (1066, 768)])
@pytest.mark.parametrize("language", [*LANGUAGES, "long"])
def test_every_view_fits(open_window, theme, monkeypatch, desk, ice, roast, language, size, percent):
    if percent > 100 and size[0] < 1366:
        pytest.skip("larger letters need a larger window")
    if language == "long":
        monkeypatch.setattr(catalogue._Active, "words", Long())
    else:
        words.use(language)
    wide, _card = desk.companies.register(Profile(company=HOSTILE, address=HOSTILE, tax_id="PL123"), holder=HOSTILE)
    partner = desk.partners.add(
        PartnerCard(HOSTILE, PartnerKind.BOTH, HOSTILE, terms=HOSTILE, payment_days=14, discount="99.99", until=TODAY)
    )
    desk.partner_log.remind(partner.id, NewReminder(HOSTILE, TODAY, Repetition.QUARTER))
    desk.partner_log.note(partner.id, HOSTILE)
    window = open_window([spec for spec in page_specs() if spec.key == "partners"], size=size)
    theme.set(density=density_for(size[1], percent), text_percent=percent)
    page = window.shown
    steps = {
        "company": lambda: page.open(f"companies:{ice}"),
        "wide company": lambda: page.open(f"companies:{wide}"),
        "holder": lambda: page.view.panel.cards.holder_button.click(),
        "new company": lambda: page.view.ask_for_new(),
        "refused": lambda: page.view.form.save_button.click(),
        "nothing": lambda: (page.go_back(), page.view.list.search.setText("zzz")),
        "partner": lambda: page.open(f"suppliers:{roast.id}"),
        "wide partner": lambda: page.open(f"suppliers:{partner.id}"),
        "form": lambda: page.view.panel.change_button.click(),
        "new partner": lambda: page.view.ask_for_new(),
        "refused partner": lambda: page.view.form.save_button.click(),
        "put away": lambda: (page.go_back(), page.view.panel.away_button.click()),
        "forget": lambda: (page.open(f"suppliers:{partner.id}"), page.view.panel.forget_button.click()),
        "reminder": lambda: (page.go_back(), page.open(f"suppliers:{roast.id}"), _change(page.view.panel.reminders)),
        "note": lambda: (page.go_back(), _change(page.view.panel.notes)),
        "nobody": lambda: page.view.list.search.setText("zzz"),
    }
    faults = {}
    for name, step in steps.items():
        step()
        for _pass in range(2):  # rows of a height that follows from their width settle in the second
            QApplication.processEvents()
        faults[name] = cut(window) + small(window) + nameless(window)
        if (window.width(), window.height()) != size:
            faults[name].append(f"{window.width()}×{window.height()}")
    assert {name: found for name, found in faults.items() if found} == {}
