"""The Latvian vocative, checked by hand for common names, and sound for every name of the calendar."""

import pytest

from loyaltydesk.rules.given_names import address
from loyaltydesk.rules.known_names import known

NAMES = """
Jānis Jāni, Andris Andri, Juris Juri, Pēteris Pēteri, Māris Māri, Kārlis Kārli, Valdis Valdi, Uldis Uldi, Raivis Raivi,
Gatis Gati, Normunds Normund, Edgars Edgar, Mārtiņš Mārtiņ, Artūrs Artūr, Aigars Aigar, Kaspars Kaspar, Toms Tom,
Roberts Robert, Gints Gint, Ēriks Ērik, Ivars Ivar, Guntis Gunti, Viktors Viktor, Aivars Aivar, Ainārs Ainār,
Dainis Daini, Imants Imant, Modris Modri, Arvīds Arvīd, Emīls Emīl, Gustavs Gustav, Jēkabs Jēkab, Matīss Matīs,
Rihards Rihard, Daniels Daniel, Markuss Markus, Kristaps Kristap, Rūdolfs Rūdolf, Oskars Oskar, Andrejs Andrej,
Sergejs Sergej, Aleksandrs Aleksandr, Anatolijs Anatolij, Deniss Denis, Ingus Ingu, Mikus Miku, Edžus Edžu,
Filips Filip, Klāvs Klāv, Pauls Paul, Hugo Hugo, Bruno Bruno, Ivo Ivo, Leo Leo,
Anna Anna, Līga Līga, Ilze Ilze, Kristīne Kristīne, Inese Inese, Dace Dace, Laura Laura, Elīna Elīna, Māra Māra,
Baiba Baiba, Zane Zane, Skaidrīte Skaidrīte, Sanita Sanita, Agnese Agnese, Marija Marija
"""


@pytest.mark.parametrize(("name", "form"), [tuple(pair.split()) for pair in NAMES.replace("\n", " ").split(",")])
def test_somebody_is_addressed(name: str, form: str) -> None:
    assert address(f"{name} Liepa", "lv").name == form


@pytest.mark.parametrize("name", ["Łucja", "Xyzzy", "Ольга", "", "Bob"])
def test_no_form_is_given_where_none_is_certain(name: str) -> None:
    assert address(name, "lv").name == ""


def test_every_name_of_the_calendar_has_a_form_of_its_kind() -> None:
    for name in known("lv").values():
        form = address(name, "lv").name
        assert form == name or (name.startswith(form) and len(name) - len(form) <= 2), (name, form)
        assert form or name in ("Imre",), name
