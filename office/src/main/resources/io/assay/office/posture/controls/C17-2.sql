select x.id || ' ' || l.nr as id, '/exchanges/' || x.id as path, x.received_at as at,
  coalesce(cast(substring(l.label ->> 'evidence' from '\(([0-9.]+) %\)') as numeric), 0) < 5
    or l.label ->> 'method' = 'video-text' and
      coalesce(cast(substring(l.label ->> 'evidence' from ' for (PT[0-9.HMS]+)') as interval),
        interval '0') < interval '2 seconds' as bad,
  false as soon, l.label ->> 'evidence' as note
from exchange.exchange x cross join lateral
  jsonb_array_elements(x.closed_entry::jsonb -> 'body' -> 'labels') with ordinality l (label, nr)
where x.outcome = 'DELIVERED' and x.received_at >= :from and x.received_at < :as_of
  and x.capability <> 'chat' and x.tenant not in (select tenant from posture.canary)
  and l.label ->> 'method' in ('picture-text', 'video-text')
