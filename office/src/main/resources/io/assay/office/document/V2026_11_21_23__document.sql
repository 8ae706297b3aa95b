create schema document;

create table document.document (
  id text primary key,
  kind text not null,
  version integer not null check (version > 0),
  state text not null check (state in ('DRAFT', 'APPROVED', 'PUBLISHED', 'SUPERSEDED')),
  title_zh text not null,
  title_en text not null,
  text_zh text not null,
  text_en text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  acceptance boolean not null,
  author text not null,
  created_at timestamptz not null,
  approver text,
  approved_at timestamptz,
  published_at timestamptz,
  superseded_at timestamptz,
  unique (kind, version),
  check (approver is null or approver <> author)
);
create unique index document_published on document.document (kind) where state = 'PUBLISHED';
create unique index document_open on document.document (kind) where state in ('DRAFT', 'APPROVED');
comment on column document.document.sha256 is 'SHA-256 over both titles and both texts';

create trigger snapshot_changed after insert or update or delete on document.document
  for each statement execute function snapshot.changed();

create table document.acceptance (
  subject text not null references subject.subject (id),
  document text not null references document.document (id),
  at timestamptz not null,
  via text not null check (via in ('HOSTED', 'TENANT')),
  language text not null,
  sha256 text not null,
  address_hmac text not null,
  recorded_by text not null,
  primary key (subject, document)
);
create index acceptance_document on document.acceptance (document, at);

create trigger snapshot_changed after insert or update or delete on document.acceptance
  for each statement execute function snapshot.changed();

create table document.reminder (
  id bigint generated always as identity primary key,
  subject text not null references subject.subject (id),
  moment text not null check (moment in ('FIRST_USE', 'BIOMETRIC', 'EXPORT')),
  at timestamptz not null,
  language text not null,
  sha256 text not null,
  recorded_by text not null
);
create index reminder_subject on document.reminder (subject, at);
comment on column document.reminder.sha256 is 'SHA-256 of the words that were shown';
