"""What can be wrong with something that is asked for, and with a programme file: a sentence for each reason."""

from loyaltydesk.words.campaigns import CAMPAIGN_REASONS
from loyaltydesk.words.cards import CARD_REASONS
from loyaltydesk.words.catalogue import mark
from loyaltydesk.words.greetings import GREETING_REASONS
from loyaltydesk.words.import_reasons import IMPORT_REASONS
from loyaltydesk.words.partners import PARTNER_REASONS
from loyaltydesk.words.pledges import PLEDGE_REASONS
from loyaltydesk.words.reports import REPORT_REASONS
from loyaltydesk.words.staff import STAFF_REASONS
from loyaltydesk.words.surveys import SURVEY_REASONS
from loyaltydesk.words.voices import VOICE_REASONS

# What can be wrong with something asked for (BadRequest).
REASONS = {
    "missing": mark("“{field}” is missing."),
    "not_text": mark("“{field}” must be text."),
    "too_long": mark("“{field}” is too long."),
    "wrong_value": mark("“{field}” has a value that does not fit."),
    "same_customer": mark("One record cannot be merged with itself."),
    "two_households": mark("They belong to two households. One of them has to leave first."),
    "two_members": mark("A household needs two members at least."),
    "too_many_members": mark("A household has thirty members at most."),
    "no_household": mark("This customer belongs to no household."),
    "not_an_object": mark("This line is no JSON object."),
    "line_too_long": mark("This line is too long."),
    "unknown_verb": mark("There is no such request: “{field}”."),
    "amount_not_text": mark('“{field}” must be text such as "12.50".'),
    "amount_not_money": mark("“{field}” is no amount of money. Write it as 12.50, without thousands separators."),
    "amount_negative": mark("“{field}” cannot be less than nothing."),
    "amount_too_fine": mark("“{field}” has more decimals than the currency."),
    "amount_too_large": mark("“{field}” is larger than a till can take."),
    "amount_zero": mark("“{field}” must be more than nothing."),
    "amount_or_lines": mark("Give either an amount or lines, not both and not neither."),
    "discount_too_large": mark("The discount is larger than the bill."),
    "needs_customer": mark("Points, rewards and vouchers need a customer: scan the card first."),
    "not_on_bill": mark("This product is not on the bill."),
    "points_zero": mark("Say how many points, more or fewer than none."),
    "points_too_many": mark("That is more points than can be given at once."),
    "phone_unreadable": mark("This is no phone number."),
    "email_unreadable": mark("This is no e-mail address."),
    "date_unreadable": mark("This is no date of birth. Write it as 1990-03-14, or --03-14 without the year."),
    "name_day_unreadable": mark("This is no date of a name day. Write it as 07-26, or none for no name day."),
    "time_unreadable": mark("“{field}” is no time. Write it as 2026-03-14T10:05:00."),
    "unknown_tier": mark("The programme has no such tier."),
    "number_shortened": mark(
        "A spreadsheet has shortened “{field}” (2.00012E+12). Make the column text there, and save the file again."
    ),
    "barcode_characters": mark("A barcode has letters, digits and plain signs only."),
    "barcode_check_digit": mark("The last digit of the barcode is wrong: scan it again."),
    "barcode_taken": mark("Another product has this barcode already."),
    "code_taken": mark("Another product has this code already."),
    "tax_range": mark("“{field}” is a percentage between 0 and 100, with two decimals at most."),
    "twice_in_file": mark("“{field}” stands in this file twice."),
    "cells_too_many": mark("This row has more cells than the first one. Is a decimal comma without quotes in it?"),
    "no_products": mark(
        "No product can be read in this file: its first row must name the columns code, name and price."
    ),
    "no_table": mark("This is no table of text. Save it as CSV and try again."),
    "file_too_large": mark("This file is far too large for a list of products."),
    "parked_gone": mark("This purchase is not parked any more: somebody has taken it up."),
    **CAMPAIGN_REASONS,
    **CARD_REASONS,
    **GREETING_REASONS,
    **IMPORT_REASONS,
    **STAFF_REASONS,
    **SURVEY_REASONS,
    **VOICE_REASONS,
    **PARTNER_REASONS,
    **PLEDGE_REASONS,
    **REPORT_REASONS,
}

# What can be wrong with a programme file (BadProgramme).
PROGRAMME_REASONS = {
    "toml": mark("it is not written as TOML ({detail})"),
    "too_large": mark("it is far too long for a programme"),
    "unknown_key": mark("there is no “{detail}” here"),
    "missing_key": mark("“{detail}” is missing"),
    "wrong_value": mark("the value does not fit ({detail})"),
    "bad_currency": mark("this is no currency by ISO 4217"),
    "currency_fixed": mark("the currency cannot change once money was counted in another"),
    "bad_money": mark('“{detail}” is no amount in this currency; write it as text such as "12.50"'),
    "bad_number": mark('“{detail}” is no number that fits; write fractions as text such as "1.5"'),
    "bad_span": mark('“{detail}” is no length of time; write "30 days", "12 months" or "2 years"'),
    "bad_time": mark('“{detail}” is no time of day; write "16:00"'),
    "bad_dates": mark("the last day lies before the first"),
    "not_zero": mark("this must be more than nothing"),
    "one_of": mark("give exactly one of: {detail}"),
    "duplicate": mark("“{detail}” is used twice"),
    "unknown_tier": mark("there is no tier “{detail}”"),
    "unknown_reward": mark("there is no reward “{detail}”"),
    "unknown_product": mark("there is no product “{detail}” in the list of products"),
    "tier_order": mark("this tier begins below “{detail}”, which stands before it; write the lowest first"),
}
