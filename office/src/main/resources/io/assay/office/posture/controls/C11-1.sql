select r.id as id, '/rumors/' || r.id as path, r.verified_at as at,
  exists (select from deadline.deadline d where d.about = r.id
    and (d.state = 'BREACHED' or d.ended_at is null and d.due_at < :as_of))
  or r.refuted_at is not null and r.reported_at is null
    and r.refuted_at + interval '24 hours' < :as_of as bad,
  exists (select from deadline.deadline d where d.about = r.id
    and d.ended_at is null and d.soft_at < :as_of) as soon, r.state as note
from rumor.rumor r
where r.state not in ('SUSPECTED', 'TRUE') and r.verified_at >= :from and r.verified_at < :as_of
