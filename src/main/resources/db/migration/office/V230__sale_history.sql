-- What happened in each minute of a sale. One row per concert and minute in which something happened.
-- minute: its beginning. joined, admitted: places given and passes given, as the waiting room counted them. held, paid,
-- refunded: orders, counted from the orders themselves. paid_sum, refunded_sum: won.
create table sale_minutes (
  concert_id   bigint not null,
  minute       datetime not null,
  joined       bigint not null default 0,
  admitted     bigint not null default 0,
  held         bigint not null default 0,
  paid         bigint not null default 0,
  refunded     bigint not null default 0,
  paid_sum     bigint not null default 0,
  refunded_sum bigint not null default 0,
  primary key (concert_id, minute),
  key sale_minutes_by_time (minute)
) default charset = utf8mb4;

-- What the waiting room of a concert had counted when the history last looked.
create table sale_queue_counts (
  concert_id bigint not null,
  joined     bigint not null,
  admitted   bigint not null,
  primary key (concert_id)
) default charset = utf8mb4;

-- One row: where the history is, for all instances together. next_run_at: no instance begins before. counted_until:
-- orders up to this time are counted. The first runs count the orders that were there before this table.
create table sale_history_progress (
  id            tinyint not null,
  next_run_at   datetime(6) not null,
  counted_until datetime(6) not null,
  primary key (id)
) default charset = utf8mb4;

insert into sale_history_progress
select 1, utc_timestamp(6), coalesce((select min(created_at) from reservations), utc_timestamp(6));

-- The history counts the refunds of the last minutes, and exports read the ledger by time.
alter table ledger_entries add key ledger_entries_by_time (created_at);
