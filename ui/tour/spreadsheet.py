"""A table as a shop brings it from its spreadsheet: some new customers, some known ones, and the usual mess."""

import csv
from io import StringIO
from itertools import cycle, islice

from loyaltydesk.demo.stage import nation, phone_pattern, stage
from loyaltydesk.desk import Desk
from loyaltydesk.model.customers import Customer, Sort
from loyaltydesk.words import tr

NEW, KNOWN = 24, 4
ENCODINGS = {"ru": "cp1251", "pl": "cp1250"}  # of a spreadsheet in these languages; the others save in the Baltic one


def table(desk: Desk) -> bytes:
    """A CSV file with a title above the headings, in the shop's language and in a code page of Windows."""
    language = desk.shop.settings().language
    out = StringIO()
    lines = csv.writer(out, delimiter=";", lineterminator="\r\n")
    lines.writerow([tr("Customers from the old till")])
    lines.writerow([tr("Name"), tr("Phone"), tr("E-mail"), tr("Birthday"), tr("Points")])
    lines.writerows(_strangers(desk, language))
    for customer in _known(desk):
        profile = customer.profile
        lines.writerow([profile.name, profile.phone, profile.email, "", "120"])
    lines.writerow(["", "", "", "14.03.1986", "75"])
    lines.writerow([tr("Somebody new"), "12", "", "31.02.1979", "40"])
    lines.writerow([tr("Somebody else"), "", "", "", tr("many")])
    return out.getvalue().encode(ENCODINGS.get(language, "cp1257"), "replace")


def _strangers(desk: Desk, language: str) -> list[list[str]]:
    """People whom the shop does not know yet, by names of its own country; every third told no birthday."""
    home = next(iter(stage(language).people))
    names, pattern = nation(home), phone_pattern(nation(home).region)
    taken = {customer.profile.name for customer in _everybody(desk)}
    surnames = cycle(hers for _, hers in names.surnames[::-1])
    mixed = (f"{first} {last}" for first, last in zip(cycle(names.women), surnames, strict=False))
    rows = []
    for number, name in enumerate(islice((each for each in mixed if each not in taken), NEW)):
        birthday = f"{1 + number:02}.{1 + number % 12:02}.{1950 + 2 * number}" if number % 3 else ""
        digits = iter(f"{80_000 + 127 * number}")
        phone = "".join(next(digits) if sign == "#" else sign for sign in pattern)
        rows.append([name, phone if number % 4 else "", "", birthday, str(40 + number * 35 % 400)])
    return rows


def _known(desk: Desk) -> list[Customer]:
    known = [each for each in _everybody(desk) if each.profile.name and each.profile.phone and not each.profile.company]
    return known[:KNOWN]


def _everybody(desk: Desk) -> list[Customer]:
    return desk.customers.page(Sort.NAME, None, 1000)
