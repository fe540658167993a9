-- Seats that the ticket office keeps from sale. While a block holds its seat, the row in seats has the status BLOCKED
-- and the block's id as its owner. Rows stay as the history; released_at is null while the block holds the seat.
create table seat_blocks (
  block_id    char(36) character set ascii collate ascii_bin not null,
  show_id     bigint not null,
  seat_no     int not null,
  reason      varchar(200) not null,
  username    varchar(30) character set ascii collate ascii_bin not null,
  blocked_at  datetime(6) not null,
  released_at datetime(6) null,
  primary key (block_id, seat_no),
  key seat_blocks_of_show (show_id, seat_no)
) default charset = utf8mb4;

-- Orders that the ticket office gave to a member for nothing. Their total is 0, and no other order has this total.
create table complimentary_orders (
  reservation_id char(36) character set ascii collate ascii_bin not null,
  reason         varchar(200) not null,
  username       varchar(30) character set ascii collate ascii_bin not null,
  given_at       datetime(6) not null,
  primary key (reservation_id)
) default charset = utf8mb4;

-- Paid seats that the ticket office exchanged. Rows are only ever inserted.
create table seat_moves (
  id             char(36) character set ascii collate ascii_bin not null,
  reservation_id char(36) character set ascii collate ascii_bin not null,
  show_id        bigint not null,
  from_seat      int not null,
  to_seat        int not null,
  reason         varchar(200) not null,
  username       varchar(30) character set ascii collate ascii_bin not null,
  moved_at       datetime(6) not null,
  primary key (id),
  key seat_moves_of_reservation (reservation_id, moved_at)
) default charset = utf8mb4;
