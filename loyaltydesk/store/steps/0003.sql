-- Paper: where a letter goes, the number that is printed on a card where it is another one, and the kind of its bars.
ALTER TABLE customers ADD COLUMN address TEXT NOT NULL DEFAULT '';;
ALTER TABLE cards ADD COLUMN printed TEXT NOT NULL DEFAULT '';;
ALTER TABLE cards ADD COLUMN symbology TEXT NOT NULL DEFAULT '';;
CREATE INDEX cards_by_printed ON cards (printed) WHERE printed <> ''
