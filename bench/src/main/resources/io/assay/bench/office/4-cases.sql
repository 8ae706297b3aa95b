-- 45 000 appeals, complaints and reports of a year; the youngest are still worked on.
insert into intake.case (id, door, code_hmac, state, about, topic, language, received_at, handler,
  contested_by, finding, decided_by, decided_at, notified_at, closed_at, erased_at)
select pg_temp.rid('cas_', n), door, pg_temp.hex64(n, 'code'), state,
  case door when 'APPEAL' then pg_temp.rid('san_', 1 + n % 8000) else pg_temp.rid('ex_', n * 20) end, 'other',
  case when n % 10 = 0 then 'en' else 'zh' end, at,
  case when state in ('RECEIVED', 'ACCEPTED') then null else 'staff:handler-' || n % 12 end, '',
  case when finished and state <> 'WITHDRAWN' then (array['UPHELD', 'PARTLY', 'REJECTED'])[1 + n % 3] end,
  case when finished then 'staff:handler-' || n % 12 end, case when finished then at + interval '3 days' end,
  case when finished then at + interval '3 days' end, case when finished then at + interval '4 days' end,
  case when at < now() - interval '180 days' then at + interval '180 days' end
from (
  select n, at, (array['APPEAL', 'COMPLAINT', 'COMPLAINT', 'REPORT', 'REPORT'])[1 + n % 5] as door,
    case when n > 44400 then 'RECEIVED' when n > 44100 then 'ACCEPTED' when n > 43500 then 'INVESTIGATING'
      when n % 40 = 0 then 'WITHDRAWN' else 'CLOSED' end as state, n <= 43500 as finished
  from generate_series(1, 45000) n,
    lateral (select now() - interval '360 days' * ((45000 - n) / 45000.0)) as times (at)) as thrown;

insert into intake.line (id, "case", at, author, by, state)
select pg_temp.rid('lin_', n), pg_temp.rid('cas_', 1 + n / 3), now() - interval '10 days',
  (array['COMPLAINANT', 'SYSTEM', 'STAFF'])[1 + n % 3], 'system', null
from generate_series(0, 134999) n;

-- 25 000 items of review, 860 of them waiting.
insert into task.task (id, exchange, subject, tenant, capability, part, queue, category, features, pool,
  priority, wanted, created_at, due_at, state, result)
select 'tsk_' || id, id, subject, tenant, capability, 'INPUT',
  case when outcome = 'HELD' then 'HOLD' when outcome = 'DELIVERED' then 'QA_PASSED' else 'QA_BLOCKED' end,
  'A.1.1', array['starter-' || place % 4000], '1', 20 + place % 60, case when place % 10 = 0 then 2 else 1 end,
  received_at, received_at + interval '30 minutes',
  case when place <= 60 then 'EXPERT' when place <= 860 then 'OPEN' else 'CLOSED' end,
  case when place > 860 then case when place % 3 = 0 then 'RELEASE' else 'BLOCK' end end
from (select *, row_number() over (order by received_at desc) as place from (
  select id, subject, tenant, capability, outcome, received_at from exchange.exchange
  where outcome in ('HELD', 'BLOCKED_INPUT')
  order by received_at desc limit 25000) as picked) as ranked;

insert into task.decision (id, task, reviewer, at, choice, ground, round, took_millis)
select 'dec_' || t.id || r, t.id, 'staff:reviewer-' || (hashtext(t.id) & 7) + r * 8,
  t.created_at + interval '12 minutes' * r, t.result,
  case t.result when 'BLOCK' then 'ILLEGAL' else 'HARMLESS' end,
  case r when 1 then 'FIRST' else 'SECOND' end, 4000 + (hashtext(t.id) & 16383)
from task.task t, generate_series(1, 2) r
where t.state = 'CLOSED' and r <= t.wanted;

insert into task.decision (id, task, reviewer, at, choice, ground, round, overturns, took_millis)
select 'rev_' || d.id, d.task, 'staff:senior', d.at + interval '1 day', 'RELEASE', 'CONTEXT', 'REVERSAL', d.id, 9000
from task.decision d where d.round = 'FIRST' and d.choice = 'BLOCK' and hashtext(d.id) & 63 = 0;

insert into task.opening (task, reviewer, at) select task, reviewer, at from task.decision;

-- 8 000 sanctions, one in six in force.
insert into sanction.sanction (id, subject, level, capabilities, facts, ground, clause, source,
  automated_detection, automation, start_at, end_at, state, exchanges, proposed_by, approved_by, ended_at)
select pg_temp.rid('san_', n), pg_temp.rid('sub_', 1 + pg_temp.dice(n, 9, 50000)), level,
  case level when 'LIMIT' then array['image'] else array[]::text[] end, 'five bad inputs on one day',
  'AGAINST_RULES', 'agreement 4.2', 'OWN_REVIEW', true, case when level = 'WARN' then 'FULLY' else 'NOT' end,
  at, at + interval '60 days', case when at > now() - interval '59 days' then 'ACTIVE' else 'EXPIRED' end,
  array[pg_temp.rid('ex_', n * 100)], 'system', case when level in ('SUSPEND', 'CLOSE') then 'staff:senior' end,
  case when at > now() - interval '59 days' then null else at + interval '60 days' end
from generate_series(1, 8000) n,
  lateral (select now() - interval '360 days' * ((8000 - n) / 8000.0),
    (array['WARN', 'WARN', 'WARN', 'LIMIT', 'LIMIT', 'SUSPEND', 'CLOSE'])[1 + n % 7]) as chosen (at, level);

-- 2 000 disposal cases and 1 500 reports to authorities.
insert into disposal.case (id, state, severity, facts, category, exchanges, opened_by, opened_at,
  contained_at, preserved_at, reported_at, closed_at)
select pg_temp.rid('dsp_', n), case when n > 1960 then 'OPEN' else 'CLOSED' end,
  case when n % 9 = 0 then 'SEVERE' else 'ORDINARY' end, 'Fictional matter ' || n, 'A.1.1',
  array[pg_temp.rid('ex_', n * 400)], 'staff:handler-1', at, at, at, at, case when n <= 1960 then at end
from generate_series(1, 2000) n,
  lateral (select now() - interval '360 days' * ((2000 - n) / 2000.0)) as times (at);

insert into disposal.containment ("case", outlet, stopped, at)
select id, 'publications', 1, opened_at from disposal.case;

insert into authority.report (id, about, authority, title, body, state, drafted_by, drafted_at, approved_by,
  sent_at, receipt)
select pg_temp.rid('rpt_', n), pg_temp.rid('dsp_', n), 'aut_cac', 'Report on matter ' || n,
  repeat('What was found and what was done. ', 40), case when n > 1480 then 'DRAFT' else 'SENT' end,
  'staff:handler-1', at, case when n <= 1480 then 'staff:officer' end, case when n <= 1480 then at end, ''
from generate_series(1, 1500) n,
  lateral (select now() - interval '360 days' * ((1500 - n) / 1500.0)) as times (at);
