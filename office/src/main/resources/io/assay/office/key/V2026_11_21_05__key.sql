create schema key;

create table key.key (
  id text primary key,
  subject text not null references subject.subject (id),
  name text not null,
  sha256 text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
  hint text not null,
  created_at timestamptz not null,
  created_by text not null,
  revoked_at timestamptz
);
create index key_subject on key.key (subject);

create trigger snapshot_changed after insert or update or delete on key.key
  for each statement execute function snapshot.changed();
