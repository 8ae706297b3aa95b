create schema calendar;

create table calendar.year (
  year integer not null,
  version text not null,
  file text not null,
  signature text not null,
  added_by text not null,
  added_at timestamptz not null,
  primary key (year, version)
);
comment on table calendar.year is 'year files added to those that ship; of one year the last added counts';
