select x.id as id, '/exchanges/' || x.id as path, x.received_at as at, not x.implicit as bad,
  false as soon, x.capability as note
from exchange.exchange x
where x.outcome = 'DELIVERED' and x.received_at >= :from and x.received_at < :as_of
  and x.tenant not in (select tenant from posture.canary)
