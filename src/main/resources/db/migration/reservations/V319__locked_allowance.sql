-- Each hold changes this row. If a database has several nodes that write, a lock does not reach the other
-- nodes, but two changes of the same row are noticed at the commit.
alter table seat_allowances
  add column holds int not null default 0;
