-- A show that was cancelled or moved, the date that was announced first, and why.
alter table shows
  add column cancelled_at datetime(6) null,
  add column announced_for datetime(6) null,
  add column change_reason varchar(300) null;
