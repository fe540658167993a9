-- What the staff changed. Rows are only ever inserted, in the transaction of the change. number has no gaps.
-- roles: what the member was then. subject: what was changed, for example concert:7. before_change, after_change: JSON.
-- hash: SHA-256 of the row and of the hash of the row before.
create table trail_entries (
  number        bigint not null,
  at            datetime(6) not null,
  member_id     char(36) character set ascii collate ascii_bin not null,
  username      varchar(30) character set ascii collate ascii_bin not null,
  roles         varchar(400) character set ascii collate ascii_bin not null,
  what          varchar(30) character set ascii collate ascii_bin not null,
  subject       varchar(80) not null,
  concert_id    bigint null,
  before_change mediumtext null,
  after_change  mediumtext null,
  reason        varchar(400) null,
  hash          char(64) character set ascii collate ascii_bin not null,
  primary key (number),
  key trail_entries_by_member (username, number),
  key trail_entries_by_kind (what, number),
  key trail_entries_by_time (at)
) default charset = utf8mb4;

-- One row, locked by whoever appends: the number and the hash of the last entry.
create table trail_head (
  id     tinyint not null,
  number bigint not null,
  hash   char(64) character set ascii collate ascii_bin not null,
  primary key (id)
) default charset = utf8mb4;

insert into trail_head values (1, 0, repeat('0', 64));
