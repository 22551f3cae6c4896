"""Words that a name or a text should never be, and that somebody types, pastes or takes over nevertheless."""

from typing import Final

HOSTILE: Final = {
    "a tag": '<font color="red" size="40">Anna</font>',
    "entities": "Fish & Chips &amp; &lt;b&gt; &#0; &nonsense;",
    "an open tag": "<b>Anna <i>Kowalska",
    "emoji": "Anna ☕🎂 Kowalska 😀",
    "joined emoji": "👩‍👩‍👧‍👦 Family 👍🏽 🇱🇻 🏳️‍🌈",
    "200 letters": "Przeciwgwiezdny " * 12 + "Przeciwg",
    "2,000 letters": "W" * 2000,
    "Arabic": "مقهى الصباح Anna",
    "Hebrew among Latin": "Café שלום Rīts 12 עולם",
    "CJK": "王小明 コーヒー 커피 Anna",
    "many accents": "A" + "\u0301\u0323\u0302\u0308" * 20 + "nna",
    "loose accents": "\u0301\u0302" * 40 + "Anna",
    "controls": "An\x00na\x07\x08\x0b\x0c\x1f\x7f\x85 K",
    "escape codes": "\x1b@Anna\x1bd\x05\x1dV\x00\x1b[31mred\x1c.",
    "bidi overrides": "\u202eannA\u202c \u2066K\u2069 \u200f\u200e",
    "lone surrogates": "An\ud800na \udfff K",
    "braces": "{name} {0} {} {{shop}} {name.__class__} Anna",
    "percent": "%s %d %(name)s %n 100% Anna",
    "PDF": ") Tj ET Q q BT (Anna) Tj /F1 12 Tf endstream endobj %%EOF \\",
    "lines": "Anna\nKowalska\r\nRīga\tLV\u2028next\u2029end",
    "blanks": "\u00a0\u2003\u200b\ufeff Anna \u00ad\u2060",
    "beyond the plane": "\U000e0041\U0010ffff\ue000 Anna \U0001d4d0",
    "SQL": "'; DROP TABLE customers; -- Anna",
    "old letters": "ſtraße ﬁ ﬃ Ǆ ㎏ ½ ª Anna",
}
