-- One row per concert, written as its sales opened: how many numbers took part in the draw of the order.
create table queue_draws (
  concert_id bigint not null,
  entrants   bigint not null,
  drawn_at   datetime(6) not null,
  primary key (concert_id)
) default charset = utf8mb4;

-- How the ticket office steers a waiting room; a concert without a row goes by the settings.
create table queue_controls (
  concert_id            bigint not null,
  capacity              int not null,
  admissions_per_second double not null,
  mode                  varchar(8) character set ascii collate ascii_bin not null,
  primary key (concert_id)
) default charset = utf8mb4;
