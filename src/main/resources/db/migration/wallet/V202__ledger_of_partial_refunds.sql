-- A payment can be refunded in parts: part counts its refunds from 1. Other lines have part 0.
-- A fee is a line of its own beside the refund of the same part.
alter table ledger_entries add column part int not null default 0;
alter table ledger_entries add unique key ledger_entries_once_per_part (reference, type, part);
alter table ledger_entries drop key ledger_entries_once;
alter table ledger_entries drop constraint ledger_entries_sign;
alter table ledger_entries add constraint ledger_entries_direction
  check ((type in ('PAYMENT', 'FEE') and amount < 0) or (type not in ('PAYMENT', 'FEE') and amount > 0));
