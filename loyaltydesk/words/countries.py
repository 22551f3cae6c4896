"""Countries by their names in one language, with the code that calls them, for reading phone numbers."""

from functools import lru_cache

from loyaltydesk.model.folding import fold


@lru_cache(maxsize=4)
def countries(language: str) -> tuple[tuple[str, str], ...]:
    """Code (ISO 3166) and name with calling code of every country that has phones, in the order of their names."""
    import phonenumbers  # both take a tenth of a second and wait until somebody chooses a country
    from babel.core import Locale

    names = Locale.parse(language).territories
    found = []
    for code in phonenumbers.SUPPORTED_REGIONS:
        name = str(names.get(code, code))
        found.append((code, f"{name} (+{phonenumbers.country_code_for_region(code)})"))
    return tuple(sorted(found, key=lambda country: fold(country[1])))
