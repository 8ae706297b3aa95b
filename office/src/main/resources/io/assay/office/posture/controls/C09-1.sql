select p.id as id, '/publications/' || p.id as path, p.published_at as at,
  not exists (select from identity.verification v where v.subject = p.subject
    and v.result = 'CONFIRMED' and v.at <= p.published_at
    and (v.expires_at is null or v.expires_at > p.published_at)) as bad,
  false as soon, p.subject as note
from publication.publication p
where p.published_at >= :from and p.published_at < :as_of
  and p.tenant not in (select tenant from posture.canary)
