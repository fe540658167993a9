-- Browsers in which a member wants news, and messages to send to them. A message is written in the transaction of its event, one row per
-- browser, and deleted when the push service has taken it. claimed_until: an instance is sending it until then.
create table push_browsers (
  id             bigint not null auto_increment,
  member_id      char(36) character set ascii collate ascii_bin not null,
  endpoint       varchar(1000) character set ascii collate ascii_bin not null,
  endpoint_hash  char(64) character set ascii collate ascii_bin not null,
  browser_key    varchar(90) character set ascii collate ascii_bin not null,
  browser_secret varchar(30) character set ascii collate ascii_bin not null,
  language       char(2) character set ascii collate ascii_bin not null,
  created_at     datetime(6) not null,
  primary key (id),
  unique key push_browsers_once (endpoint_hash),
  key push_browsers_member (member_id)
) default charset = utf8mb4;

create table push_outbox (
  id            bigint not null auto_increment,
  kind          varchar(30) character set ascii collate ascii_bin not null,
  reference     char(36) character set ascii collate ascii_bin not null,
  browser_id    bigint not null,
  member_id     char(36) character set ascii collate ascii_bin not null,
  created_at    datetime(6) not null,
  claimed_until datetime(6) null,
  attempts      int not null default 0,
  primary key (id),
  unique key push_outbox_once (kind, reference, browser_id),
  key push_outbox_due (claimed_until),
  key push_outbox_member (member_id),
  key push_outbox_age (created_at)
) default charset = utf8mb4;
