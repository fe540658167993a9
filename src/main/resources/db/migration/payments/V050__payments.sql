create table payments (
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

create table tickets (
  code       varchar(20) character set ascii collate ascii_bin not null,
  payment_id char(36) character set ascii collate ascii_bin not null,
  show_id    bigint not null,
  seat_no    int not null,
  void       boolean not null default false,
  primary key (code),
  key tickets_of_payment (payment_id, seat_no),
  constraint tickets_payment foreign key (payment_id) references payments (id)
) default charset = utf8mb4;
