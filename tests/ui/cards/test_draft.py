"""A draft becomes the shop's design, and of two windows each keeps what it changed."""

from io import BytesIO

import pytest
from msgspec.structs import replace
from PIL import Image

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.model.shop import ShopSettings
from ui.cards.draft import Draft, keep_draft, kept_draft


def _picture(colour: str) -> bytes:
    file = BytesIO()
    Image.new("RGB", (40, 20), colour).save(file, "PNG")
    return file.getvalue()


@pytest.fixture
def other(shop_file, clock, filed):
    """The desk of another window on the shop of `filed`."""
    desk = Desk.open(shop_file, clock, alone=False)
    yield desk
    desk.close()


def test_a_draft_comes_back_as_it_was_kept(desk):
    before = kept_draft(desk)
    draft = replace(before, name="Rīts", line="Coffee", logo=_picture("red")).with_design(
        template="waves", heading="Welcome", bleed=True
    )
    keep_draft(desk, draft, before=before)
    assert kept_draft(desk) == draft
    without = replace(draft, logo=None)
    keep_draft(desk, without, before=draft)
    assert kept_draft(desk) == without


def test_two_windows_change_two_things(filed, other):
    before = kept_draft(filed)
    keep_draft(other, replace(before, name="Other", logo=_picture("blue")).with_design(accent="#C9A24B"), before=before)
    keep_draft(filed, replace(before, line="Tea").with_design(template="edge"), before=before)
    found = kept_draft(filed)
    assert (found.name, found.line, found.logo) == ("Other", "Tea", _picture("blue"))
    assert (found.design.accent, found.design.template) == ("#C9A24B", "edge")


def test_nothing_is_kept_of_a_draft_that_is_refused(desk):
    before = kept_draft(desk)
    with pytest.raises(BadRequest):
        keep_draft(desk, replace(before, name="Rīts").with_design(heading="x" * 300), before=before)
    assert kept_draft(desk) == before


def test_the_rest_of_the_settings_stays(desk):
    settings = ShopSettings(language="lv", region="LV", card_prefix="22")
    assert Draft(name="Rīts").shop(settings) == replace(settings, name="Rīts")
