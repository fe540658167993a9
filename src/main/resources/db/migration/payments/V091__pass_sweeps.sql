-- One row: up to which time of payment it is certain that the passes of the payments were ended.
create table pass_sweeps (
  id          tinyint not null,
  swept_until datetime(6) not null,
  primary key (id)
) default charset = utf8mb4;

insert into pass_sweeps values (1, utc_timestamp(6));

alter table payments add key payments_by_time (paid_at);
