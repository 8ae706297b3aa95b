-- A clock or two for every case, kept but for one in fifty.
insert into deadline.deadline (id, rule, about, path, reminded, start_at, value, unit, basis, source, soft_at,
  hard_at, due_at, state, provisional, calendar_version, ended_at)
select 'ddl_' || c.id || r, 'intake.' || lower(c.door) || '-' || (array['acknowledge', 'decide'])[r], c.id,
  '/cases/' || c.id, 'CASE_READ', c.received_at, 7 * r, 'DAY', 'POLICY', 'product default',
  due - interval '2 days', due - interval '1 day', due,
  case when c.closed_at is null and due > now() + interval '2 days' then 'RUNNING'
    when c.closed_at is null then 'BREACHED' when hashtext(c.id) % 50 = 0 then 'BREACHED' else 'MET' end,
  false, '', c.closed_at
from intake.case c, generate_series(1, 2) r,
  lateral (select c.received_at + interval '7 days' * r) as times (due);

insert into deadline.deadline (id, rule, about, path, reminded, start_at, value, unit, basis, source, soft_at,
  hard_at, due_at, state, provisional, calendar_version, ended_at)
select 'ddl_' || id, 'review.hold', id, '/reviews/' || id, 'DECISION_READ', created_at, 30, 'MINUTE', 'POLICY',
  'product default', due_at, due_at, due_at, case when state = 'CLOSED' then 'MET' else 'BREACHED' end, false, '',
  case when state = 'CLOSED' then created_at + interval '12 minutes' end
from task.task;

insert into approval.proposal (id, kind, about, facts, reason, proposed_by, proposed_at, expires_at, state,
  decided_by, decided_at)
select pg_temp.rid('apr_', n), 'authority.report', pg_temp.rid('rpt_', n), '{}', 'repeated', 'staff:reviewer-1', at,
  now() + interval '7 days', case when n > 2940 then 'OPEN' else 'APPROVED' end,
  case when n <= 2940 then 'staff:officer' end, case when n <= 2940 then at end
from generate_series(1, 3000) n, lateral (select now() - interval '300 days' * ((3000 - n) / 3000.0)) as times (at);

insert into notice.outbox (id, key, channel, target, kind, about, path, facts, urgent, state, tries, created_at,
  next_at, sent_at)
select pg_temp.rid('ntc_', n), 'k' || n, 'MAIL', 'subject:' || n, 'deadline.soft', pg_temp.rid('cas_', n), '/', '[]',
  false, 'SENT', 1, at, at, at
from generate_series(1, 100000) n, lateral (select now() - interval '360 days' * ((100000 - n) / 100000.0)) as times (at);

-- Every control each five minutes of thirty days.
insert into posture.result (control, as_of, window_from, num, den, soon, newest, status, query_sha256, previous,
  ledger_shard, ledger_index)
select control, at, at - interval '1 day', 0, 1000, 0, at, 'PASS', pg_temp.hex64(1, control), -1,
  'load.example/gateway', 10000000 + tick * 15 + place
from generate_series(0, 8639) tick, lateral (select now() - interval '30 days' + interval '5 minutes' * tick) as times (at),
  unnest(array['C06-1', 'C09-1', 'C09-2', 'C10-1', 'C10-2', 'C10-3', 'C10-4', 'C10-7', 'C11-1', 'C12-1', 'C12-2', 'C16-1',
    'C17-1', 'CX-1', 'CX-3']) with ordinality as controls (control, place);

insert into posture.probe (kind, at, ok, detail)
select (array['UNVERIFIED', 'KNOWN_BAD', 'KNOWN_GOOD', 'PORTAL', 'RECORD', 'SELF_TEST'])[1 + n % 6],
  now() - interval '30 days' * ((50000 - n) / 50000.0), true, 'as it should'
from generate_series(1, 50000) n;
