-- The ticket office lists orders by time, of all concerts or of one, and finds members by the beginning of their name.
alter table reservations add key reservations_by_time (created_at), add key reservations_of_concert (concert_id, created_at);
alter table members add key members_display_name (display_name);
