-- A text of the ticket office for everybody who waits. Null without one.
alter table queue_controls add column message varchar(300);
