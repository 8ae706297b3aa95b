create schema tamper;

-- Signs that somebody tampered with a label. Nothing of a file is kept but its digest.
create table tamper.signal (
  id text primary key,
  verdict text not null check (verdict in ('STRIPPED', 'ALTERED', 'FORGED', 'TRANSPLANTED')),
  exchange text not null,
  produce_id text not null,
  file_sha256 text not null,
  format text not null,
  noticed_by text not null,
  noticed_at timestamptz not null,
  last_at timestamptz not null,
  times integer not null default 1,
  state text not null default 'NEW' check (state in ('NEW', 'CASE', 'DISMISSED')),
  matter text not null default '',
  reason text not null default '',
  decided_by text not null default '',
  decided_at timestamptz,
  check ((state = 'NEW') = (decided_at is null))
);
create index signal_time on tamper.signal (noticed_at desc, id desc);
create index signal_exchange on tamper.signal (exchange, verdict);
-- Undecided, the same is there once; what names no exchange is gathered, so that nobody floods the desk.
create unique index signal_new on tamper.signal (verdict, exchange) where state = 'NEW';
