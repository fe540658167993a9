-- An order keeps the rules of its purchase; null keeps nothing of the price, as before this version.
-- An order with refunds that is still confirmed is partly refunded: reservation_seats has the seats
-- that it still has, and total is their price.
alter table reservations
  add column cancellation_rules varchar(200) character set ascii collate ascii_bin null,
  add column cancellation_grace_minutes int null,
  add column refund_count int not null default 0;
