-- The whole programme: every table that follows from the journal is made anew, and derived again.
DROP TABLE stock;;
DROP TABLE taken;;
DROP TABLE turns;;
DROP TABLE vouchers;;
DROP TABLE uses;;
DROP TABLE lots;;
DROP TABLE entries;;
DROP TABLE days;;
DROP TABLE units_back;;
DROP TABLE purchases;;
DROP TABLE cards;;
DROP TABLE search;;
DROP TABLE customers;;
DROP TABLE programmes;;
DROP TABLE records;;
CREATE TABLE records (
  kind TEXT NOT NULL,
  record TEXT NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  lamport INTEGER NOT NULL,
  fact BLOB NOT NULL,
  PRIMARY KEY (kind, record, field)
) STRICT, WITHOUT ROWID;;
CREATE TABLE programmes (
  version INTEGER NOT NULL,
  fact BLOB NOT NULL,
  at TEXT NOT NULL,
  from_day TEXT NOT NULL DEFAULT '',
  toml TEXT NOT NULL,
  PRIMARY KEY (version, fact)
) STRICT, WITHOUT ROWID;;
CREATE TABLE customers (
  id BLOB PRIMARY KEY,
  registered TEXT NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  birth_date TEXT NOT NULL DEFAULT '',
  name_day TEXT NOT NULL DEFAULT '',
  name_day_on TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT '',
  company TEXT NOT NULL DEFAULT '',
  tax_id TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  consent TEXT NOT NULL DEFAULT '',
  sort_name TEXT NOT NULL DEFAULT '',
  birthday TEXT,
  referred_by TEXT NOT NULL DEFAULT '',
  tier TEXT,
  floor TEXT,
  said TEXT NOT NULL DEFAULT '{}',
  open_lots TEXT NOT NULL DEFAULT '[]',
  open_vouchers INTEGER NOT NULL DEFAULT 0,
  blocked INTEGER NOT NULL DEFAULT 0 CHECK (blocked IN (0, 1)),
  erased INTEGER NOT NULL DEFAULT 0 CHECK (erased IN (0, 1)),
  balance INTEGER NOT NULL DEFAULT 0,
  debt INTEGER NOT NULL DEFAULT 0 CHECK (debt >= 0),
  visits INTEGER NOT NULL DEFAULT 0,
  spend INTEGER NOT NULL DEFAULT 0,
  earned INTEGER NOT NULL DEFAULT 0,
  last_visit TEXT NOT NULL DEFAULT '',
  merged BLOB,
  account BLOB,
  household BLOB,
  ledger_lamport INTEGER NOT NULL DEFAULT 0,
  ledger_fact BLOB NOT NULL DEFAULT x''
) STRICT, WITHOUT ROWID;;
CREATE INDEX customers_by_name ON customers (sort_name) WHERE erased = 0;;
CREATE INDEX customers_by_balance ON customers (balance) WHERE erased = 0;;
CREATE INDEX customers_by_spend ON customers (spend) WHERE erased = 0;;
CREATE INDEX customers_by_visit ON customers (last_visit) WHERE erased = 0;;
CREATE INDEX customers_by_birthday ON customers (birthday) WHERE birthday IS NOT NULL;;
CREATE INDEX customers_by_name_day ON customers (name_day_on) WHERE name_day_on <> '';;
CREATE INDEX customers_by_joining ON customers (substr(registered, 6, 5)) WHERE erased = 0;;
CREATE INDEX customers_of_account ON customers (account) WHERE account IS NOT NULL;;
CREATE INDEX customers_merged ON customers (merged) WHERE merged IS NOT NULL;;
CREATE INDEX customers_of_household ON customers (household) WHERE household IS NOT NULL;;
CREATE INDEX customers_referred ON customers (referred_by) WHERE referred_by <> '';;
CREATE TABLE links (
  fact BLOB NOT NULL,
  lamport INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('merge', 'household', 'left')),
  keep BLOB NOT NULL,
  other BLOB NOT NULL,
  PRIMARY KEY (fact, other)
) STRICT, WITHOUT ROWID;;
CREATE INDEX links_keep ON links (keep);;
CREATE INDEX links_other ON links (other);;
CREATE TABLE households (
  id BLOB PRIMARY KEY,
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;;
CREATE TABLE search (
  key TEXT NOT NULL,
  customer BLOB NOT NULL,
  PRIMARY KEY (key, customer)
) STRICT, WITHOUT ROWID;;
CREATE TABLE cards (
  number TEXT NOT NULL,
  id BLOB NOT NULL UNIQUE,
  customer BLOB REFERENCES customers (id),
  state TEXT NOT NULL CHECK (state IN ('blank', 'active', 'blocked', 'replaced')),
  role TEXT NOT NULL DEFAULT 'full' CHECK (role IN ('full', 'earn_only')),
  replaced_by BLOB,
  issued TEXT NOT NULL,
  PRIMARY KEY (number, id)
) STRICT, WITHOUT ROWID;;
CREATE INDEX cards_of ON cards (customer, state, id);;
CREATE TABLE purchases (
  id BLOB PRIMARY KEY,
  customer BLOB REFERENCES customers (id),
  card BLOB,
  at TEXT NOT NULL,
  day TEXT NOT NULL,
  receipt TEXT NOT NULL,
  total INTEGER NOT NULL,
  discount INTEGER NOT NULL,
  value INTEGER NOT NULL CHECK (value >= 0),
  due INTEGER NOT NULL CHECK (due BETWEEN 0 AND value),
  earned INTEGER NOT NULL CHECK (earned >= 0),
  spent INTEGER NOT NULL CHECK (spent >= 0),
  state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'returned', 'voided')),
  returned INTEGER NOT NULL DEFAULT 0 CHECK (returned >= 0),
  refunded INTEGER NOT NULL DEFAULT 0 CHECK (refunded >= 0),
  taken_back INTEGER NOT NULL DEFAULT 0 CHECK (taken_back >= 0),
  given_back INTEGER NOT NULL DEFAULT 0 CHECK (given_back >= 0),
  programme INTEGER NOT NULL,
  staff TEXT NOT NULL,
  attached BLOB
) STRICT, WITHOUT ROWID;;
CREATE INDEX purchases_of ON purchases (customer, day, due, refunded, earned, taken_back);;
CREATE INDEX purchases_by_receipt ON purchases (receipt) WHERE receipt <> '';;
CREATE TABLE units_back (
  purchase BLOB NOT NULL REFERENCES purchases (id),
  place INTEGER NOT NULL,
  units INTEGER NOT NULL,
  PRIMARY KEY (purchase, place)
) STRICT, WITHOUT ROWID;;
CREATE TABLE days (
  day TEXT PRIMARY KEY,
  purchases INTEGER NOT NULL DEFAULT 0,
  due INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;;
CREATE TABLE entries (
  customer BLOB NOT NULL REFERENCES customers (id),
  lamport INTEGER NOT NULL,
  fact BLOB NOT NULL,
  n INTEGER NOT NULL,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  points INTEGER NOT NULL,
  balance INTEGER NOT NULL,
  source BLOB,
  last_day TEXT,
  PRIMARY KEY (customer, lamport, fact, n)
) STRICT, WITHOUT ROWID;;
CREATE TABLE lots (
  customer BLOB NOT NULL REFERENCES customers (id),
  fact BLOB NOT NULL,
  n INTEGER NOT NULL,
  points INTEGER NOT NULL,
  remaining INTEGER NOT NULL CHECK (remaining BETWEEN 0 AND points),
  day TEXT NOT NULL,
  from_day TEXT NOT NULL,
  last_day TEXT,
  source BLOB,
  PRIMARY KEY (customer, fact, n)
) STRICT, WITHOUT ROWID;;
CREATE INDEX lots_open ON lots (customer, last_day, from_day, day, points, remaining, source) WHERE remaining > 0;;
CREATE INDEX lots_ending ON lots (last_day, customer) WHERE remaining > 0 AND last_day IS NOT NULL;;
CREATE TABLE uses (
  customer BLOB NOT NULL REFERENCES customers (id),
  source BLOB NOT NULL,
  fact BLOB NOT NULL,
  n INTEGER NOT NULL,
  lot_fact BLOB NOT NULL,
  lot_n INTEGER NOT NULL,
  last_day TEXT,
  points INTEGER NOT NULL CHECK (points >= 0),
  PRIMARY KEY (customer, source, fact, n, lot_fact, lot_n)
) STRICT, WITHOUT ROWID;;
CREATE TABLE vouchers (
  id BLOB PRIMARY KEY,
  code TEXT NOT NULL,
  customer BLOB REFERENCES customers (id),
  reward TEXT NOT NULL,
  name TEXT NOT NULL,
  gives TEXT NOT NULL,
  cost INTEGER NOT NULL,
  issued TEXT NOT NULL,
  last_day TEXT,
  state TEXT NOT NULL CHECK (state IN ('open', 'used', 'cancelled', 'reprinted')),
  first BLOB NOT NULL,
  used_by BLOB,
  source TEXT NOT NULL,
  payer BLOB,
  purchase BLOB,
  stamp_card TEXT NOT NULL,
  stamps INTEGER NOT NULL,
  money_left INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;;
CREATE INDEX vouchers_by_code ON vouchers (code);;
CREATE INDEX vouchers_by_first ON vouchers (first);;
CREATE INDEX vouchers_of ON vouchers (customer, state);;
CREATE INDEX vouchers_paid_by ON vouchers (payer) WHERE payer IS NOT NULL;;
CREATE INDEX vouchers_brought ON vouchers (purchase) WHERE purchase IS NOT NULL;;
CREATE INDEX vouchers_ending ON vouchers (last_day) WHERE state = 'open' AND last_day IS NOT NULL;;
CREATE TABLE turns (
  voucher BLOB NOT NULL REFERENCES vouchers (id),
  lamport INTEGER NOT NULL,
  fact BLOB NOT NULL,
  turn TEXT NOT NULL CHECK (turn IN ('used', 'back', 'cancelled', 'reprinted')),
  purchase BLOB,
  amount INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (voucher, lamport, fact)
) STRICT, WITHOUT ROWID;;
CREATE TABLE taken (
  reward TEXT NOT NULL,
  customer BLOB NOT NULL,
  source BLOB NOT NULL,
  times INTEGER NOT NULL,
  PRIMARY KEY (reward, customer, source)
) STRICT, WITHOUT ROWID;;
CREATE INDEX taken_by_source ON taken (source);;
CREATE TABLE stock (
  reward TEXT PRIMARY KEY,
  taken INTEGER NOT NULL
) STRICT, WITHOUT ROWID;;
CREATE TABLE stamps (
  customer BLOB NOT NULL,
  card TEXT NOT NULL,
  have INTEGER NOT NULL,
  PRIMARY KEY (customer, card)
) STRICT, WITHOUT ROWID;;
CREATE TABLE promoted (
  promotion TEXT NOT NULL,
  purchase BLOB NOT NULL,
  customer BLOB,
  PRIMARY KEY (promotion, purchase)
) STRICT, WITHOUT ROWID;;
CREATE INDEX promoted_by ON promoted (promotion, customer);;
CREATE INDEX promoted_in ON promoted (purchase);;
CREATE TABLE gifts (
  cause TEXT NOT NULL,
  rule TEXT NOT NULL,
  period TEXT NOT NULL,
  customer BLOB NOT NULL,
  lamport INTEGER NOT NULL,
  fact BLOB NOT NULL,
  points INTEGER NOT NULL,
  purchase BLOB,
  PRIMARY KEY (cause, rule, period, customer, lamport, fact)
) STRICT, WITHOUT ROWID;;
CREATE INDEX gifts_for ON gifts (purchase) WHERE purchase IS NOT NULL;;
CREATE INDEX gifts_to ON gifts (customer);;
CREATE TABLE donations (
  source BLOB NOT NULL,
  cause TEXT NOT NULL,
  customer BLOB,
  day TEXT NOT NULL,
  money INTEGER NOT NULL,
  PRIMARY KEY (source, cause)
) STRICT, WITHOUT ROWID;;
CREATE INDEX donations_by_day ON donations (day);;
CREATE TABLE products (
  sku TEXT PRIMARY KEY,
  barcode TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  category TEXT NOT NULL DEFAULT '',
  price INTEGER NOT NULL DEFAULT 0,
  tax INTEGER NOT NULL DEFAULT 0,
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1)),
  sort_name TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;;
CREATE INDEX products_by_barcode ON products (barcode) WHERE barcode <> '' AND gone = 0;;
CREATE INDEX products_by_name ON products (sort_name) WHERE gone = 0
