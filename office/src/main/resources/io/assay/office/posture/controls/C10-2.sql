select f.id as id, '/pool/features/' || f.id as path, coalesce(f.approved_at, f.entered_at) as at,
  coalesce(f.definition::jsonb ->> 'standard', '') = ''
    or coalesce(f.definition::jsonb ->> 'evidence', '') = ''
    or f.approver is null or f.approver = f.editor or f.approved_at >= :as_of
    or not exists (select from pool.replay r where r.feature = f.id and r.at < :as_of) as bad,
  false as soon, f.origin as note
from pool.member m join pool.feature f on f.id = m.feature
  join pool.version came on came.number = m.since
  left join pool.version went on went.number = m.until
where m.mode = 'LIVE' and came.at < :as_of and (went.at is null or went.at >= :as_of)
  and :from < :as_of
