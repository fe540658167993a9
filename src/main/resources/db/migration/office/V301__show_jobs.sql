-- Work on the orders of a show that was cancelled or moved. A show is cancelled once; it can be moved again.
create table show_jobs (
  id           char(36) character set ascii collate ascii_bin not null,
  kind         varchar(10) character set ascii collate ascii_bin not null,
  concert_id   bigint not null,
  show_id      bigint not null,
  starts_at    datetime(6) not null,
  moves_to     datetime(6) null,
  refund_until datetime(6) null,
  reason       varchar(300) not null,
  username     varchar(30) character set ascii collate ascii_bin not null,
  total        int not null,
  done         int not null default 0,
  failed       int not null default 0,
  amount       bigint not null default 0,
  status       varchar(10) character set ascii collate ascii_bin not null,
  created_at   datetime(6) not null,
  finished_at  datetime(6) null,
  next_run_at  datetime(6) not null,
  primary key (id),
  key show_jobs_of_show (show_id, created_at),
  key show_jobs_to_run (status, next_run_at)
) default charset = utf8mb4;
