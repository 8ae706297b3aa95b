create schema task;

create table task.task (
  id text primary key,
  exchange text not null,
  subject text not null,
  tenant text not null,
  capability text not null,
  part text not null check (part in ('INPUT', 'OUTPUT')),
  queue text not null check (queue in ('HOLD', 'QA_BLOCKED', 'QA_PASSED')),
  category text not null,
  features text[] not null,
  pool text not null,
  priority integer not null,
  wanted integer not null check (wanted in (1, 2)),
  created_at timestamptz not null,
  due_at timestamptz not null,
  state text not null check (state in ('OPEN', 'EXPERT', 'DECIDED', 'CLOSED')),
  holder text,
  held_until timestamptz,
  result text check (result in ('RELEASE', 'BLOCK')),
  settles_at timestamptz,
  salt text,
  sha256 text,
  golden text check (golden in ('RELEASE', 'BLOCK')),
  reserved_for text,
  pdq text,
  check ((holder is null) = (held_until is null)),
  check (state not in ('DECIDED', 'CLOSED') or result is not null)
);
create index task_waiting on task.task (priority desc, due_at, id) where state in ('OPEN', 'EXPERT');
create index task_settling on task.task (settles_at) where state = 'DECIDED';
create index task_time on task.task (created_at desc, id desc);
create index task_features on task.task using gin (features);
create index task_unhashed on task.task (created_at) where pdq is null and capability = 'image';
create index task_exchange on task.task (exchange);
comment on column task.task.due_at is 'policy, no number of the law';
comment on column task.task.sha256 is
  'of salt and content, so that a release can be known again without keeping the content';
comment on column task.task.pdq is 'perceptual hash of the picture; empty where there is none';
comment on column task.task.golden is
  'the answer that is known; such a task tests the reviewer and has no effect';

create table task.decision (
  id text primary key,
  task text not null references task.task (id),
  reviewer text not null,
  at timestamptz not null,
  choice text not null check (choice in ('RELEASE', 'BLOCK', 'ESCALATE')),
  ground text not null,
  note text not null default '',
  round text not null check (round in ('FIRST', 'SECOND', 'EXPERT', 'REVERSAL', 'CLUSTER')),
  overturns text references task.decision (id),
  proposal text not null default '',
  took_millis bigint not null,
  undone_at timestamptz
);
create index decision_task on task.decision (task, at);
create index decision_reviewer on task.decision (reviewer, at desc);
create unique index decision_once on task.decision (task, reviewer) where undone_at is null;

create table task.opening (
  task text not null references task.task (id),
  reviewer text not null,
  at timestamptz not null
);
create index opening_reviewer on task.opening (reviewer, at desc);

create table task.release (
  task text primary key references task.task (id),
  subject text not null,
  salt text not null,
  sha256 text not null,
  until timestamptz not null,
  revoked_at timestamptz
);
create trigger snapshot_changed after insert or update or delete on task.release
  for each statement execute function snapshot.changed();

-- C10-1: what was delivered, and whether its input and its output were decided on.
create view task.control_c10_1 as
  select e.id, e.received_at,
    exists (select from jsonb_array_elements(entry.body -> 'steps') s
      where s ->> 'name' = 'input-review' and s ->> 'decision' = 'PASS') as input_decided,
    exists (select from jsonb_array_elements(entry.body -> 'steps') s
      where s ->> 'name' = 'output-review' and s ->> 'decision' = 'PASS') as output_decided
  from exchange.exchange e,
    lateral (select coalesce(e.closed_entry::jsonb -> 'body', e.closed_entry::jsonb)) as entry (body)
  where e.outcome = 'DELIVERED';

-- Holds and whether each was decided in time; policy.
create view task.hold_in_time as
  select t.id, t.created_at, t.due_at, t.state,
    (select min(d.at) from task.decision d
      where d.task = t.id and d.undone_at is null and d.choice <> 'ESCALATE') as decided_at
  from task.task t where t.queue = 'HOLD' and t.golden is null;
