create schema pool;

-- A feature never changes: a changed one is another feature, which replaces it.
create table pool.feature (
  id text primary key,
  kind text not null,
  pattern text not null,
  category text not null,
  disposition text not null,
  definition text not null,
  definition_sha256 text not null check (definition_sha256 ~ '^[0-9a-f]{64}$'),
  origin text not null check (origin in ('STARTER', 'STAFF', 'EMERGENCY', 'FALSE_POSITIVE', 'RUMOR')),
  about text not null default '',
  replaces text references pool.feature (id),
  state text not null check (state in ('PROPOSED', 'TESTED', 'APPROVED', 'SHADOW', 'ACTIVE',
    'EMERGENCY', 'EX_POST_REVIEW', 'RETIRED', 'REJECTED', 'WITHDRAWN')),
  editor text not null,
  approver text,
  entered_at timestamptz not null,
  approved_at timestamptz,
  changed_at timestamptz not null,
  due_at timestamptz,
  check (approver is distinct from editor),
  check (state not in ('APPROVED', 'SHADOW') or approver is not null),
  check (state <> 'ACTIVE' or origin = 'STARTER' or approver is not null)
);
create index feature_changed on pool.feature (changed_at desc, id desc);
create index feature_state on pool.feature (state, changed_at desc, id desc);
create index feature_category on pool.feature (category, changed_at desc, id desc);
create index feature_replaces on pool.feature (replaces) where replaces is not null;
create index feature_due on pool.feature (due_at) where due_at is not null;
comment on column pool.feature.due_at is
  'by when an emergency entry is reviewed after the event; policy, no number of the law';

create table pool.event (
  number bigint generated always as identity primary key,
  feature text not null references pool.feature (id),
  at timestamptz not null,
  actor text not null,
  state text not null,
  note text not null default ''
);
create index event_feature on pool.event (feature, number);

create table pool.replay (
  id text primary key,
  feature text not null references pool.feature (id),
  at timestamptz not null,
  actor text not null,
  version bigint not null,
  result jsonb not null,
  added_over_block bigint not null,
  benign bigint not null
);
create index replay_feature on pool.replay (feature, at desc);

-- Versions are numbered without gaps and never change.
create table pool.version (
  number bigint primary key check (number > 0),
  at timestamptz not null,
  actor text not null,
  cause text not null check (cause in ('SEED', 'SHADOW', 'ACTIVE', 'EMERGENCY', 'RETIRED', 'ROLLBACK')),
  about text not null,
  features integer not null,
  content_sha256 text not null
);
create trigger snapshot_changed after insert or update or delete on pool.version
  for each statement execute function snapshot.changed();

-- What a version holds: every feature with since <= number < until.
create table pool.member (
  feature text not null references pool.feature (id),
  mode text not null check (mode in ('LIVE', 'SHADOW')),
  since bigint not null references pool.version (number),
  until bigint references pool.version (number),
  primary key (feature, since),
  check (until > since)
);
create unique index member_now on pool.member (feature) where until is null;
create index member_since on pool.member (since);
create index member_until on pool.member (until) where until is not null;

create function pool.unchanging() returns trigger language plpgsql as $$
begin
  raise exception 'a version of the pool does not change';
end
$$;
create trigger version_unchanging before update or delete on pool.version
  for each row execute function pool.unchanging();

-- One row for each feature that hit in an exchange.
create table pool.hit (
  feature text not null,
  exchange text not null,
  at timestamptz not null,
  stage text not null check (stage in ('INPUT', 'OUTPUT')),
  decision text not null,
  version text not null,
  places integer not null,
  primary key (feature, exchange, stage)
);
create index hit_time on pool.hit (feature, at desc);

-- C10-2: features in force, and whether each has a standard, evidence, two persons and a replay.
create view pool.control_c10_2 as
  select f.id, f.origin, f.state, f.entered_at, m.since as version,
    (f.definition::jsonb ->> 'standard') is not null as has_standard,
    (f.definition::jsonb ->> 'evidence') is not null as has_evidence,
    f.approver is not null as has_approver,
    exists (select from pool.replay r where r.feature = f.id) as has_replay,
    f.approver is not null and (f.definition::jsonb ->> 'standard') is not null
      and (f.definition::jsonb ->> 'evidence') is not null
      and exists (select from pool.replay r where r.feature = f.id) as sound
  from pool.member m join pool.feature f on f.id = m.feature
  where m.until is null and m.mode = 'LIVE';

-- C10-3: live keywords of each category in the version in force, and when the pool last changed.
create view pool.control_c10_3 as
  select f.category, count(distinct lower(f.pattern)) as keywords,
    (select max(at) from pool.version where cause <> 'ROLLBACK') as last_update
  from pool.member m join pool.feature f on f.id = m.feature
  where m.until is null and m.mode = 'LIVE' and f.kind in ('keyword', 'combination')
    and coalesce((f.definition::jsonb ->> 'expires')::timestamptz, 'infinity') > now()
  group by f.category;
