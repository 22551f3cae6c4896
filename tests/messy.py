"""Spreadsheets of customers as shops really keep them, with what must become of each of their rows."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path
from typing import Any

import xlsxwriter

from loyaltydesk.model.cards import check_digit

POLISH = ("Łucja Żółć", "Zdzisław Gęś", "Świętosława Źdźbło", "Jan Ćwikła", "Wąsikowa Hołda", "Bożena Nowak")
LATVIAN = ("Jānis Bērziņš", "Ķērsta Žagare", "Šķēle Ūdre", "Guntars Ģēģeris", "Ļena Ņikiforova", "Anna Ozola")
HEADINGS = {
    "pl": ("Nr karty", "Imię i nazwisko", "Telefon kom.", "E-mail", "Data urodzenia", "Punkty", "Ważne do", "Uwagi"),
    "lv": ("Kartes nr.", "Vārds, uzvārds", "Tālrunis", "E-pasts", "Dzimšanas datums", "Punkti", "Derīgi līdz",
           "Piezīmes"),
}  # fmt: skip
MONTHS = "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia".split()
PHONES = {"pl": 600_000_000, "lv": 20_000_000}
EPOCH = date(1899, 12, 30)


@dataclass(frozen=True)
class Person:
    """A row as its owner meant it; `fault` is what is wrong with it, empty for nothing."""

    card: str
    name: str
    phone: str
    email: str
    born: date
    points: int
    fault: str = ""


# What is wrong with a row: the reason of its refusal, which of its cells is another, and what stands there.
FAULTS: dict[str, tuple[int, str]] = {
    "digits_lost": (0, "2,00012E+12"),
    "day_impossible": (4, "31.02.1990"),
    "day_unreadable": (4, "wczoraj"),
    "year_alone": (4, "1985"),
    "points_unreadable": (5, "12,5"),
    "points_negative": (5, "-40"),
    "email_unreadable": (3, "anna(at)example.org"),
    "phone_unreadable": (2, "12"),
    "characters": (0, "karta zagubiona ł"),
}


def people(count: int, language: str) -> list[Person]:
    """So many customers, every thirteenth of them with something wrong."""
    names, faults = cycle(POLISH if language == "pl" else LATVIAN), cycle(FAULTS)
    made = []
    for number in range(count):
        body = f"21{number:010}"
        born = date(1950, 1, 1) + timedelta(days=number * 7 % 18_000)
        fault = next(faults) if number % 13 == 12 else ""
        email = f"klient{number}@example.org" if number % 3 else ""
        phone = str(PHONES[language] + number)
        made.append(Person(body + check_digit(body), f"{next(names)}", phone, email, born, number % 900, fault))
    return made


def shown_day(day: date, number: int) -> str:
    """A date of birth in one of the shapes that people type."""
    shapes: tuple[Callable[[], str], ...] = (
        day.isoformat,
        lambda: f"{day.day:02}.{day.month:02}.{day.year}",
        lambda: f"{day.day}/{day.month}/{day.year}",
        lambda: f"{day.day} {MONTHS[day.month - 1]} {day.year}",
        lambda: str((day - EPOCH).days),
    )
    return shapes[number % len(shapes)]()


def cells(person: Person, number: int) -> list[str]:
    """The cells of a row of text."""
    phone = f"{person.phone[:3]} {person.phone[3:6]} {person.phone[6:]}" if number % 2 else person.phone
    points = f"{person.points:,}".replace(",", " ") if number % 5 else f"{person.points},00"
    row = [person.card, person.name, phone, person.email, shown_day(person.born, number), points, "31.12.2026", ""]
    if person.fault:
        place, text = FAULTS[person.fault]
        row[place] = text
    return row


def sheet(some: list[Person], language: str) -> Iterator[tuple[int, list[str], Person | None]]:
    """Every row of the table with its number, and whose it is; what stands around the people is nobody's."""
    head = list(HEADINGS[language])
    group = ["", "Klient", "", "Kontakt", "", "Program", "", ""]
    above = [["Lista klientów 2026", *[""] * 7], ["wydruk: 14.03.2026", *[""] * 7], [""] * 8, group, head]
    units = ["", "", "(9)", "", "dd.mm.rrrr", "pkt", "", ""]
    number = 0
    for line in (*above, units):
        number += 1
        yield number, line, None
    for place, person in enumerate(some):
        number += 1
        yield number, cells(person, place), person
        if place % 1000 == 999:  # as a printout has it on each page
            number += 1
            yield number, head, None
    total = ["Razem", "", "", "", "", str(sum(person.points for person in some)), "", ""]
    yield number + 1, total, None


def write_text(path: Path, some: list[Person], language: str, *, encoding: str, delimiter: str) -> dict[int, Person]:
    """A table of text; returns whose each row is."""
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        owners = {}
        for number, line, person in sheet(some, language):
            writer.writerow(line)
            if person:
                owners[number] = person
    return owners


def write_workbook(path: Path, some: list[Person], language: str) -> dict[int, Person]:
    """A workbook whose second sheet has the table, with cells made one, numbers for card numbers and real dates."""
    book = xlsxwriter.Workbook(str(path))
    book.add_worksheet("Okładka")
    page, day = book.add_worksheet("Klienci"), book.add_format({"num_format": "dd.mm.yyyy"})
    owners = {}
    for number, line, person in sheet(some, language):
        for column, text in enumerate(line):
            _write(page, number - 1, column, text=text, day=day if person and number % 3 == 0 else None)
        if person:
            owners[number] = person
    page.merge_range(0, 0, 0, 7, "Lista klientów 2026")
    page.merge_range(3, 1, 3, 2, "Klient")
    page.merge_range(3, 3, 3, 4, "Kontakt")
    book.close()
    return owners


def _write(page: Any, row: int, column: int, *, text: str, day: Any) -> None:
    if column in (0, 2) and text.isdigit():
        page.write_number(row, column, int(text))
    elif day is not None and column == 6:
        page.write_datetime(row, column, date(2026, 12, 31), day)
    elif text:
        page.write_string(row, column, text)
