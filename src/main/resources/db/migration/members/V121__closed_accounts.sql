-- An account that its owner has deleted. Its row stays under another name, because ledger and reservations refer to it, and
-- a second row keeps the name from everybody else.
alter table members add closed_at datetime(6) null;
