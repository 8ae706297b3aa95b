with told as (
  select c.id, c.opened_at, c.severity, d.due_at, d.soft_at,
    least((select min(r.sent_at) from authority.report r
        where r.about = c.id and r.sent_at < :as_of),
      (select c.reported_at where c.no_report <> '' and c.reported_at < :as_of)) as at
  from disposal.case c left join deadline.deadline d
    on d.about = c.id and d.rule in ('authority.report', 'authority.report-severe')
  where c.opened_at >= :from and c.opened_at < :as_of)
select t.id as id, '/disposals/' || t.id as path, t.opened_at as at,
  t.due_at is null or coalesce(t.at, :as_of) > t.due_at as bad,
  t.at is null and t.soft_at < :as_of as soon, t.severity as note
from told t
