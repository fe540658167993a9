-- Until this time nothing is kept of the price, because the show was moved.
alter table reservations add column cancellation_free_until datetime(6) null;
