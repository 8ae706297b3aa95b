insert into tenant.tenant (id, name, created_at)
select pg_temp.rid('tnt_', n), 'Fictional tenant ' || n, now() - interval '400 days'
from generate_series(1, 20) n;

insert into subject.subject (id, tenant, reference, state, reason, suspended_until,
  verification_token, created_at, changed_at, barred)
select pg_temp.rid('sub_', n), pg_temp.tenant(n), 'user-' || lpad(n::text, 6, '0'), state,
  case when state in ('SUSPENDED', 'CLOSED') then 'repeated bad input' else '' end,
  case when state = 'SUSPENDED' then now() + interval '30 days' end,
  pg_temp.hex64(n, 'token'), now() - interval '300 days', now() - interval '40 days',
  state = 'CLOSED'
from generate_series(1, 50000) n,
  lateral (select case when d < 920 then 'VERIFIED' when d < 960 then 'REGISTERED'
    when d < 970 then 'RE_VERIFY' when d < 990 then 'SUSPENDED' else 'CLOSED' end
    from (select pg_temp.dice(n, 1, 1000)) dice (d)) as chosen (state);

insert into key.key (id, subject, name, sha256, hint, created_at, created_by)
select pg_temp.rid('key_', n), pg_temp.rid('sub_', n), 'main', pg_temp.hex64(n, 'key'), 'abcd',
  now() - interval '300 days', 'system'
from generate_series(1, 50000) n;

insert into identity.verification (id, subject, tenant, method, provider, result, assurance,
  reference_hmac, masked, at)
select pg_temp.rid('idv_', n), pg_temp.rid('sub_', n), pg_temp.tenant(n), 'MOBILE_CODE', 'sms',
  'CONFIRMED', 'CONTROL', pg_temp.hex64(n, 'reference'), '138****' || lpad((n % 10000)::text, 4, '0'),
  now() - interval '300 days'
from generate_series(1, 50000) n;
