create table members (
  id            char(36) character set ascii collate ascii_bin not null,
  username      varchar(30) character set ascii collate ascii_bin not null,
  password_hash varchar(200) character set ascii collate ascii_bin not null,
  display_name  varchar(80) not null,
  role          varchar(10) character set ascii not null,
  created_at    datetime(6) not null,
  primary key (id),
  unique key members_username (username),
  key members_created_at (created_at, id)
) default charset = utf8mb4;
