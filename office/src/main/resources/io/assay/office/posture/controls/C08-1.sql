select x.id as id, '/exchanges/' || x.id as path, x.received_at as at,
  bool_or(not exists (select from document.acceptance a where a.document = d.id
    and a.subject = x.subject and a.at <= x.received_at)) as bad,
  false as soon, x.subject as note
from exchange.exchange x join document.document d on d.acceptance
  and d.published_at + interval '1 minute' <= x.received_at
  and (d.superseded_at is null or d.superseded_at > x.received_at)
where x.outcome = 'DELIVERED' and x.received_at >= :from and x.received_at < :as_of
  and x.tenant not in (select tenant from posture.canary)
group by x.id
