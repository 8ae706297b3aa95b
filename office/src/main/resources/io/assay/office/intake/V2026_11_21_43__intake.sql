create schema intake;

create table intake.case (
  id text primary key,
  door text not null check (door in ('APPEAL', 'COMPLAINT', 'REPORT')),
  code_hmac text not null unique,
  state text not null,
  about text not null,
  topic text not null,
  contact bytea,
  language text not null,
  received_at timestamptz not null,
  handler text,
  contested_by text not null default '',
  finding text,
  decided_by text,
  decided_at timestamptz,
  notified_at timestamptz,
  closed_at timestamptz,
  erased_at timestamptz,
  check (door <> 'APPEAL' or decided_by is null or position(' ' || decided_by || ' ' in ' ' || contested_by || ' ') = 0)
);
comment on column intake.case.contact is 'sealed under a key of the case; null when none was given or it was erased';
create index case_queue on intake.case (received_at, id) where state in ('RECEIVED', 'ACCEPTED', 'INVESTIGATING');
create index case_latest on intake.case (received_at desc, id);
create index case_feedback on intake.case (id) where state in ('DECIDED', 'NOT_ACCEPTED', 'NOTIFIED');
create index case_about on intake.case (about);

create table intake.line (
  id text primary key,
  seq bigint generated always as identity,
  "case" text not null references intake.case (id),
  at timestamptz not null,
  author text not null check (author in ('COMPLAINANT', 'STAFF', 'NOTE', 'SYSTEM')),
  by text not null,
  state text,
  text bytea
);
create index line_case on intake.line ("case", seq);

create table intake.attachment (
  id text primary key,
  "case" text not null references intake.case (id),
  name bytea,
  kind text not null,
  size bigint not null,
  sha256 text not null,
  scanned text not null,
  bytes bytea,
  added_at timestamptz not null
);
create index attachment_case on intake.attachment ("case", added_at, id);

create table intake.false_positive (
  exchange text not null,
  source text not null,
  reason text not null,
  by text not null,
  at timestamptz not null,
  primary key (exchange, source)
);
