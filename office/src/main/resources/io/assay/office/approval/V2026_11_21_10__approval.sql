create schema approval;

create table approval.proposal (
  id text primary key,
  kind text not null,
  about text not null,
  facts jsonb not null,
  reason text not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  expires_at timestamptz not null,
  state text not null check (state in ('OPEN', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'EXPIRED')),
  decided_by text,
  decided_at timestamptz,
  note text not null default '',
  check (decided_by is null or state <> 'APPROVED' or decided_by <> proposed_by)
);
create unique index proposal_waiting on approval.proposal (kind, about) where state = 'OPEN';
create index proposal_decided on approval.proposal (decided_at desc, id) where state <> 'OPEN';
