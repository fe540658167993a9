-- What the staff writes about an order. Never shown to the member.
create table order_notes (
  id             bigint not null auto_increment,
  reservation_id char(36) character set ascii collate ascii_bin not null,
  username       varchar(30) character set ascii collate ascii_bin not null,
  text           varchar(1000) not null,
  created_at     datetime(6) not null,
  primary key (id),
  key order_notes_of_reservation (reservation_id, id)
) default charset = utf8mb4;
