-- The one truth about each seat. AVAILABLE, HELD until hold_until, or SOLD; a hold that has run out counts as
-- available in every statement, so nothing waits for a sweeper.
create table seats (
  show_id        bigint not null,
  seat_no        int not null,
  grade          varchar(40) not null,
  price          bigint not null,
  status         varchar(10) character set ascii collate ascii_bin not null,
  reservation_id char(36) character set ascii collate ascii_bin null,
  hold_until     datetime(6) null,
  primary key (show_id, seat_no),
  constraint seats_seat_no check (seat_no between 1 and 50),
  constraint seats_owner check ((status = 'AVAILABLE') = (reservation_id is null))
) default charset = utf8mb4;

-- The history: never deleted. status HELD with held_until in the past reads as EXPIRED.
create table reservations (
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

create table reservation_seats (
  reservation_id char(36) character set ascii collate ascii_bin not null,
  show_id        bigint not null,
  seat_no        int not null,
  grade          varchar(40) not null,
  price          bigint not null,
  primary key (reservation_id, seat_no),
  constraint reservation_seats_reservation foreign key (reservation_id) references reservations (id)
) default charset = utf8mb4;

-- One row per member and concert, locked while that member takes seats of it, so that the limit of seats is exact.
create table seat_allowances (
  member_id  char(36) character set ascii collate ascii_bin not null,
  concert_id bigint not null,
  primary key (member_id, concert_id)
) default charset = utf8mb4;
