-- The board of a concert tells who steered its queue last.
alter table trail_entries add key trail_entries_of_concert (concert_id, what, number);
