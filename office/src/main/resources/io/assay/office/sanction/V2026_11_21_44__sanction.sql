create schema sanction;

create table sanction.sanction (
  id text primary key,
  subject text not null references subject.subject (id),
  level text not null check (level in ('WARN', 'LIMIT', 'SUSPEND', 'CLOSE')),
  capabilities text[] not null,
  facts text not null,
  ground text not null,
  clause text not null,
  source text not null,
  automated_detection boolean not null,
  automation text not null,
  start_at timestamptz not null,
  end_at timestamptz,
  state text not null check (state in ('ACTIVE', 'LIFTED', 'EXPIRED', 'OVERTURNED')),
  exchanges text[] not null,
  proposed_by text not null,
  approved_by text,
  ended_at timestamptz,
  end_reason text not null default '',
  check (approved_by <> proposed_by)
);
create index sanction_subject on sanction.sanction (subject, start_at desc);
create index sanction_active on sanction.sanction (end_at) where state = 'ACTIVE';
create index sanction_latest on sanction.sanction (start_at desc, id);

create function sanction.reasons_stay() returns trigger language plpgsql as $$
begin
  if row(new.id, new.subject, new.level, new.capabilities, new.facts, new.ground, new.clause, new.source,
      new.automated_detection, new.automation, new.start_at, new.end_at, new.exchanges, new.proposed_by, new.approved_by)
    is distinct from row(old.id, old.subject, old.level, old.capabilities, old.facts, old.ground, old.clause, old.source,
      old.automated_detection, old.automation, old.start_at, old.end_at, old.exchanges, old.proposed_by, old.approved_by)
  then
    raise exception 'the statement of reasons of % is never changed', old.id;
  end if;
  return new;
end
$$;
create trigger reasons_stay before update on sanction.sanction
  for each row execute function sanction.reasons_stay();
create trigger snapshot_changed after insert or update or delete on sanction.sanction
  for each statement execute function snapshot.changed();

create table sanction.input (
  exchange text primary key,
  subject text not null,
  at timestamptz not null,
  bad boolean not null
);
create index input_subject on sanction.input (subject, at desc, exchange desc);

insert into deadline.limit_rule (rule, value, unit, basis, source, effective_from) values
  ('sanction.automatic', 24, 'HOUR', 'POLICY', 'product default; TC260-003, 7 asks to stop the service and gives no length', '2023-01-10');
