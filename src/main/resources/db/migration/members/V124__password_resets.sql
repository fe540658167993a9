-- Requests for a new password by mail. A row is written for any name, so that the answer takes as long for one that nobody
-- has. The mail's link holds a keyed hash of the id, which is not here.
create table password_resets (
  id        char(36) character set ascii collate ascii_bin not null,
  username  varchar(30) character set ascii collate ascii_bin not null,
  member_id char(36) character set ascii collate ascii_bin null,
  handled   boolean not null default false,
  ends_at   datetime(6) not null,
  primary key (id),
  key password_resets_new (handled, ends_at),
  key password_resets_of_member (member_id)
) default charset = utf8mb4;
