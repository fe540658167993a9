-- What members want to be told about a concert: OPENING (sales open) or RETURNED (seats are back). waiting is 1 until the news was written
-- into the outboxes, and null afterwards, so that a member has one waiting wish of a kind and may wish again.
create table wishes (
  id         char(36) character set ascii collate ascii_bin not null,
  member_id  char(36) character set ascii collate ascii_bin not null,
  concert_id bigint not null,
  kind       varchar(10) character set ascii collate ascii_bin not null,
  waiting    tinyint null,
  created_at datetime(6) not null,
  told_at    datetime(6) null,
  primary key (id),
  unique key wishes_once (member_id, concert_id, kind, waiting),
  key wishes_waiting (waiting, concert_id, kind, created_at),
  key wishes_told (told_at)
) default charset = utf8mb4;

create table favourites (
  member_id  char(36) character set ascii collate ascii_bin not null,
  concert_id bigint not null,
  created_at datetime(6) not null,
  primary key (member_id, concert_id)
) default charset = utf8mb4;
