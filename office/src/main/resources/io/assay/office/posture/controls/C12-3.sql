select c.id as id, '/cases/' || c.id as path, coalesce(c.notified_at, c.decided_at, c.closed_at) as at,
  c.notified_at is null or c.notified_at >= :as_of or coalesce(c.notified_at > c.closed_at, false)
  as bad,
  false as soon, c.state as note
from intake.case c
where c.state <> 'WITHDRAWN' and coalesce(c.notified_at, c.closed_at, c.decided_at) >= :from
  and (c.notified_at < :as_of or c.closed_at < :as_of
    or c.decided_at < :as_of and exists (select from notice.outbox o where o.key = c.id || '/result'
      and o.channel = 'MAIL' and o.state = 'FAILED'))
