-- The second factor of a member of the staff. generation: grows with each change of the factors; a session that has
-- passed the second step holds for one generation. totp_secret: encrypted; null without an app. totp_step: the last
-- half minute whose code was used.
create table staff_factors (
  member_id   char(36) character set ascii collate ascii_bin not null,
  generation  bigint not null,
  totp_secret varchar(120) character set ascii collate ascii_bin null,
  totp_step   bigint not null default 0,
  changed_at  datetime(6) not null,
  primary key (member_id)
) default charset = utf8mb4;

-- Codes for the second step that work once. Only their HMAC is kept; a code that was used is deleted.
create table staff_recovery_codes (
  member_id char(36) character set ascii collate ascii_bin not null,
  code_hash char(43) character set ascii collate ascii_bin not null,
  primary key (member_id, code_hash)
) default charset = utf8mb4;

-- Passkeys, as the repositories of Spring Security expect them. name: the id of the member.
create table user_entities (
  id           varchar(200) character set ascii collate ascii_bin not null,
  name         varchar(100) character set ascii collate ascii_bin not null,
  display_name varchar(200) null,
  primary key (id),
  unique key user_entities_by_name (name)
) default charset = utf8mb4;

create table user_credentials (
  credential_id                varchar(1400) character set ascii collate ascii_bin not null,
  user_entity_user_id          varchar(200) character set ascii collate ascii_bin not null,
  public_key                   blob not null,
  signature_count              bigint null,
  uv_initialized               boolean null,
  backup_eligible              boolean not null,
  authenticator_transports     varchar(1000) null,
  public_key_credential_type   varchar(100) null,
  backup_state                 boolean not null,
  attestation_object           blob null,
  attestation_client_data_json blob null,
  created                      datetime(6) null,
  last_used                    datetime(6) null,
  label                        varchar(200) not null,
  primary key (credential_id),
  key user_credentials_by_user (user_entity_user_id)
) default charset = utf8mb4;
