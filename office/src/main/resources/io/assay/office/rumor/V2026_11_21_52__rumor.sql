create schema rumor;

create table rumor.rumor (
  id text primary key,
  claim text not null,
  phrase text not null,
  major boolean not null,
  state text not null check (state in
    ('SUSPECTED', 'VERIFIED_FALSE', 'CONTAINED', 'REFUTED', 'REPORTED', 'CLOSED', 'TRUE')),
  fingerprint text not null,
  source text not null default '',
  source_url text not null default '',
  refutation text not null default '',
  report text not null default '',
  feature text not null default '',
  scanned integer not null default 0,
  scannable integer not null default 0,
  opened_by text not null,
  opened_at timestamptz not null,
  verified_by text,
  verified_at timestamptz,
  contained_at timestamptz,
  refuted_by text,
  refuted_at timestamptz,
  reported_at timestamptz,
  closed_at timestamptz
);
create index rumor_time on rumor.rumor (opened_at desc, id desc);
create index rumor_refuted on rumor.rumor (refuted_at desc) where refuted_at is not null;
comment on column rumor.rumor.report is 'identifier or receipt number of the report to the authority';

-- What says it: a publication, an output that was delivered, or both.
create table rumor.affected (
  rumor text not null references rumor.rumor (id),
  exchange text not null,
  publication text,
  subject text not null,
  how text not null,
  found_at timestamptz not null,
  primary key (rumor, exchange)
);

-- Who made or received it, and was told.
create table rumor.told (
  rumor text not null references rumor.rumor (id),
  subject text not null,
  made boolean not null,
  told_at timestamptz,
  primary key (rumor, subject)
);
