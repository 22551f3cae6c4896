"""Every kind of barcode has its name, and every one but the suited its characters."""

import pytest

from loyaltydesk.model.symbologies import Symbology
from loyaltydesk.words.symbologies import symbology_form, symbology_name


def test_every_kind_has_a_name_of_its_own() -> None:
    assert len({symbology_name(each) for each in Symbology}) == len(Symbology)


@pytest.mark.parametrize("kind", [each for each in Symbology if each is not Symbology.SUITED])
def test_every_kind_tells_what_it_can_say(kind: Symbology) -> None:
    assert symbology_form(kind)
