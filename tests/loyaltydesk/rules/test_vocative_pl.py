"""The Polish vocative, checked by hand for common names, and sound for every name of the calendar."""

import pytest

from loyaltydesk.rules.given_names import Gender, address, gender_of
from loyaltydesk.rules.known_names import known

WOMEN = """
Anna Anno, Maria Mario, Katarzyna Katarzyno, Małgorzata Małgorzato, Agnieszka Agnieszko, Barbara Barbaro, Ewa Ewo,
Krystyna Krystyno, Elżbieta Elżbieto, Magdalena Magdaleno, Joanna Joanno, Aleksandra Aleksandro, Zofia Zofio,
Monika Moniko, Teresa Tereso, Natalia Natalio, Danuta Danuto, Julia Julio, Beata Beato, Dorota Doroto, Maja Maju,
Alicja Alicjo, Jadwiga Jadwigo, Halina Halino, Irena Ireno, Iwona Iwono, Grażyna Grażyno, Łucja Łucjo, Oliwia Oliwio,
Patrycja Patrycjo, Gabriela Gabrielo, Kasia Kasiu, Basia Basiu, Ania Aniu, Hania Haniu, Zosia Zosiu, Ola Olu, Ela Elu,
Gosia Gosiu, Marysia Marysiu, Jola Jolu, Zuzia Zuziu, Kaśka Kaśko, Iga Igo, Kinga Kingo, Róża Różo, Stefania Stefanio,
Ksenia Ksenio, Anastazja Anastazjo, Mariola Mariolo, Emma Emmo, Bożena Bożeno, Hanna Hanno, Wiesława Wiesławo,
Renia Reniu, Ula Ulu, Nina Nino, Felicja Felicjo
"""
MEN = """
Piotr Piotrze, Krzysztof Krzysztofie, Andrzej Andrzeju, Tomasz Tomaszu, Paweł Pawle, Jan Janie, Michał Michale,
Marcin Marcinie, Jakub Jakubie, Adam Adamie, Stanisław Stanisławie, Marek Marku, Łukasz Łukaszu, Grzegorz Grzegorzu,
Mateusz Mateuszu, Wojciech Wojciechu, Mariusz Mariuszu, Dariusz Dariuszu, Zbigniew Zbigniewie, Jerzy Jerzy,
Maciej Macieju, Rafał Rafale, Robert Robercie, Kamil Kamilu, Jacek Jacku, Józef Józefie, Ryszard Ryszardzie,
Szymon Szymonie, Kacper Kacprze, Filip Filipie, Antoni Antoni, Aleksander Aleksandrze, Dawid Dawidzie, Artur Arturze,
Sylwester Sylwestrze, Konrad Konradzie, Ernest Erneście, August Auguście, Benedykt Benedykcie, Borys Borysie,
Feliks Feliksie, Karol Karolu, Mikołaj Mikołaju, Dominik Dominiku, Leszek Leszku, Maciek Maćku, Maniek Mańku,
Krzysiek Krzyśku, Kuba Kubo, Jaś Jasiu, Staś Stasiu, Wawrzyniec Wawrzyńcze, Ignacy Ignacy, Przemysław Przemysławie,
Bartłomiej Bartłomieju, Zygmunt Zygmuncie, Edward Edwardzie, Wiktor Wiktorze, Oskar Oskarze, Roch Rochu, Oleg Olegu,
Kazimierz Kazimierzu, Barnaba Barnabo, Narcyz Narcyzie, Adolf Adolfie, Gaweł Gawle
"""


def pairs(text: str) -> list[tuple[str, str]]:
    return [(name, form) for name, form in (pair.split() for pair in text.replace("\n", " ").split(","))]


@pytest.mark.parametrize(("name", "form"), pairs(WOMEN))
def test_a_woman_is_addressed(name: str, form: str) -> None:
    assert address(f"{name} Kowalska", "pl").name == form
    assert address(name, "pl").gender is Gender.WOMAN


@pytest.mark.parametrize(("name", "form"), pairs(MEN))
def test_a_man_is_addressed(name: str, form: str) -> None:
    assert address(f"{name} Nowak", "pl").name == form
    assert gender_of(name) in (Gender.MAN, None)  # Kuba is another name elsewhere


@pytest.mark.parametrize("name", ["Nikita", "Beatrycze", "Nadia", "Xyzzy", "Carmen", "Jānis", "Ольга", "", "123"])
def test_no_form_is_given_where_none_is_certain(name: str) -> None:
    assert address(name, "pl").name == ""


def test_every_name_of_the_calendar_has_a_form_of_its_kind_or_none() -> None:
    certain = 0
    for name in known("pl").values():
        form = address(name, "pl").name
        certain += bool(form)
        assert not form or form[0] == name[0]
        assert not form or form.endswith(("o", "u", "e", "y", "i")), (name, form)
    assert certain > 0.95 * len(known("pl"))
