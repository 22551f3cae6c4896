"""People whose cards are drawn while a card is designed: names that are usual in each language, and long ones.

They are nobody's customers; the long ones show whether a design has room for whoever comes.
"""

NAMES = {
    "en": ("Emily Carter", "Christopher Featherstonehaugh-Cholmondeley"),
    "lv": ("Anna Bērziņa", "Aleksandrs Maksimiliāns Skuja-Zvirgzdiņš"),
    "pl": ("Anna Kowalska", "Władysława Wiśniewska-Brzęczyszczykiewicz"),
    "ru": ("Анна Петрова", "Александра Константиновна Рождественская"),
}


def sample_name(language: str, *, long: bool = False) -> str:
    """A name that is usual where `language` is spoken, or one of the longest."""
    return NAMES.get(language, NAMES["en"])[long]
