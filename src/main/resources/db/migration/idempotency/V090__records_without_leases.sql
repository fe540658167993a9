-- A record is written once, by the transaction that does the work. What is not committed leaves no record, so there
-- is neither an owner nor a lease.
-- outcome: the first answer as JSON, either {"answer": …} or {"refusal": code, "details": …}.
delete from idempotency_records where state <> 'DONE';
alter table idempotency_records drop column state, drop column owner, drop column lease_until;
alter table idempotency_records modify outcome text not null;
