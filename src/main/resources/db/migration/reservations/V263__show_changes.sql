-- What members bought before the ticket office changed it: one row per change and paid reservation, written with the change. A mail tells
-- of it.
create table show_changes (
  id             char(36) character set ascii collate ascii_bin not null,
  reservation_id char(36) character set ascii collate ascii_bin not null,
  member_id      char(36) character set ascii collate ascii_bin not null,
  old_title      varchar(200) not null,
  old_venue      varchar(200) not null,
  changed_at     datetime(6) not null,
  primary key (id),
  key show_changes_reservation (reservation_id)
) default charset = utf8mb4;
