-- Every instance keeps the programme in memory and reads what changed lately: changed_at, written by the database
-- itself with each change. revision orders the changes of one concert.
alter table concerts
  add column revision int not null default 0,
  add column changed_at timestamp(6) not null default current_timestamp(6) on update current_timestamp(6),
  add key concerts_by_change (changed_at),
  drop key concerts_by_first_show;

alter table shows
  add column changed_at timestamp(6) not null default current_timestamp(6) on update current_timestamp(6),
  add key shows_by_change (changed_at);
