select f.id as id, '/pool/' || f.id as path, f.changed_at as at,
  f.approver is null or f.approver = f.editor
    or not exists (select from pool.replay r where r.feature = f.id) as bad,
  false as soon, f.origin as note
from pool.feature f
where f.state in ('ACTIVE', 'EMERGENCY', 'EX_POST_REVIEW') and f.changed_at < :as_of
  and :from < :as_of
