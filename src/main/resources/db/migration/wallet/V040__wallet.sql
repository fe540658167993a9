create table wallets (
  member_id char(36) character set ascii collate ascii_bin not null,
  balance   bigint not null,
  primary key (member_id),
  constraint wallets_balance check (balance >= 0)
) default charset = utf8mb4;

-- The ledger: only ever inserted into. The balance is the sum of its lines.
create table ledger_entries (
  id            bigint not null auto_increment,
  member_id     char(36) character set ascii collate ascii_bin not null,
  type          varchar(10) character set ascii collate ascii_bin not null,
  amount        bigint not null,
  balance_after bigint not null,
  reference     varchar(40) character set ascii collate ascii_bin not null,
  created_at    datetime(6) not null,
  primary key (id),
  key ledger_entries_of_member (member_id, id),
  unique key ledger_entries_once (reference, type),
  constraint ledger_entries_sign check ((type = 'PAYMENT' and amount < 0) or (type <> 'PAYMENT' and amount > 0))
) default charset = utf8mb4;
