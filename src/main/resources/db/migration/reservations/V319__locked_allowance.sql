-- Several nodes that write notice that two transactions meet in a row only if both change it.
alter table seat_allowances
  add column holds int not null default 0;
