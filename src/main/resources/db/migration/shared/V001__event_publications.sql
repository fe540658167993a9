-- What must still happen after a commit: written with the commit, deleted when it has happened.
create table EVENT_PUBLICATION (
  ID                     varchar(36)   not null,
  LISTENER_ID            varchar(512)  not null,
  EVENT_TYPE             varchar(512)  not null,
  SERIALIZED_EVENT       varchar(4000) not null,
  PUBLICATION_DATE       datetime(6)   not null,
  COMPLETION_DATE        datetime(6)   null,
  STATUS                 varchar(20)   null,
  COMPLETION_ATTEMPTS    int           null,
  LAST_RESUBMISSION_DATE datetime(6)   null,
  primary key (ID),
  key event_publication_by_completion (COMPLETION_DATE)
) default charset = utf8mb4;
