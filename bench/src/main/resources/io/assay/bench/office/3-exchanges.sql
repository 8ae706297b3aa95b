create temporary table made as
select n, pg_temp.rid('ex_', n) as id, now() - interval '30 days' * ((1000000 - n) / 1000000.0) as at,
  subject, kind, outcome,
  case kind when 'chat' then '/v1/chat/completions' when 'image' then '/v1/images/generations'
    else '/v1/audio/speech' end as endpoint,
  case when n % 200000 = 7 then 'sample-retired' when kind = 'chat' and n % 200 = 3 then 'sample-chat-large'
    else 'sample-' || kind end as model,
  30 + pg_temp.dice(n, 4, 400) as asked, 200 + pg_temp.dice(n, 5, 3000) as answered,
  300000 + pg_temp.dice(n, 6, 4000000) as took
from (
  select n, 1 + pg_temp.dice(n, 2, 50000) as subject,
    case when k < 75 then 'chat' when k < 93 then 'image' else 'speech' end as kind,
    case when n > 999990 then null when o < 9300 then 'DELIVERED' when o < 9600 then 'BLOCKED_INPUT'
      when o < 9700 then 'BLOCKED_OUTPUT' when o < 9750 then 'HELD' when o < 9850 then 'REFUSED'
      when o < 9950 then 'FAILED' else 'ABANDONED' end as outcome
  from generate_series(1, 1000000) n,
    lateral (select pg_temp.dice(n, 1, 100)) as kinds (k),
    lateral (select pg_temp.dice(n, 3, 10000)) as outcomes (o)) as thrown;

create function pg_temp.step(name text, decision text, reason text, at_micros integer, findings text)
returns text language sql immutable
  return '{"at_micros":' || at_micros::text || ',"decision":"' || decision || '","findings":[' || findings
    || '],"name":"' || name || '","reason":"' || reason || '","took_micros":240}';

create function pg_temp.finding() returns text language sql immutable
  return '{"category":"A.1.1","end":9,"feature":"starter","layer":"exact","start":4,"version":1,"where":"messages[0].content"}';

create function pg_temp.steps(outcome text, key text, asked integer, answered integer, took integer)
returns text language sql immutable
  return pg_temp.step('caller', 'PASS', 'key ' || key, 12, '') || ','
    || pg_temp.step('standing', 'PASS', 'verified', 260, '') || ','
    || case outcome
      when 'BLOCKED_INPUT' then pg_temp.step('input-review', 'BLOCK', 'the pool', 520, pg_temp.finding())
      when 'HELD' then pg_temp.step('input-review', 'HOLD', 'the pool', 520, pg_temp.finding())
      else pg_temp.step('input-review', 'PASS', 'reviewed ' || asked::text || ' of ' || asked::text || ' characters', 520, '')
        || ',' || pg_temp.step('upstream', case outcome when 'FAILED' then 'FAIL' else 'DONE' end, 'sample', 800, '')
        || case outcome
          when 'BLOCKED_OUTPUT' then ',' || pg_temp.step('output-review', 'BLOCK', 'the pool', took - 900, pg_temp.finding())
          when 'FAILED' then ''
          else ',' || pg_temp.step('output-review', 'PASS', 'reviewed ' || answered::text || ' of ' || answered::text || ' characters', took - 900, '')
            || ',' || pg_temp.step('mark', 'DONE', 'explicit and implicit', took - 700, '')
            || ',' || pg_temp.step('read-back', 'PASS', '2 labels found again', took - 500, '')
            || ',' || pg_temp.step('record', 'DONE', 'durable', took - 300, '')
            || ',' || pg_temp.step('deliver', 'DONE', 'then through the exit api', took - 200, '') end end;

create function pg_temp.labels(delivered boolean) returns text language sql immutable
  return case when delivered then
    '{"evidence":"found again at the beginning and at the end","kind":"EXPLICIT","method":"text","where":"choices[0].message.content"},'
    || '{"evidence":"the fields of the label read back","kind":"IMPLICIT","method":"aigc-header","where":"AIGC"}'
    else '' end;

create function pg_temp.origin(subject integer) returns text language sql immutable
  return '"subject":"' || pg_temp.rid('sub_', subject) || '","tenant":"' || pg_temp.tenant(subject) || '"';

