"""What can be wrong with a table, with a row of it, or with taking an import back."""

from loyaltydesk.words.catalogue import mark

IMPORT_REASONS = {
    "import_nobody": mark("This row names nobody: it has no name, no card, no phone number and no e-mail address."),
    "import_nothing": mark("Nothing in this table is new: nothing was written."),
    "import_unknown": mark("There was no such import."),
    "import_undone": mark("This import was taken back before."),
    "column_missing": mark("There is no column “{field}” in this table."),
    "columns_missing": mark("No column of this table can be recognised. Say what its columns tell."),
    "sheet_missing": mark("There is no sheet “{field}” in this workbook."),
    "table_empty": mark("There is nothing in this table."),
    "table_locked": mark("This workbook is protected by a password. Save it without one and try again."),
    "table_too_large": mark("This workbook would unpack to far more than a computer can hold. It was not opened."),
    "table_unreadable": mark("This workbook is damaged, or none. Open it in a spreadsheet program and save it anew."),
    "digits_lost": mark(
        "A spreadsheet has shortened “{field}” and its last digits are lost (2.00012E+12). "
        "Make the column text there, type the number anew, and save the file again."
    ),
    "points_unreadable": mark("“{field}” is no whole number of points."),
    "points_negative": mark("“{field}” cannot be less than nothing."),
    "day_unreadable": mark("“{field}” is no date."),
    "day_impossible": mark("“{field}” is a date that there is not."),
    "year_alone": mark("“{field}” is a year alone; day and month are missing."),
    "day_year_missing": mark("“{field}” needs a year."),
    "day_ahead": mark("“{field}” lies in the future."),
    "cells_beyond": mark("This row has more cells than there are columns. Is a delimiter without quotes in it?"),
    "quote_open": mark("In row {field} of this table a quotation mark is opened and never closed."),
}
