create schema tenant;

create table tenant.tenant (
  id text primary key,
  name text not null,
  created_at timestamptz not null
);
create unique index tenant_name on tenant.tenant (lower(name));
