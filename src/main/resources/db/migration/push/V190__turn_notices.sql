-- Members who want to be called by Web Push when it is their turn: one row per browser and concert, until the call was
-- sent. claimed_until: an instance is sending the call until then.
create table turn_notices (
  id             bigint not null auto_increment,
  member_id      char(36) character set ascii collate ascii_bin not null,
  concert_id     bigint not null,
  endpoint       varchar(1000) character set ascii collate ascii_bin not null,
  endpoint_hash  char(64) character set ascii collate ascii_bin not null,
  browser_key    varchar(90) character set ascii collate ascii_bin not null,
  browser_secret varchar(30) character set ascii collate ascii_bin not null,
  language       char(2) character set ascii collate ascii_bin not null,
  created_at     datetime(6) not null,
  claimed_until  datetime(6) null,
  attempts       int not null default 0,
  primary key (id),
  unique key turn_notices_browser (concert_id, endpoint_hash),
  key turn_notices_member (concert_id, member_id),
  key turn_notices_person (member_id),
  key turn_notices_age (created_at)
) default charset = utf8mb4;
