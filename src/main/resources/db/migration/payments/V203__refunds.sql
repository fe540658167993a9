-- A refund gives amount back and keeps fee; together they are the price of its tickets.
-- The username is null if the member cancelled. The key of refund_tickets refunds a ticket once.
create table refunds (
  id            char(36) character set ascii collate ascii_bin not null,
  payment_id    char(36) character set ascii collate ascii_bin not null,
  part          int not null,
  number        varchar(30) character set ascii collate ascii_bin not null,
  amount        bigint not null,
  fee           bigint not null,
  balance_after bigint not null,
  username      varchar(30) character set ascii collate ascii_bin null,
  reason        varchar(1000) null,
  created_at    datetime(6) not null,
  primary key (id),
  unique key refunds_of_payment (payment_id, part),
  unique key refunds_number (number),
  key refunds_by_time (created_at),
  constraint refunds_amounts check (amount >= 0 and fee >= 0)
) default charset = utf8mb4;

create table refund_tickets (
  ticket_code varchar(20) character set ascii collate ascii_bin not null,
  refund_id   char(36) character set ascii collate ascii_bin not null,
  seat_no     int not null,
  grade       varchar(40) not null,
  price       bigint not null,
  fee         bigint not null,
  primary key (ticket_code),
  key refund_tickets_of_refund (refund_id, seat_no),
  constraint refund_tickets_refund foreign key (refund_id) references refunds (id)
) default charset = utf8mb4;
