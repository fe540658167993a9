-- One row: where the regular reconciliation is, for all instances together.
-- runner: the instance that works on a piece, null between pieces. next_piece_at: nobody begins a piece before; while
-- an instance works, this is the end of its lease. began_at, part, after_key, differences: the pass that goes on;
-- began_at is null between two passes. last_began_at, last_ended_at, last_differences: the last whole pass. Before the
-- first one, last_differences is -1, and last_began_at is when this row was made.
create table reconciliation_progress (
  id               tinyint not null,
  runner           char(36) character set ascii collate ascii_bin null,
  next_piece_at    datetime(6) not null,
  began_at         datetime(6) null,
  part             varchar(20) character set ascii collate ascii_bin not null,
  after_key        varchar(40) character set ascii collate ascii_bin not null,
  differences      bigint not null,
  last_began_at    datetime(6) not null,
  last_ended_at    datetime(6) null,
  last_differences bigint not null,
  primary key (id)
) default charset = utf8mb4;

insert into reconciliation_progress
values (1, null, utc_timestamp(6), null, 'MEMBERS', '', 0, utc_timestamp(6), null, -1);
