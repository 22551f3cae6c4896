"""The Latvian vocative of given names: Jāni, Edgar, Mārtiņ, Ingu; a woman's name stays as it is.

Source of the rules: the advice of the Latvian Language Agency on forms of address. A name of the first declension
loses its ending, one in -is keeps the i but in -ītis, one in -us the u; names in -a and -e do not change.
"""

from loyaltydesk.rules.known_names import exceptions, names_of


def vocative(name: str) -> str | None:
    """How somebody of this name is addressed; None where no form is certain. `name` as the calendars write it."""
    if name in names_of("lv", "uncertain") and not name.endswith(("a", "e")):
        return None
    known = exceptions("lv").get(name)
    if known:
        return known
    if name.endswith("ītis"):
        return name.removesuffix("is")
    return name[:-1] if name.endswith(("s", "š")) else name
