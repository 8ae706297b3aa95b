create schema restitution;

-- What was blocked wrongly and passes for its subject; a blocked answer with the place where it is kept
-- and the request by which it is asked for again.
create table restitution.release (
  exchange text not null,
  part text not null check (part in ('INPUT', 'ATTACHMENT', 'OUTPUT')),
  subject text not null,
  salt text not null,
  sha256 text[] not null,
  until timestamptz not null,
  ended_at timestamptz,
  capability text not null,
  request_sha256 text not null,
  shard text not null,
  fields text[] not null,
  commitments text[] not null,
  delivered_at timestamptz,
  delivered_by text,
  primary key (exchange, part)
);
create index release_until on restitution.release (until) where ended_at is null;
create index release_delivered on restitution.release (delivered_at) where fields <> '{}';
comment on column restitution.release.sha256 is 'of the salt and each text or file';
comment on column restitution.release.request_sha256 is 'of the salt and every text of the request';
comment on column restitution.release.fields is 'under which the vault keeps the answer; empty without one';
comment on column restitution.release.until is 'policy, no number of the law';
create trigger snapshot_changed after insert or update or delete on restitution.release
  for each statement execute function snapshot.changed();
