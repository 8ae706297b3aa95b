create schema disposal;

create table disposal.case (
  id text primary key,
  state text not null check (state in ('OPEN', 'CONTAINED', 'PRESERVED', 'REPORTED', 'CLOSED')),
  severity text not null check (severity in ('ORDINARY', 'SEVERE')),
  facts text not null,
  category text not null,
  exchanges text[] not null,
  opened_by text not null,
  opened_at timestamptz not null,
  contained_at timestamptz,
  preserved_at timestamptz,
  reported_at timestamptz,
  closed_at timestamptz,
  no_report text not null default ''
);
create index disposal_latest on disposal.case (opened_at desc, id);

create table disposal.containment (
  "case" text not null references disposal.case (id),
  outlet text not null,
  stopped integer not null,
  at timestamptz not null,
  primary key ("case", outlet)
);

create table disposal.contained (
  produce_id text primary key,
  "case" text not null references disposal.case (id),
  at timestamptz not null
);
