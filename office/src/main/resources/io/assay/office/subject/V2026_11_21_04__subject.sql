create schema subject;

create table subject.subject (
  id text primary key,
  tenant text not null references tenant.tenant (id),
  reference text not null,
  state text not null check (state in ('REGISTERED', 'VERIFYING', 'VERIFIED', 'SUSPENDED', 'CLOSED')),
  reason text not null default '',
  suspended_until timestamptz,
  verification_token text not null unique,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  unique (tenant, reference)
);
comment on column subject.subject.reference is 'the tenant''s own name for this end user';

create trigger snapshot_changed after insert or update or delete on subject.subject
  for each statement execute function snapshot.changed();
