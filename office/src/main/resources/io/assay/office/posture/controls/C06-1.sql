select p.id as id, '/publications/' || p.id as path, p.published_at as at,
  not coalesce((e.ruling = 'GO' and e.edition is not null) or e.decision = 'NO_NEWS', false) as bad,
  false as soon, coalesce(e.unit, e.code) as note
from publication.publication p join news.examination e on e.publication = p.id
where p.published_at >= :from and p.published_at < :as_of
