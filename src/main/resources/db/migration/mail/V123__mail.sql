-- Where a member wants mail, and in which language. It gets nothing but its confirmation before it is confirmed.
create table mail_addresses (
  member_id         char(36) character set ascii collate ascii_bin not null,
  address           varchar(254) not null,
  language          varchar(5) character set ascii collate ascii_bin not null,
  confirmed_at      datetime(6) null,
  confirmation      char(36) character set ascii collate ascii_bin null,
  confirmation_ends datetime(6) null,
  primary key (member_id),
  unique key mail_addresses_confirmation (confirmation)
) default charset = utf8mb4;

-- Mails to send, written in the transaction of their event. The key makes each event one mail. status is PENDING, SENT, FAILED
-- (no more tries) or DROPPED (its event is no longer true).
create table mail_outbox (
  id              bigint not null auto_increment,
  kind            varchar(30) character set ascii collate ascii_bin not null,
  reference       char(36) character set ascii collate ascii_bin not null,
  member_id       char(36) character set ascii collate ascii_bin not null,
  address         varchar(254) not null,
  language        varchar(5) character set ascii collate ascii_bin not null,
  status          varchar(10) character set ascii collate ascii_bin not null,
  attempts        int not null,
  next_attempt_at datetime(6) not null,
  created_at      datetime(6) not null,
  sent_at         datetime(6) null,
  primary key (id),
  unique key mail_outbox_once (kind, reference),
  key mail_outbox_due (status, next_attempt_at),
  key mail_outbox_of_member (member_id, id)
) default charset = utf8mb4;