-- Forty deliveries without a label are gaps, which lists must find.
insert into exchange.exchange (id, received_at, closed_at, tenant, key, subject, endpoint, capability,
  model, outcome, produce_id, took_micros, labels, shard, received_index, received_entry,
  closed_index, closed_entry)
select id, at, case when outcome is not null then at + took * interval '1 microsecond' end,
  case when outcome = 'REFUSED' then '' else pg_temp.tenant(subject) end,
  case when outcome = 'REFUSED' then '' else pg_temp.rid('key_', subject) end,
  case when outcome = 'REFUSED' then '' else pg_temp.rid('sub_', subject) end,
  endpoint, kind, model, outcome,
  case when outcome = 'DELIVERED' then pg_temp.rid('AIGC', n) else '' end,
  coalesce(took, 0), case when outcome = 'DELIVERED' and n % 25000 <> 11 then 2 else 0 end,
  'load.example/gateway', n * 2,
  '{"body":{"capability":"' || kind || '","endpoint":"' || endpoint || '","exchange":"' || id
    || '","input":{"characters":' || asked::text || ',"commitment":"' || md5(id)
    || '","media":"text"},"key":"' || pg_temp.rid('key_', subject) || '","model":"' || model
    || '","stream":false,' || pg_temp.origin(subject) || '},"time":"' || pg_temp.moment(at)
    || '","type":"exchange.received","v":1}',
  n * 2 + 1,
  case when outcome is not null then
  '{"body":{"capability":"' || kind || '","code":"","contents":['
    || case when outcome = 'DELIVERED' then '{"aigc":"label","payload_sha256":"' || pg_temp.hex64(n, 'payload')
      || '","produce_id":"' || pg_temp.rid('AIGC', n) || '"}' else '' end
    || '],"endpoint":"' || endpoint || '","exchange":"' || id || '","exit":"api","key":"'
    || pg_temp.rid('key_', subject) || '","labels":[' || pg_temp.labels(outcome = 'DELIVERED' and n % 25000 <> 11)
    || '],"model":"' || model || '","outcome":"' || outcome || '","output":{"characters":' || answered
    || ',"commitment":"' || md5(id || 'o') || '","media":"text"},"pool":"1","produce_id":"'
    || case when outcome = 'DELIVERED' then pg_temp.rid('AIGC', n) else '' end
    || '","reviewed":{"input":' || asked::text || ',"input_of":' || asked::text || ',"output":' || answered
    || ',"output_of":' || answered::text || '},"steps":['
    || pg_temp.steps(outcome, pg_temp.rid('key_', subject), asked, answered, took)
    || '],"stream":false,' || pg_temp.origin(subject) || '},"time":"'
    || pg_temp.moment(at + took * interval '1 microsecond') || '","type":"exchange.closed","v":1}' end
from made;

insert into exchange.content (produce_id, exchange, payload_sha256, aigc)
select pg_temp.rid('AIGC', n), id, pg_temp.hex64(n, 'payload'), 'label'
from made where outcome = 'DELIVERED';

insert into exchange.facet (name, value)
select distinct name, value from made,
  lateral (values ('endpoint', endpoint), ('capability', kind), ('model', model)) as facet (name, value)
on conflict do nothing;

insert into pool.hit (feature, exchange, at, stage, decision, version, places)
select f.id, m.id, m.at, case when m.outcome = 'BLOCKED_OUTPUT' then 'OUTPUT' else 'INPUT' end,
  case when m.outcome = 'HELD' then 'HOLD' else 'BLOCK' end, '1', 1
from made m
join (select id, row_number() over (order by id) as place, count(*) over () as all_of from pool.feature) f
  on f.place = 1 + least(pg_temp.dice(m.n, 7, f.all_of::integer), pg_temp.dice(m.n, 8, f.all_of::integer))
where m.outcome in ('BLOCKED_INPUT', 'BLOCKED_OUTPUT', 'HELD');

insert into sanction.input (exchange, subject, at, bad)
select id, pg_temp.rid('sub_', subject), at, outcome = 'BLOCKED_INPUT'
from made where outcome is not null and outcome <> 'REFUSED' and n > 900000;
