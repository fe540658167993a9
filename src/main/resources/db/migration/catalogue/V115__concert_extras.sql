-- What a visitor needs to know, and the names of a concert in a second language. Everything may be missing.
alter table concerts
  add column second_language    varchar(2)    null,
  add column second_title       varchar(400)  null,
  add column second_artist      varchar(400)  null,
  add column second_venue       varchar(400)  null,
  add column second_description text          null,
  add column venue_address      varchar(600)  null,
  add column venue_map_url      varchar(500)  null,
  add column doors_minutes      int           null,
  add column running_minutes    int           null,
  add column age_limit          int           null,
  add column notice             text          null;
