-- A draw can be checked for good, also after the key that its seed came from has changed. Null in draws before this.
alter table queue_draws add column seed char(64) character set ascii collate ascii_bin;
