-- Texts of the site that the ticket office has changed. A page without a row has the text of the product.
create table site_texts (
  page       varchar(20) character set ascii collate ascii_bin not null,
  language   char(2) character set ascii collate ascii_bin not null,
  markdown   mediumtext not null,
  version    int not null,
  changed_at datetime(6) not null,
  primary key (page, language)
) default charset = utf8mb4;
