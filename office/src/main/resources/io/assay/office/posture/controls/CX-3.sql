select id::text as id, '' as path, at as at, not ok as bad, false as soon, detail as note
from posture.probe
where kind like 'SELF\_TEST%' and at >= :from and at < :as_of
