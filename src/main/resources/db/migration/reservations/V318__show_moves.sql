-- The date that a paid order had before its show was moved, and until when it can be returned without a fee. One row for each order and
-- move. A mail tells of it.
create table show_moves (
  id             char(36) character set ascii collate ascii_bin not null,
  reservation_id char(36) character set ascii collate ascii_bin not null,
  old_starts_at  datetime(6) not null,
  refund_until   datetime(6) not null,
  moved_at       datetime(6) not null,
  primary key (id),
  key show_moves_reservation (reservation_id)
) default charset = utf8mb4;
