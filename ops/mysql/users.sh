#!/bin/bash
# Runs once, when the database is made: two users. The one of the migration may change tables, the
# one of the instances may only read and write rows.
set -eu

mysql --protocol=socket -uroot -p"$(cat /run/secrets/mysql-root-password)" <<SQL
create database if not exists frontrow character set utf8mb4;
create user if not exists 'frontrow_schema'@'%' identified by '$(cat /run/secrets/schema-password)';
grant all on frontrow.* to 'frontrow_schema'@'%';
create user if not exists 'frontrow'@'%' identified by '$(cat /run/secrets/mysql-password)';
grant select, insert, update, delete on frontrow.* to 'frontrow'@'%';
SQL
