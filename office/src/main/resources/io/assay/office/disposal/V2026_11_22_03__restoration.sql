-- What was let out again because it had been stopped wrongly.
create table disposal.restoration (
  "case" text not null references disposal.case (id),
  exchange text not null,
  outlet text not null,
  restored integer not null,
  source text not null,
  at timestamptz not null,
  primary key ("case", exchange, outlet, source)
);
create index disposal_exchanges on disposal.case using gin (exchanges);
drop index disposal.disposal_latest;
create index disposal_latest on disposal.case (opened_at desc, id desc);
