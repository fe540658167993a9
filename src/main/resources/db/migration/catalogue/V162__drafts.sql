-- A concert that is not announced is a draft: only the ticket office sees it.
alter table concerts add column announced boolean not null default true;
