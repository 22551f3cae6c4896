-- The owner's desk: sums from which every figure of the insights is read, kept with each fact and never counted anew.
-- A span is a day (2026-03-14) or a month (2026-03). Rows in which all is nothing are not kept.
DROP TABLE days;;
CREATE TABLE days (
  day TEXT NOT NULL,
  member INTEGER NOT NULL CHECK (member IN (0, 1)),
  purchases INTEGER NOT NULL DEFAULT 0,
  due INTEGER NOT NULL DEFAULT 0,
  off INTEGER NOT NULL DEFAULT 0,
  settled INTEGER NOT NULL DEFAULT 0,
  visitors INTEGER NOT NULL DEFAULT 0,
  came_back INTEGER NOT NULL DEFAULT 0,
  apart INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (day, member)
) STRICT, WITHOUT ROWID;;
CREATE TABLE hours (
  span TEXT NOT NULL,
  weekday INTEGER NOT NULL,
  hour INTEGER NOT NULL,
  purchases INTEGER NOT NULL,
  due INTEGER NOT NULL,
  PRIMARY KEY (span, weekday, hour)
) STRICT, WITHOUT ROWID;;
CREATE TABLE months (
  month TEXT PRIMARY KEY,
  active INTEGER NOT NULL DEFAULT 0,
  joined INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;;
CREATE TABLE cohorts (
  joined TEXT NOT NULL,
  month TEXT NOT NULL,
  customers INTEGER NOT NULL,
  PRIMARY KEY (joined, month)
) STRICT, WITHOUT ROWID;;
CREATE TABLE gaps (
  kind TEXT NOT NULL CHECK (kind IN ('dd', 'dm', 'md', 'mm')),
  span TEXT NOT NULL,
  next TEXT NOT NULL,
  customers INTEGER NOT NULL,
  PRIMARY KEY (kind, span, next)
) STRICT, WITHOUT ROWID;;
CREATE TABLE gap_lengths (
  days INTEGER PRIMARY KEY,
  times INTEGER NOT NULL
) STRICT;;
CREATE TABLE habits (
  last_day TEXT NOT NULL,
  visits INTEGER NOT NULL,
  reached INTEGER NOT NULL,
  customers INTEGER NOT NULL,
  PRIMARY KEY (last_day, visits, reached)
) STRICT, WITHOUT ROWID;;
CREATE TABLE spenders (
  reached INTEGER PRIMARY KEY,
  customers INTEGER NOT NULL
) STRICT;;
CREATE TABLE spends (
  span TEXT NOT NULL,
  spend INTEGER NOT NULL,
  customer BLOB NOT NULL,
  PRIMARY KEY (span, spend, customer)
) STRICT, WITHOUT ROWID;;
CREATE TABLE point_sums (
  span TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('given', 'used', 'expired', 'other')),
  moves INTEGER NOT NULL,
  points INTEGER NOT NULL,
  PRIMARY KEY (span, kind)
) STRICT, WITHOUT ROWID;;
CREATE TABLE lot_sums (
  last_day TEXT PRIMARY KEY,
  given INTEGER NOT NULL DEFAULT 0,
  expired INTEGER NOT NULL DEFAULT 0,
  remaining INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;;
CREATE TABLE test_groups (
  every INTEGER NOT NULL,
  since TEXT NOT NULL,
  PRIMARY KEY (every, since)
) STRICT, WITHOUT ROWID;;
CREATE TABLE sides (
  every INTEGER NOT NULL,
  since TEXT NOT NULL,
  without INTEGER NOT NULL CHECK (without IN (0, 1)),
  slot INTEGER NOT NULL,
  members INTEGER NOT NULL,
  joined INTEGER NOT NULL,
  visits INTEGER NOT NULL,
  spend INTEGER NOT NULL,
  PRIMARY KEY (every, since, without, slot)
) STRICT, WITHOUT ROWID;;
ALTER TABLE turns ADD COLUMN day TEXT NOT NULL DEFAULT '';;
UPDATE turns SET day = coalesce((SELECT substr(at, 1, 10) FROM journal WHERE id = fact), '');;
DROP INDEX purchases_of;;
CREATE INDEX purchases_of ON purchases (customer, day, due, refunded, earned, taken_back, state);;
CREATE INDEX purchases_by_day ON purchases (day);;
CREATE INDEX entries_by_day ON entries (substr(at, 1, 10));;
INSERT INTO days (day, member, purchases, due, off, settled)
SELECT day, customer IS NOT NULL AS member, sum(state <> 'voided') AS bought, sum(due - refunded) AS paid,
  sum(CASE WHEN state = 'done' THEN discount - CASE WHEN value > 0 THEN CAST(discount * returned / value AS INTEGER)
    ELSE 0 END ELSE 0 END) AS o,
  sum(CASE WHEN state = 'done' THEN value - returned - due + refunded ELSE 0 END) AS s
FROM purchases GROUP BY 1, 2 HAVING bought <> 0 OR paid <> 0 OR o <> 0 OR s <> 0;;
INSERT INTO hours
SELECT day, (CAST(strftime('%w', day) AS INTEGER) + 6) % 7, CAST(substr(at, 12, 2) AS INTEGER),
  sum(state <> 'voided') AS bought, sum(due - refunded) AS paid
FROM purchases GROUP BY 1, 2, 3 HAVING bought <> 0 OR paid <> 0;;
INSERT INTO hours
SELECT substr(span, 1, 7), weekday, hour, sum(purchases) AS bought, sum(due) AS paid
FROM hours GROUP BY 1, 2, 3 HAVING bought <> 0 OR paid <> 0;;
CREATE TEMP TABLE visit_days (
  customer BLOB NOT NULL,
  day TEXT NOT NULL,
  next TEXT,
  PRIMARY KEY (customer, day)
) WITHOUT ROWID;;
INSERT INTO visit_days
SELECT customer, day, lead(day) OVER (PARTITION BY customer ORDER BY day)
FROM (SELECT DISTINCT customer, day FROM purchases INDEXED BY purchases_of
  WHERE customer IS NOT NULL AND state <> 'voided');;
INSERT INTO days (day, member, visitors, came_back)
SELECT day, 1, count(*), coalesce(sum(julianday(next) - julianday(day) <= 60), 0) FROM visit_days WHERE true GROUP BY day
ON CONFLICT (day, member) DO UPDATE SET visitors = excluded.visitors, came_back = excluded.came_back;;
INSERT INTO days (day, member, apart) SELECT day, 1, sum(money) FROM donations WHERE true GROUP BY 1 HAVING sum(money) <> 0
ON CONFLICT (day, member) DO UPDATE SET apart = excluded.apart;;
INSERT INTO days (day, member, apart)
SELECT day, 1, sum(money) FROM (
  SELECT t.day, CASE t.amount WHEN 0 THEN v.whole ELSE min(t.amount, v.whole) END AS money,
    row_number() OVER (PARTITION BY v.first ORDER BY t.lamport DESC, t.fact DESC) AS place
  FROM turns t
  JOIN (SELECT id, first, json_extract(gives, '$.money') AS whole FROM vouchers
    WHERE json_extract(gives, '$.kind') = 'money') v ON v.id = t.voucher
  WHERE t.turn = 'used' AND t.purchase IS NULL AND NOT EXISTS (
    SELECT 1 FROM turns u JOIN vouchers w ON w.id = u.voucher
    WHERE w.first = v.first AND u.turn = 'cancelled' AND (u.lamport, u.fact) < (t.lamport, t.fact)))
WHERE place = 1 GROUP BY 1 HAVING sum(money) <> 0
ON CONFLICT (day, member) DO UPDATE SET apart = apart + excluded.apart;;
INSERT INTO gaps SELECT 'dd', day, next, count(*) FROM visit_days WHERE next IS NOT NULL GROUP BY 2, 3;;
INSERT INTO gaps
SELECT 'dm', span, substr(next, 1, 7), sum(customers) FROM gaps WHERE kind = 'dd' GROUP BY 2, 3;;
INSERT INTO gaps
SELECT 'md', substr(span, 1, 7), next, sum(customers) FROM gaps WHERE kind = 'dd' GROUP BY 2, 3;;
INSERT INTO gaps
SELECT 'mm', span, substr(next, 1, 7), sum(customers) FROM gaps WHERE kind = 'md' GROUP BY 2, 3;;
INSERT INTO gap_lengths
SELECT CAST(julianday(next) - julianday(span) AS INTEGER), sum(customers) FROM gaps WHERE kind = 'dd' GROUP BY 1;;
INSERT INTO cohorts
SELECT substr(c.registered, 1, 7), v.month, count(*)
FROM (SELECT DISTINCT customer, substr(day, 1, 7) AS month FROM visit_days) v JOIN customers c ON c.id = v.customer
GROUP BY 1, 2;;
DROP TABLE temp.visit_days;;
INSERT INTO months (month, active) SELECT month, sum(customers) FROM cohorts GROUP BY 1;;
INSERT INTO months (month, joined)
SELECT substr(registered, 1, 7), count(*) FROM customers WHERE merged IS NULL GROUP BY 1
ON CONFLICT (month) DO UPDATE SET joined = excluded.joined;;
CREATE TEMP TABLE steps AS
WITH RECURSIVE ten (one) AS (SELECT 1 UNION ALL SELECT one * 10 FROM ten WHERE one < 1000000000000000)
SELECT one AS reached FROM ten UNION ALL SELECT one * 2 FROM ten UNION ALL SELECT one * 5 FROM ten;;
INSERT INTO habits
SELECT substr(last_visit, 1, 10), CASE WHEN visits >= 5 THEN 5 WHEN visits >= 2 THEN 2 ELSE visits END,
  CASE WHEN visits < 5 THEN 0 ELSE coalesce((SELECT max(reached) FROM steps WHERE reached <= spend), 0) END, count(*)
FROM customers WHERE erased = 0 AND merged IS NULL GROUP BY 1, 2, 3;;
INSERT INTO spenders
SELECT coalesce((SELECT max(reached) FROM steps WHERE reached <= spend), 0), count(*)
FROM customers WHERE erased = 0 AND merged IS NULL AND visits > 0 GROUP BY 1;;
DROP TABLE temp.steps;;
INSERT INTO spends
SELECT substr(day, 1, 7), sum(due - refunded) AS paid, customer FROM purchases INDEXED BY purchases_of
WHERE customer IS NOT NULL GROUP BY 3, 1 HAVING paid <> 0;;
INSERT INTO spends
SELECT substr(span, 1, 4), sum(spend) AS paid, customer FROM spends WHERE length(span) = 7 GROUP BY 1, 3
HAVING paid <> 0;;
INSERT INTO point_sums
SELECT substr(at, 1, 10), CASE WHEN kind IN ('earned', 'occasion', 'referral', 'taken_back') THEN 'given'
  WHEN kind IN ('spent', 'reward', 'given_back') THEN 'used' WHEN kind = 'expired' THEN 'expired' ELSE 'other' END,
  count(*), sum(points)
FROM entries WHERE points <> 0 GROUP BY 1, 2;;
INSERT INTO point_sums
SELECT substr(span, 1, 7), kind, sum(moves), sum(points) FROM point_sums GROUP BY 1, 2;;
INSERT INTO lot_sums (last_day, given, expired)
SELECT last_day, coalesce(sum(points) FILTER (WHERE points > 0 AND kind <> 'given_back'), 0) AS g,
  coalesce(-sum(points) FILTER (WHERE kind = 'expired'), 0) AS e
FROM entries WHERE last_day IS NOT NULL GROUP BY 1 HAVING g <> 0 OR e <> 0;;
INSERT INTO lot_sums (last_day, remaining)
SELECT last_day, sum(remaining) FROM lots WHERE last_day IS NOT NULL AND remaining > 0 GROUP BY 1
ON CONFLICT (last_day) DO UPDATE SET remaining = excluded.remaining;;
CREATE TABLE deeds (
  deed TEXT NOT NULL,
  subject BLOB NOT NULL,
  customer BLOB,
  what TEXT NOT NULL,
  lamport INTEGER NOT NULL,
  fact BLOB NOT NULL,
  day TEXT NOT NULL,
  staff TEXT NOT NULL,
  stands INTEGER NOT NULL DEFAULT 1 CHECK (stands IN (0, 1)),
  PRIMARY KEY (deed, subject)
) STRICT, WITHOUT ROWID;;
CREATE INDEX deeds_by_day ON deeds (day, staff) WHERE staff <> '';;
CREATE INDEX deeds_of ON deeds (customer, deed) WHERE customer IS NOT NULL;;
CREATE TABLE shifts (
  day TEXT NOT NULL,
  staff TEXT NOT NULL,
  purchases INTEGER NOT NULL,
  PRIMARY KEY (day, staff)
) STRICT, WITHOUT ROWID;;
-- Who was at the tills and did what; where the tables are still empty, all of it is derived anew anyway.
INSERT INTO shifts
SELECT substr(at, 1, 10), staff, sum(kind = 'PurchaseRecorded') FROM journal
WHERE staff <> '' AND kind IN ('CustomerRegistered', 'PurchaseRecorded', 'PurchaseAttached', 'PurchaseReturned')
AND EXISTS (SELECT 1 FROM programmes)
GROUP BY 1, 2;;
CREATE TEMP TABLE done (
  deed TEXT NOT NULL,
  subject BLOB NOT NULL,
  customer BLOB,
  what TEXT NOT NULL,
  lamport INTEGER NOT NULL,
  fact BLOB NOT NULL,
  day TEXT NOT NULL,
  staff TEXT NOT NULL
);;
CREATE TEMP TABLE hexes (hex TEXT PRIMARY KEY, id BLOB NOT NULL) WITHOUT ROWID;;
INSERT INTO hexes SELECT lower(hex(id)), id FROM customers;;
INSERT INTO done
SELECT 'card', customer, customer, '', lamport, id, substr(at, 1, 10), staff FROM journal
WHERE kind = 'CardIssued' AND customer IS NOT NULL;;
INSERT INTO done
SELECT 'card', h.id, h.id, '', j.lamport, j.id, substr(j.at, 1, 10), j.staff FROM journal j
JOIN hexes h ON h.hex = replace(json_extract(j.payload, '$.fields.customer'), '-', '')
WHERE j.kind = 'RecordSaved' AND json_extract(j.payload, '$.kind') = 'card';;
INSERT INTO done
SELECT 'address', CAST(c.id || CAST(told.key AS BLOB) AS BLOB), c.id, told.key, j.lamport, j.id, substr(j.at, 1, 10),
  j.staff
FROM journal j JOIN customers c ON c.id = j.customer
JOIN json_each(j.personal, iif(j.kind = 'RecordSaved', '$.personal', '$.profile')) told
WHERE j.personal IS NOT NULL AND c.erased = 0 AND told.key IN ('phone', 'email', 'address') AND told.value <> ''
AND (j.kind = 'CustomerRegistered' OR (j.kind = 'RecordSaved' AND json_extract(j.payload, '$.kind') = 'customer'));;
INSERT INTO done
SELECT 'voucher', CAST(v.first || t.fact AS BLOB), NULL, '', t.lamport, t.fact, substr(j.at, 1, 10), j.staff
FROM turns t JOIN vouchers v ON v.id = t.voucher JOIN journal j ON j.id = t.fact
WHERE t.turn = 'used' AND json_extract(v.gives, '$.kind') <> 'donate';;
INSERT INTO done
SELECT 'greeting', CAST(json_extract(j.payload, '$.record') AS BLOB), j.customer,
  substr(json_extract(j.payload, '$.record'), 1, length(json_extract(j.payload, '$.record')) - 37), j.lamport, j.id,
  substr(j.at, 1, 10), j.staff
FROM journal j WHERE j.kind = 'RecordSaved' AND json_extract(j.payload, '$.kind') = 'greeting'
AND json_valid(json_extract(j.payload, '$.fields.mark'))
AND json_extract(json_extract(j.payload, '$.fields.mark'), '$.state') = 'sent';;
INSERT INTO done
SELECT CASE json_extract(payload, '$.voided') WHEN 1 THEN 'void' ELSE 'return' END, id, customer, '', lamport, id,
  substr(at, 1, 10), staff
FROM journal WHERE kind = 'PurchaseReturned';;
INSERT INTO done
SELECT 'adjustment', id, customer, '', lamport, id, substr(at, 1, 10), staff FROM journal WHERE kind = 'PointsAdjusted';;
INSERT INTO deeds (deed, subject, customer, what, lamport, fact, day, staff)
SELECT deed, subject, customer, what, lamport, fact, day, staff FROM (
  SELECT *, row_number() OVER (PARTITION BY deed, subject ORDER BY lamport, fact) AS place FROM done)
WHERE place = 1 AND EXISTS (SELECT 1 FROM programmes);;
UPDATE deeds SET stands = 0 WHERE deed = 'greeting' AND NOT EXISTS (SELECT 1 FROM records r
  WHERE r.kind = 'greeting' AND r.record = CAST(deeds.subject AS TEXT) AND r.field = 'mark'
  AND json_valid(json_extract(r.value, '$')) AND json_extract(json_extract(r.value, '$'), '$.state') = 'sent');;
UPDATE deeds SET stands = 0 WHERE deed = 'voucher' AND subject NOT IN (
  SELECT subject FROM (
    SELECT CAST(v.first || t.fact AS BLOB) AS subject,
      row_number() OVER (PARTITION BY v.first ORDER BY t.lamport, t.fact) AS place
    FROM turns t JOIN vouchers v ON v.id = t.voucher
    WHERE t.turn = 'used' AND NOT EXISTS (
      SELECT 1 FROM turns u JOIN vouchers w ON w.id = u.voucher WHERE w.first = v.first AND (
        (u.turn = 'cancelled' AND (u.lamport, u.fact) < (t.lamport, t.fact))
        OR (u.turn = 'back' AND u.purchase IS t.purchase AND (u.lamport, u.fact) > (t.lamport, t.fact)
          AND NOT EXISTS (SELECT 1 FROM turns x JOIN vouchers y ON y.id = x.voucher WHERE y.first = v.first
            AND x.turn = 'cancelled' AND (x.lamport, x.fact) < (u.lamport, u.fact))))))
  WHERE place = 1);;
DROP TABLE temp.done;;
DROP TABLE temp.hexes;;
ALTER TABLE customers ADD COLUMN sort_company TEXT NOT NULL DEFAULT '';;
CREATE INDEX customers_by_company ON customers (sort_company, id) WHERE sort_company <> '';;
CREATE INDEX customers_by_tax ON customers (ltrim(replace(replace(replace(upper(tax_id), ' ', ''), '-', ''), '.', ''), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'))
WHERE tax_id <> ''
