create schema management;

create table management.edition (
  id text primary key,
  system text not null,
  version integer not null check (version > 0),
  title text not null,
  body text not null,
  owner text not null,
  effective date not null,
  next_review date not null check (next_review > effective),
  controls text[] not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  author text not null,
  created_at timestamptz not null,
  approver text,
  approved_at timestamptz,
  unique (system, version),
  check (approver is null or approver <> author)
);
create unique index edition_draft on management.edition (system) where approver is null;

create table management.drill (
  id text primary key,
  system text not null,
  held_on date not null,
  findings text not null,
  recorded_by text not null,
  recorded_at timestamptz not null
);
create index drill_system on management.drill (system, held_on desc);
