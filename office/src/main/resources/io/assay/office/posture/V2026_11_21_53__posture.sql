create schema posture;

-- What was computed, and where the ledger says the same. Rows are added and never changed.
create table posture.result (
  id bigint generated always as identity primary key,
  control text not null,
  as_of timestamptz not null,
  window_from timestamptz not null,
  num bigint not null,
  den bigint not null,
  soon bigint not null,
  newest timestamptz,
  status text not null check (status in
    ('PASS', 'FAIL', 'DUE_SOON', 'STALE', 'INSUFFICIENT_EVIDENCE', 'NOT_APPLICABLE')),
  query_sha256 text not null,
  previous bigint not null,
  ledger_shard text not null,
  ledger_index bigint not null
);
create index result_control on posture.result (control, as_of desc, id desc);
create index result_time on posture.result (as_of);
create index result_entry on posture.result (ledger_index);
comment on column posture.result.previous is 'index of the former entry of the control; -1 for none';

-- Results that no longer say what the ledger says.
create table posture.tampered (
  ledger_index bigint primary key,
  control text not null,
  found_at timestamptz not null,
  what text not null
);

-- What the system found out by trying.
create table posture.probe (
  id bigint generated always as identity primary key,
  kind text not null,
  at timestamptz not null,
  ok boolean not null,
  detail text not null
);
create index probe_kind on posture.probe (kind, at desc);

-- Tenants whose traffic is ours, which no control counts.
create table posture.canary (
  tenant text primary key references tenant.tenant (id)
);
