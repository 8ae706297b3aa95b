select p.id::text as id, '' as path, p.at as at, not p.ok as bad, false as soon, p.detail as note
from posture.probe p
where p.kind = 'CLOCK' and p.at >= :from and p.at < :as_of
  and (not p.ok or not exists (select from posture.probe s where s.kind = 'CLOCK_SILENT'
    and s.at > p.at and s.at < :as_of))
