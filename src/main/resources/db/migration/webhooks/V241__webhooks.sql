-- Programs of others that are told of events. events: separated by commas. secret: encrypted.
create table webhook_endpoints (
  id         char(36) character set ascii collate ascii_bin not null,
  address    varchar(500) not null,
  events     varchar(200) character set ascii collate ascii_bin not null,
  secret     varchar(200) character set ascii collate ascii_bin not null,
  created_at datetime(6) not null,
  primary key (id)
) default charset = utf8mb4;

-- What they are told, written in the transaction of the event. message_id: the same at each try. status is PENDING, SENT or
-- FAILED (no more tries). The answer is that of the last try; answer_status is null without one.
create table webhook_deliveries (
  id              bigint not null auto_increment,
  endpoint_id     char(36) character set ascii collate ascii_bin not null,
  message_id      char(36) character set ascii collate ascii_bin not null,
  type            varchar(30) character set ascii collate ascii_bin not null,
  payload         text not null,
  status          varchar(10) character set ascii collate ascii_bin not null,
  attempts        int not null,
  next_attempt_at datetime(6) not null,
  created_at      datetime(6) not null,
  answered_at     datetime(6) null,
  answer_status   int null,
  answer_millis   int null,
  answer_body     varchar(500) null,
  primary key (id),
  unique key webhook_deliveries_once (endpoint_id, message_id),
  key webhook_deliveries_due (endpoint_id, status, next_attempt_at),
  key webhook_deliveries_by_time (created_at)
) default charset = utf8mb4;
