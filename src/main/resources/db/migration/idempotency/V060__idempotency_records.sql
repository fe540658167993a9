-- One row per key: written IN_PROGRESS on its own before the work begins, DONE with the work's own commit.
-- outcome: the first answer as JSON, either {"answer": …} or {"refusal": code, "details": …}.
create table idempotency_records (
  member_id   char(36) character set ascii collate ascii_bin not null,
  endpoint    varchar(40) character set ascii collate ascii_bin not null,
  idem_key    varchar(255) character set ascii collate ascii_bin not null,
  fingerprint char(64) character set ascii collate ascii_bin not null,
  state       varchar(11) character set ascii collate ascii_bin not null,
  owner       char(36) character set ascii collate ascii_bin not null,
  lease_until datetime(6) not null,
  outcome     text null,
  created_at  datetime(6) not null,
  primary key (member_id, endpoint, idem_key),
  key idempotency_records_by_age (created_at)
) default charset = utf8mb4;
