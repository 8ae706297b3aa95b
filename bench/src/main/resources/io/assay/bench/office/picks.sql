select 'exchange', id from exchange.exchange where outcome = 'DELIVERED' order by received_at limit 1
select 'tenant', tenant from exchange.exchange where tenant <> '' group by tenant order by count(*) desc limit 1
select 'small_tenant', tenant from exchange.exchange where tenant <> '' group by tenant order by count(*) limit 1
select 'subject', subject from publication.publication order by entered_at limit 1
select 'number', produce_id from exchange.content order by produce_id limit 1
select 'deep_exchange', to_char(received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '~' || id from exchange.exchange order by received_at desc offset 900000 limit 1
select 'deep_publication', to_char(entered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '~' || id from publication.publication order by entered_at desc offset 14000 limit 1
select 'deep_task', to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') from task.task order by created_at desc offset 20000 limit 1
select 'deep_case', (extract(epoch from received_at) * 1000000)::bigint || '_' || id from intake.case order by received_at desc offset 40000 limit 1
select 'old_minute', to_char((now() - interval '20 days') at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI')
select 'old_minute_after', to_char((now() - interval '13 days') at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI')
select 'old_instant', to_char((now() - interval '100 days') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
select 'now', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
select 'old_day', to_char(now() - interval '10 days', 'YYYY-MM-DD')
select 'old_month', to_char(now() - interval '100 days', 'YYYY-MM')
select 'case', id from intake.case order by received_at desc offset 5000 limit 1
select 'about', about from intake.case order by received_at limit 1
select 'publication', id from publication.publication where state = 'PUBLISHED' order by entered_at limit 1
select 'publication_number', produce_id from publication.publication order by entered_at limit 1
select 'examination', id from news.examination order by at limit 1
select 'task', id from task.task where state = 'CLOSED' order by created_at limit 1
select 'feature', feature from pool.hit group by feature order by count(*) desc limit 1
select 'sanctioned', subject from sanction.sanction order by start_at limit 1
select 'sanction', id from sanction.sanction order by start_at limit 1
select 'disposal', id from disposal.case order by opened_at limit 1
select 'report', id from authority.report order by drafted_at limit 1
select 'rumor', id from rumor.rumor order by opened_at limit 1
