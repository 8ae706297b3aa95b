select r.content as id, '/exchanges/' || r.exchange as path, r.at as at, not r.sound as bad,
  false as soon, case when r.detail like '[%' then r.detail else r.verdict end as note
from posture.recheck r
where r.at >= :from and r.at < :as_of
