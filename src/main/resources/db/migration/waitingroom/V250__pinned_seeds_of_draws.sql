-- The seed of a draw to come, pinned when its concert is added and sealed with a key of the installation (key_id). A new
-- key of the installation seals it again and changes nothing else. The commitment is public.
create table queue_draw_seeds (
  concert_id  bigint not null,
  commitment  char(64) character set ascii collate ascii_bin not null,
  sealed_seed varchar(200) character set ascii collate ascii_bin not null,
  key_id      varchar(16) character set ascii collate ascii_bin not null,
  pinned_at   timestamp(6) not null default current_timestamp(6),
  primary key (concert_id),
  key draw_seeds_by_key (key_id),
  key draw_seeds_by_time (pinned_at)
) default charset = utf8mb4;
