create table concerts (
  id            bigint not null auto_increment,
  title         varchar(400) not null,
  artist        varchar(400) not null,
  venue         varchar(400) not null,
  description   text not null,
  sales_open_at datetime(6) not null,
  first_show_at datetime(6) not null,
  last_show_at  datetime(6) not null,
  withdrawn     boolean not null default false,
  created_at    datetime(6) not null,
  primary key (id),
  key concerts_by_first_show (withdrawn, first_show_at, id)
) default charset = utf8mb4;

create table price_bands (
  concert_id bigint not null,
  grade      varchar(40) not null,
  from_seat  int not null,
  to_seat    int not null,
  price      bigint not null,
  primary key (concert_id, from_seat),
  constraint price_bands_concert foreign key (concert_id) references concerts (id),
  constraint price_bands_price check (price > 0)
) default charset = utf8mb4;

-- seats_left: not yet sold. Kept with each payment and refund, so that lists need no look at the seats.
create table shows (
  id         bigint not null auto_increment,
  concert_id bigint not null,
  starts_at  datetime(6) not null,
  seats_left int not null,
  withdrawn  boolean not null default false,
  primary key (id),
  key shows_of_concert (concert_id, starts_at),
  constraint shows_concert foreign key (concert_id) references concerts (id),
  constraint shows_seats_left check (seats_left between 0 and 50)
) default charset = utf8mb4;
