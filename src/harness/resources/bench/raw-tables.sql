-- The tables of the yardstick for holds and payments: those of the product as it began, with their keys, so that
-- the yardstick stays the same when the product changes.

create table raw_shows (
  id         bigint not null auto_increment,
  concert_id bigint not null,
  starts_at  datetime(6) not null,
  seats_left int not null,
  withdrawn  boolean not null default false,
  primary key (id),
  key shows_of_concert (concert_id, starts_at),
  constraint raw_shows_seats_left check (seats_left between 0 and 50)
) default charset = utf8mb4;

create table raw_seats (
  show_id        bigint not null,
  seat_no        int not null,
  grade          varchar(40) not null,
  price          bigint not null,
  status         varchar(10) character set ascii collate ascii_bin not null,
  reservation_id char(36) character set ascii collate ascii_bin null,
  hold_until     datetime(6) null,
  primary key (show_id, seat_no),
  constraint raw_seats_seat_no check (seat_no between 1 and 50),
  constraint raw_seats_owner check ((status = 'AVAILABLE') = (reservation_id is null))
) default charset = utf8mb4;

create table raw_reservations (
  id         char(36) character set ascii collate ascii_bin not null,
  member_id  char(36) character set ascii collate ascii_bin not null,
  concert_id bigint not null,
  show_id    bigint not null,
  starts_at  datetime(6) not null,
  total      bigint not null,
  status     varchar(10) character set ascii collate ascii_bin not null,
  held_until datetime(6) not null,
  queue_seq  bigint not null,
  created_at datetime(6) not null,
  primary key (id),
  key reservations_of_member (member_id, created_at),
  key reservations_live (status, held_until)
) default charset = utf8mb4;

create table raw_reservation_seats (
  reservation_id char(36) character set ascii collate ascii_bin not null,
  show_id        bigint not null,
  seat_no        int not null,
  grade          varchar(40) not null,
  price          bigint not null,
  primary key (reservation_id, seat_no),
  constraint raw_reservation_seats_reservation foreign key (reservation_id) references raw_reservations (id)
) default charset = utf8mb4;

create table raw_seat_allowances (
  member_id  char(36) character set ascii collate ascii_bin not null,
  concert_id bigint not null,
  primary key (member_id, concert_id)
) default charset = utf8mb4;

create table raw_wallets (
  member_id char(36) character set ascii collate ascii_bin not null,
  balance   bigint not null,
  primary key (member_id),
  constraint raw_wallets_balance check (balance >= 0)
) default charset = utf8mb4;

create table raw_ledger_entries (
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
  constraint raw_ledger_entries_sign check ((type = 'PAYMENT' and amount < 0) or (type <> 'PAYMENT' and amount > 0))
) default charset = utf8mb4;

create table raw_payments (
  id             char(36) character set ascii collate ascii_bin not null,
  reservation_id char(36) character set ascii collate ascii_bin not null,
  member_id      char(36) character set ascii collate ascii_bin not null,
  amount         bigint not null,
  status         varchar(10) character set ascii collate ascii_bin not null,
  balance_after  bigint null,
  created_at     datetime(6) not null,
  paid_at        datetime(6) null,
  primary key (id),
  unique key payments_reservation (reservation_id),
  key payments_of_member (member_id, created_at)
) default charset = utf8mb4;

create table raw_tickets (
  code       varchar(20) character set ascii collate ascii_bin not null,
  payment_id char(36) character set ascii collate ascii_bin not null,
  show_id    bigint not null,
  seat_no    int not null,
  void       boolean not null default false,
  primary key (code),
  key tickets_of_payment (payment_id, seat_no),
  constraint raw_tickets_payment foreign key (payment_id) references raw_payments (id)
) default charset = utf8mb4;
