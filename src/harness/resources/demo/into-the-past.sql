-- Lets everything so far have happened 45 days ago: the one thing the product itself cannot do. Only times change,
-- so seats, balances and payments stay as the product wrote them. Run once, in one transaction.
update members set created_at = created_at - interval 45 day;
-- created_at stays, because the queue of a concert is bound to it
update concerts set sales_open_at = sales_open_at - interval 45 day, first_show_at = first_show_at - interval 45 day, last_show_at = last_show_at - interval 45 day;
update shows set starts_at = starts_at - interval 45 day;
update reservations set created_at = created_at - interval 45 day, held_until = held_until - interval 45 day, starts_at = starts_at - interval 45 day;
update payments set created_at = created_at - interval 45 day, paid_at = paid_at - interval 45 day;
update ledger_entries set created_at = created_at - interval 45 day;
