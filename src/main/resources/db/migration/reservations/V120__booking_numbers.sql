-- What people name a booking by: eight letters and digits without look-alikes, shown as ABCD-2345. It is null only for
-- rows that an instance of an older version writes during an upgrade.
alter table reservations add booking_number char(8) character set ascii collate ascii_bin null;

-- Existing rows: the factor shares no divisor with 31^8, so two rows never get the same number.
update reservations join (
  select id, mod(318564823157 * row_number() over (order by created_at, id), 852891037441) as code from reservations
) numbered on numbered.id = reservations.id
set booking_number = concat(
    substr('23456789ABCDEFGHJKMNPQRSTUVWXYZ', 1 + mod(code div 27512614111, 31), 1),
    substr('23456789ABCDEFGHJKMNPQRSTUVWXYZ', 1 + mod(code div 887503681, 31), 1),
    substr('23456789ABCDEFGHJKMNPQRSTUVWXYZ', 1 + mod(code div 28629151, 31), 1),
    substr('23456789ABCDEFGHJKMNPQRSTUVWXYZ', 1 + mod(code div 923521, 31), 1),
    substr('23456789ABCDEFGHJKMNPQRSTUVWXYZ', 1 + mod(code div 29791, 31), 1),
    substr('23456789ABCDEFGHJKMNPQRSTUVWXYZ', 1 + mod(code div 961, 31), 1),
    substr('23456789ABCDEFGHJKMNPQRSTUVWXYZ', 1 + mod(code div 31, 31), 1),
    substr('23456789ABCDEFGHJKMNPQRSTUVWXYZ', 1 + mod(code div 1, 31), 1));

alter table reservations add unique key reservations_booking_number (booking_number);
