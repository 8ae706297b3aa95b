select d.id as id, d.path as path, d.due_at as at,
  d.state = 'BREACHED' or d.ended_at is null and d.paused_at is null and d.due_at < :as_of as bad,
  d.ended_at is null and d.soft_at < :as_of as soon, d.rule as note
from deadline.deadline d
where d.rule like 'intake.%-decide' and d.start_at < :as_of
  and (d.ended_at is null or d.ended_at >= :from)
