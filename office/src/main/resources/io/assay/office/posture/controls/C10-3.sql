with live as (
  select category, changed_at from pool.feature
  where state = 'ACTIVE' and lower(kind) = 'keyword' and changed_at < :as_of and :from < :as_of)
select 'keywords' as id, '/pool' as path, (select max(changed_at) from live) as at,
  count(*) < 10000 as bad, false as soon, json_build_array('posture.of', count(*), 10000)::text as note from live
union all
select 'A.1.' || n, '/pool', null, (select count(*) from live where category = 'A.1.' || n) < 200,
  false, json_build_array('posture.of',
    (select count(*) from live where category = 'A.1.' || n), 200)::text
from generate_series(1, 8) n
union all
select 'A.2.' || n, '/pool', null, (select count(*) from live where category = 'A.2.' || n) < 100,
  false, json_build_array('posture.of',
    (select count(*) from live where category = 'A.2.' || n), 100)::text
from generate_series(1, 9) n
union all
select 'updated', '/pool', null,
  coalesce((select max(changed_at) from live) < cast(:as_of as timestamptz)
    - coalesce((select value from policy.change where name = 'pool.update' and at < :as_of
      order by version desc limit 1), 7) * interval '1 day', true),
  false, coalesce((select max(changed_at) from live)::text, 'never')
