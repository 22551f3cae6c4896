"""What a column of a customer table tells, by its heading in English, Polish, Latvian or Russian."""

import re
from functools import lru_cache

from loyaltydesk.exchange.encodings import header, headers
from loyaltydesk.model.imports import ImportField as Field

# Names by themselves; longer headings are found by the stems below.
_NAMES = {
    Field.NAME: "name, full name, customer, customer name, client, client name, member, member name, contact, person, "
    "display name, name surname, name and surname, first and last name, imię i nazwisko, nazwisko i imię, klient, "
    "nazwa klienta, nazwa, osoba, posiadacz, uczestnik, vārds uzvārds, vārds un uzvārds, uzvārds vārds, klients, "
    "klienta vārds, pircējs, dalībnieks, фио, ф и о, имя фамилия, имя и фамилия, фамилия имя, "
    "фамилия имя отчество, клиент, покупатель, владелец, участник, наименование",
    Field.FIRST_NAME: "first name, firstname, given name, forename, first, imię, imiona, vārds, priekšvārds, имя",
    Field.LAST_NAME: "last name, lastname, surname, family name, last, nazwisko, uzvārds, фамилия",
    Field.COMPANY: "company, company name, organisation, organization, business, firm, employer, firma, nazwa firmy, "
    "przedsiębiorstwo, uzņēmums, uzņēmuma nosaukums, компания, организация, фирма, название компании",
    Field.CARD: "card, card number, card no, card id, card code, loyalty card, loyalty number, member number, "
    "member id, membership number, barcode, ean, ean13, code, number, no, nr, customer number, customer code, karta, "
    "nr karty, numer karty, kod karty, numer, kod, kod kreskowy, numer klienta, karte, kartes numurs, kartes nr, "
    "kartes kods, klienta karte, svītrkods, numurs, kods, карта, номер карты, карта номер, код карты, номер, "
    "штрихкод, штрих код",
    Field.PRINTED: "printed number, number on card, printed, nadruk, numer na karcie, numer nadrukowany, drukātais "
    "numurs, numurs uz kartes, номер на карте, напечатанный номер",
    Field.PHONE: "phone, phone number, telephone, tel, tel no, mobile, mobile phone, cell, cell phone, contact number, "
    "gsm, telefon, nr tel, numer telefonu, telefon komórkowy, komórka, kom, tālrunis, tālr, telefons, mobilais, "
    "mobilais tālrunis, tālruņa numurs, телефон, тел, мобильный, моб, сотовый, номер телефона",
    Field.EMAIL: "e mail, email, mail, email address, e mail address, adres e mail, adres email, poczta, poczta "
    "elektroniczna, e pasts, epasts, e pasta adrese, эл почта, почта, электронная почта, емейл, имейл",
    Field.BIRTH_DATE: "birth date, birthdate, date of birth, dob, birthday, born, data urodzenia, urodziny, ur, "
    "data ur, dzimšanas datums, dzimšanas diena, dzim dat, dzimis, дата рождения, день рождения, д р, др, рожд",
    Field.NAME_DAY: "name day, nameday, imieniny, vārda diena, vārdadiena, именины",
    Field.LANGUAGE: "language, lang, locale, język, valoda, язык",
    Field.TAX_ID: "tax id, tax number, tax no, vat id, vat number, vat no, nip, regon, pvn, pvn nr, pvn numurs, "
    "reģ nr, reģistrācijas numurs, инн, ндс номер, кпп",
    Field.CONSENT: "consent, marketing, marketing consent, gdpr, newsletter, opt in, subscribed, accepts marketing, "
    "zgoda, zgody, rodo, zgoda marketingowa, piekrišana, piekrišana saziņai, согласие, рассылка, подписка",
    Field.ADDRESS: "address, postal address, mailing address, full address, adres, adres pocztowy, adrese, "
    "pasta adrese, адрес, почтовый адрес",
    Field.STREET: "street, street address, address line 1, address 1, ulica, ulica i numer, iela, улица",
    Field.HOUSE: "house, house no, house number, building, building number, nr domu, numer domu, dom, nr budynku, "
    "māja, mājas nr, mājas numurs, дом, номер дома",
    Field.FLAT: "flat, flat no, flat number, apartment, apt, nr lokalu, numer lokalu, lokal, nr mieszkania, numer "
    "mieszkania, mieszkanie, dzīvoklis, dzīvokļa nr, dzīvokļa numurs, квартира, кв, номер квартиры",
    Field.POSTCODE: "postcode, post code, postal code, zip, zip code, kod pocztowy, pasta indekss, indekss, индекс, "
    "почтовый индекс",
    Field.CITY: "city, town, place, miasto, miejscowość, pilsēta, vieta, город, населенный пункт",
    Field.NOTE: "note, notes, comment, comments, remarks, description, uwagi, notatka, notatki, komentarz, opis, "
    "piezīme, piezīmes, komentārs, примечание, примечания, комментарий, заметка, заметки",
    Field.POINTS: "points, point balance, points balance, balance, loyalty points, bonus, bonus points, score, pts, "
    "punkty, pkt, stan punktów, saldo, saldo punktów, suma punktów, liczba punktów, punkti, punktu skaits, "
    "punktu atlikums, atlikums, bonusi, баллы, бонусы, остаток, баланс, очки, количество баллов, остаток баллов",
    Field.POINTS_SINCE: "points since, points date, points from, earned on, data naliczenia, punkty od, data punktów, "
    "punkti no, punktu datums, баллы с, дата начисления",
    Field.POINTS_UNTIL: "points until, points expire, points expiry, expiry, expires, expiry date, expiration date, "
    "valid until, ważne do, data ważności, ważność punktów, punkty do, wygasa, derīgi līdz, derīguma termiņš, "
    "punkti līdz, действительны до, срок действия, баллы до, сгорают",
    Field.TIER: "tier, level, status, loyalty tier, rank, poziom, status klienta, próg, līmenis, statuss, уровень, "
    "статус",
    Field.JOINED: "joined, joined on, member since, customer since, registered, registration date, created, created "
    "at, date added, signup date, data rejestracji, klient od, data dołączenia, data utworzenia, utworzono, data "
    "założenia, reģistrēts, reģistrācijas datums, klients kopš, pievienots, дата регистрации, клиент с, "
    "зарегистрирован, дата создания",
}
# Stems (folded) of longer headings, the one that says most in front.
_STEMS = (
    (Field.EMAIL, r"e ?mail|e ?past[sa]|почт.*(электрон|эл)|(электрон|эл) .*почт|имейл"),
    (Field.BIRTH_DATE, r"\bbirth|\bborn\b|urodz|dzimsan|рожд"),
    (Field.POINTS_UNTIL, r"(point|punkt|pkt|балл|бонус).*(expir|until|wazn|wygas|lidz|termin|срок|до\b)"),
    (Field.POINTS_SINCE, r"(point|punkt|pkt|балл|бонус).*(since|\bod\b|\bkops|dat|дат)"),
    (Field.PRINTED, r"(print|nadruk|drukat|напечат).*(kart|card|num|номер)"),
    (Field.CARD, r"(card|kart|карт)\w*.*\b(n|no|nr|num\w*|id|kod\w*|code|номер|код)\b"),
    (Field.CARD, r"\b(n|no|nr|num\w*|номер)\b.*(card|kart|карт)"),
    (Field.CARD, r"barcode|kreskow|svitrkod|штрих"),
    (Field.PHONE, r"\bphone|mobile|telefon|\btel\b|komork|talrun|телеф|мобильн"),
    (Field.POSTCODE, r"post ?code|postal code|\bzip\b|kod pocztowy|pasta indeks|почтовый индекс"),
    (Field.TAX_ID, r"\bnip\b|\bvat\b.*(id|no|num|nr)|\bинн\b|pvn.*(nr|num)"),
    (Field.CONSENT, r"consent|zgod[ay]|piekrisan|соглас|\brodo\b|\bgdpr\b"),
    (Field.NAME_DAY, r"name ?day(?! on)|imienin|varda ?dien|именин"),
    (Field.JOINED, r"(registr|rejestr|создан|регистр).*|(customer|member|client|klient\w*|клиент) (since|od|kops|с)\b"),
    (Field.FIRST_NAME, r"first name|given name|\bimie\b(?!.*nazwisk)"),
    (Field.LAST_NAME, r"last name|surname|family name"),
    (Field.POINTS, r"\bpoints\b|\bpunkty?\b|\bpunktow\b|\bpunktu\b|\bpkt\b|\bбалл|бонусн"),
    (Field.ADDRESS, r"\baddress\b|\badres\b|\badrese\b|\bадрес\b"),
)  # fmt: skip
_VAGUE = frozenset(
    "number no nr code numer kod numurs kods номер n customer client member contact person klient osoba posiadacz "
    "uczestnik klients pircejs dalibnieks клиент покупатель владелец участник".split()
)
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_LONGEST = 60  # characters; a heading is no sentence


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    return headers({field.value: names for field, names in _NAMES.items()})


@lru_cache(maxsize=4096)
def field_named(heading: str) -> Field | None:
    """What a column with this heading tells; None when it says nothing to us."""
    if not heading or len(heading) > _LONGEST:
        return None
    for text in (heading, _BRACKETS.sub(" ", heading)):
        name = header(text)
        found = _known().get(name) or _known().get(re.sub(r" ?[0-9]+$", "", name))
        if found:
            return Field(found)
    return next((field for field, stem in _STEMS if re.search(stem, name)), None)


def is_vague(heading: str) -> bool:
    """Whether a heading says no more than “No” or “Customer”: their card or name perhaps, or the number of the row."""
    return header(heading) in _VAGUE
