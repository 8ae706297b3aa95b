create schema staff;

create table staff.member (
  id text primary key,
  name text not null,
  password_hash text not null,
  roles text[] not null,
  one_time_password boolean not null,
  disabled boolean not null default false,
  failures integer not null default 0,
  locked_until timestamptz,
  epoch bigint not null default 1,
  created_at timestamptz not null
);
create unique index member_name on staff.member (lower(name));
comment on column staff.member.epoch is 'a session opened under a smaller epoch has ended';
