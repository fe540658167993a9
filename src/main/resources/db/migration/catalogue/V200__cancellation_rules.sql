-- What is kept of the price when tickets are cancelled, such as 10:0,7:10,0:90: until 10 days before
-- the show nothing, until 7 days before 10 percent, then 90 percent. Null takes the setting.
alter table concerts add column cancellation_rules varchar(200) character set ascii collate ascii_bin null;
