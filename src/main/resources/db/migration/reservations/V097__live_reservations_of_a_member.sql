-- what a member holds or owns of a concert, however much they have given back
alter table reservations add key reservations_of_member_live (member_id, concert_id, status);
