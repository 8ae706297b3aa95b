select s.id as id, '/tampering/' || s.id as path, s.noticed_at as at,
  d.due_at is null or least(s.decided_at, cast(:as_of as timestamptz)) > d.due_at as bad,
  d.soft_at < :as_of and (s.decided_at is null or s.decided_at >= :as_of) as soon,
  s.verdict as note
from tamper.signal s left join deadline.deadline d on d.about = s.id and d.rule = 'tamper.case'
where s.noticed_at >= :from and s.noticed_at < :as_of
