-- Sells free seats, one order each, so that the books agree. PaidOrderGenerator runs the parts.
-- Ids, numbers and names are calculated from the number of the order or the member. Ids of orders
-- grow, as those of the product do. The cost is about twelve rows per order.

-- part members
drop table if exists generated_orders, generated_members;

create table generated_orders (
  n              bigint not null auto_increment primary key,
  concert_id     bigint not null,
  show_id        bigint not null,
  seat_no        int not null,
  starts_at      datetime(6) not null,
  grade          varchar(40) not null,
  price          bigint not null,
  paid_at        datetime(6) not null,
  member_no      int null,
  member_id      char(36) character set ascii collate ascii_bin null,
  reservation_id char(36) character set ascii collate ascii_bin null,
  payment_id     char(36) character set ascii collate ascii_bin null
) default charset = utf8mb4;

create table generated_members (
  n  int not null primary key,
  id char(36) character set ascii collate ascii_bin not null
) default charset = utf8mb4;

insert into generated_members (n, id)
with digits as (select 0 as d union all select 1 union all select 2 union all select 3 union all select 4
  union all select 5 union all select 6 union all select 7 union all select 8 union all select 9)
select numbers.n, insert(insert(insert(insert(left(sha2(concat('member ', numbers.n), 256), 32), 9, 0, '-'), 14, 0, '-'), 19, 0, '-'),
  24, 0, '-')
from (select a.d + 10 * b.d + 100 * c.d + 1000 * d.d + 10000 * e.d + 100000 * f.d as n
  from digits a cross join digits b cross join digits c cross join digits d cross join digits e cross join digits f) numbers
where numbers.n < ?;

insert into members (id, username, password_hash, display_name, role, created_at)
select id, concat('fan', substr(id, 1, 8), n), '{noop}no log-in', concat(elt(1 + n % 11, '김', '이', '박', '최', '정', '강',
    '조', '윤', '장', '임', '한'), elt(1 + n div 11 % 13, '하', '서', '민', '지', '도', '예', '수', '현', '주', '은', '태',
    '가', '시'), elt(1 + n div 143 % 17, '늘', '연', '준', '우', '윤', '린', '아', '호', '영', '진', '솔', '온', '빈', '율',
    '담', '결', '봄')),
  'MEMBER', utc_timestamp(6) - interval n minute
from generated_members;

insert into wallets (member_id, balance) select id, 0 from generated_members;

-- part choose
insert into generated_orders (concert_id, show_id, seat_no, starts_at, grade, price, paid_at)
select w.concert_id, s.show_id, s.seat_no, w.starts_at, s.grade, s.price, utc_timestamp(6)
from seats s join shows w on w.id = s.show_id
where s.show_id between ? and ? and s.status = 'AVAILABLE';

-- part sell
update generated_orders set member_no = n * 7919 % (select count(*) from generated_members);

update generated_orders o join generated_members m on m.n = o.member_no
set o.member_id = m.id,
  o.paid_at = utc_timestamp(6) - interval 2 day - interval (o.n * 37 % 86400) minute,
  o.reservation_id = concat(lower(lpad(hex(o.n), 8, '0')), '-0000-7000-8000-', left(sha2(concat('reservation ', o.n), 256), 12)),
  o.payment_id = concat(lower(lpad(hex(o.n), 8, '0')), '-0000-7000-8000-', left(sha2(concat('payment ', o.n), 256), 12));

insert into ledger_entries (member_id, type, amount, balance_after, reference, created_at)
select o.member_id, k.type, k.sign * o.price, if(k.sign > 0, o.price, 0),
  if(k.sign > 0, convert(left(sha2(concat('charge ', o.n), 256), 32) using ascii), o.payment_id), o.paid_at
from generated_orders o
join (select 'CHARGE' as type, 1 as sign union all select 'PAYMENT', -1) k
order by o.n, k.sign desc;

insert into reservations (id, member_id, concert_id, show_id, starts_at, total, status, held_until, queue_seq,
  created_at, booking_number, cancellation_rules, cancellation_grace_minutes)
select reservation_id, member_id, concert_id, show_id, starts_at, price, 'CONFIRMED', paid_at + interval 5 minute, 0,
  paid_at - interval 1 minute, lpad(conv(n * 1103515243 % 2821109907456, 10, 36), 8, '0'), '0:90', 1440
from generated_orders;

insert into reservation_seats (reservation_id, show_id, seat_no, grade, price)
select reservation_id, show_id, seat_no, grade, price from generated_orders;

insert into payments (id, reservation_id, member_id, amount, status, balance_after, created_at, paid_at)
select payment_id, reservation_id, member_id, price, 'PAID', 0, paid_at - interval 1 minute, paid_at from generated_orders;

insert into tickets (code, payment_id, show_id, seat_no)
select upper(substr(left(sha2(concat('ticket ', n), 256), 32), 1, 16)), payment_id, show_id, seat_no from generated_orders;

update seats s join generated_orders o on o.show_id = s.show_id and o.seat_no = s.seat_no
set s.status = 'SOLD', s.reservation_id = o.reservation_id;

update shows w join (select show_id, count(*) as sold from generated_orders group by show_id) o on o.show_id = w.id
set w.seats_left = w.seats_left - o.sold;

delete from generated_orders;

-- part end
drop table generated_orders, generated_members;

analyze table members, wallets, ledger_entries, reservations, reservation_seats, payments, tickets, seats, shows
