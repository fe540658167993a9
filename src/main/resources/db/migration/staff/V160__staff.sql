-- What members of the staff may do in the ticket office. concert_id 0: a role for all concerts.
create table staff_roles (
  id         bigint not null auto_increment,
  member_id  char(36) character set ascii collate ascii_bin not null,
  role       varchar(12) character set ascii collate ascii_bin not null,
  concert_id bigint not null,
  granted_at datetime(6) not null,
  primary key (id),
  unique key staff_roles_once (member_id, role, concert_id),
  key staff_roles_by_role (role, concert_id)
) default charset = utf8mb4;

-- Administrators become owners. members.role stays as what the API calls them.
insert into staff_roles (member_id, role, concert_id, granted_at)
select id, 'OWNER', 0, utc_timestamp(6) from members where role = 'ADMIN';

-- Links that give a role once. token_hash: SHA-256 of the link's secret. created_by: null for the first owner's link,
-- which works only while there is no owner.
create table staff_invites (
  token_hash varchar(64) character set ascii collate ascii_bin not null,
  role       varchar(12) character set ascii collate ascii_bin not null,
  concert_id bigint not null,
  created_by char(36) character set ascii collate ascii_bin null,
  created_at datetime(6) not null,
  expires_at datetime(6) not null,
  used_by    char(36) character set ascii collate ascii_bin null,
  used_at    datetime(6) null,
  primary key (token_hash)
) default charset = utf8mb4;
