"""What kinds of barcodes are called, and what each of them can say."""

from loyaltydesk.model.symbologies import Symbology
from loyaltydesk.words.catalogue import mark, tr

NAMES = {
    Symbology.SUITED: mark("As suits the number"),
    Symbology.EAN13: mark("EAN-13"),
    Symbology.EAN8: mark("EAN-8"),
    Symbology.UPC_A: mark("UPC-A"),
    Symbology.CODE128: mark("Code 128"),
    Symbology.CODE39: mark("Code 39"),
    Symbology.ITF: mark("Interleaved 2 of 5"),
    Symbology.CODABAR: mark("Codabar"),
    Symbology.QR: mark("QR code"),
}
FORMS = {
    Symbology.EAN13: mark("thirteen digits, the last of which is a check digit"),
    Symbology.EAN8: mark("eight digits, the last of which is a check digit"),
    Symbology.UPC_A: mark("twelve digits, the last of which is a check digit"),
    Symbology.CODE128: mark("letters, digits and plain signs"),
    Symbology.CODE39: mark("capital letters, digits and - . $ / + %"),
    Symbology.ITF: mark("an even number of digits"),
    Symbology.CODABAR: mark("digits and - $ : / . +"),
    Symbology.QR: mark("letters, digits and plain signs"),
}


def symbology_name(kind: str) -> str:
    """What a Symbology is called."""
    return tr(NAMES[Symbology(kind)])


def symbology_form(kind: str) -> str:
    """What a Symbology can say, to stand within a sentence."""
    return tr(FORMS[Symbology(kind)])
