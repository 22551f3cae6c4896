"""What can be wrong with cards, their numbers and the sheets they are printed on, as reasons of a BadRequest."""

from loyaltydesk.words.catalogue import mark

CARD_REASONS = {
    "bad_prefix": mark("Card numbers begin with 20 to 29, and with six digits at most that are all the same."),
    "prefix_zero": mark("A number must not begin with 0, also not with 02 or 04: most readers leave the 0 out."),
    "prefix_characters": mark("Numbers begin with up to ten capital letters, digits and hyphens, without accents."),
    "prefix_voucher": mark("Numbers of this form are taken for vouchers. Begin with another letter."),
    "number_length": mark("A number has 6 to 24 characters, and 4 to 12 digits of it differ besides the check digit."),
    "scale_prefixes": mark("Write what the labels of the scale begin with as 21-25, 29."),
    "number_range": mark("These two make no range: they are equal but for digits at the end, and 10,000 at most."),
    "numbers_used_up": mark("No numbers are left that begin like this. Choose another beginning, or longer numbers."),
    "not_this_barcode": mark("This kind of barcode cannot say this number."),
    "no_symbology": mark("There is no such kind of barcode. Write EAN-13, Code 128, Code 39, ITF, Codabar or QR."),
    "unknown_stock": mark("There is no paper of this name."),
    "no_cards": mark("No card can be read in this file: its first row must name the column number."),
    "card_blank": mark("This card belongs to nobody yet."),
    "count_range": mark("Between 1 and 10,000 cards can be made at once."),
    "too_few_blank": mark("There are not so many blank cards. Make some more first."),
    "no_card": mark("This customer has no card that can be used. Link one, or unblock the old one."),
    "sheet_size": mark("A sheet is between 50 and 600 mm wide and high."),
    "grid_count": mark("There can be 1 to 20 columns and 1 to 20 rows."),
    "label_small": mark("A label needs 45 mm across and 25 mm down at least."),
    "margin_negative": mark("Margins and gaps cannot be less than nothing."),
    "grid_too_wide": mark("The columns do not fit the sheet: together with margin and gaps they are wider than it is."),
    "grid_too_high": mark("The rows do not fit the sheet: together with margin and gaps they are higher than it is."),
}
