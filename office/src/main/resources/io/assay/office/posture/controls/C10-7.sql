select h::text as id, '/exchanges' as path, h as at,
  not exists (select from posture.result r where r.as_of >= h and r.as_of < h + interval '1 hour')
  and not exists (select from exchange.exchange x
    where x.received_at >= h and x.received_at < h + interval '1 hour') as bad,
  false as soon, '' as note
from generate_series(
  date_trunc('hour', greatest(:from, (select min(as_of) from posture.result))) + interval '1 hour',
  cast(:as_of as timestamptz) - interval '1 hour', interval '1 hour') h
