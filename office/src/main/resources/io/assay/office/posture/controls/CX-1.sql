select p.id::text as id, '' as path, p.at as at, not p.ok as bad, false as soon, p.detail as note
from posture.probe p
where p.kind in ('RECORD', 'COSIGNED') and p.at >= :from and p.at < :as_of
  and (not p.ok or exists (select from posture.probe c where c.kind = 'COSIGNED'
    and c.at >= :from and c.at < :as_of))
