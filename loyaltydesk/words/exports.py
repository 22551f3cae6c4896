"""What the tables and columns are called in which everything leaves the shop."""

from loyaltydesk.words.catalogue import mark, tr

TABLES = {
    "customers": mark("Customers"),
    "cards": mark("Cards"),
    "purchases": mark("Purchases"),
    "lines": mark("Lines of purchases"),
    "points": mark("Points"),
    "lots": mark("Lots of points"),
    "vouchers": mark("Vouchers"),
    "products": mark("Products"),
    "households": mark("Households"),
    "programmes": mark("Programmes"),
    "voices": mark("Voices"),
    "partners": mark("Partners"),
    "reminders": mark("Reminders"),
    "partner_notes": mark("Notes of partners"),
    "holders": mark("Carried cards"),
    "settings": mark("Settings"),
}

COLUMNS = {
    "customer": mark("Customer id"),
    "name": mark("Name"),
    "company": mark("Company"),
    "phone": mark("Phone"),
    "email": mark("E-mail"),
    "birth_date": mark("Date of birth"),
    "name_day": mark("Name whose day is kept"),
    "name_day_on": mark("Name day"),
    "language": mark("Language"),
    "tax_id": mark("Tax number"),
    "address": mark("Postal address"),
    "note": mark("Note"),
    "consent": mark("Consent"),
    "referred_by": mark("Brought by"),
    "tier": mark("Tier"),
    "floor": mark("Lowest tier"),
    "blocked": mark("Blocked"),
    "balance": mark("Balance"),
    "debt": mark("Points owed"),
    "visits": mark("Visits"),
    "spend": mark("Spent in all"),
    "earned": mark("Points earned"),
    "registered": mark("Customer since"),
    "last_visit": mark("Last visit"),
    "household": mark("Household id"),
    "household_name": mark("Household"),
    "card": mark("Card number"),
    "printed": mark("Number printed on the card"),
    "bars": mark("Kind of barcode"),
    "state": mark("State"),
    "role": mark("Role"),
    "replaced_by": mark("Replaced by"),
    "issued": mark("Issued"),
    "purchase": mark("Purchase id"),
    "at": mark("Time"),
    "receipt": mark("Receipt"),
    "total": mark("Total"),
    "discount": mark("Discount"),
    "value": mark("Value"),
    "due": mark("Paid"),
    "spent": mark("Points used"),
    "refunded": mark("Paid back"),
    "taken_back": mark("Points taken back"),
    "given_back": mark("Points given back"),
    "programme": mark("Programme version"),
    "staff": mark("Cashier"),
    "place": mark("Line"),
    "sku": mark("Code"),
    "category": mark("Category"),
    "quantity": mark("Quantity"),
    "price": mark("Price"),
    "tax": mark("Tax, percent"),
    "kind": mark("Kind"),
    "points": mark("Points"),
    "last_day": mark("Last valid day"),
    "remaining": mark("Points left"),
    "came": mark("Came on"),
    "from_day": mark("First valid day"),
    "code": mark("Voucher code"),
    "reward": mark("Reward id"),
    "reward_name": mark("Reward"),
    "cost": mark("Cost in points"),
    "money_left": mark("Money left"),
    "source": mark("Where it came from"),
    "barcode": mark("Barcode"),
    "product_name": mark("Product name"),
    "toml": mark("Programme file"),
    "voice": mark("Voice id"),
    "partner": mark("Partner id"),
    "contact": mark("Contact person"),
    "terms": mark("Terms"),
    "payment_days": mark("Days to pay in"),
    "partner_discount": mark("Discount in percent"),
    "until": mark("Agreement until"),
    "put_away": mark("Is put away"),
    "reminder": mark("Reminder id"),
    "partner_note": mark("Note id"),
    "text": mark("Text"),
    "day": mark("Day"),
    "repeats": mark("How often"),
    "done_at": mark("Done at"),
    "holder": mark("Carried by"),
    "record": mark("Record"),
    "field": mark("Field"),
}


def table_name(name: str) -> str:
    """What a table is called."""
    return tr(TABLES[name]) if name in TABLES else name


def column_name(name: str) -> str:
    """What a column is called; its own name where it is none of those above."""
    return tr(COLUMNS[name]) if name in COLUMNS else name


def warning() -> str:
    """What whoever takes everything elsewhere has to know."""
    return tr("This is everything the shop knows of its customers. Keep it as safe as the shop's own file.")
