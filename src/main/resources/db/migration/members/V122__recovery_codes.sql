-- Codes that set a new password once. Only their HMAC is kept; a code that was used is deleted.
create table recovery_codes (
  member_id char(36) character set ascii collate ascii_bin not null,
  code_hash char(43) character set ascii collate ascii_bin not null,
  primary key (member_id, code_hash)
) default charset = utf8mb4;
