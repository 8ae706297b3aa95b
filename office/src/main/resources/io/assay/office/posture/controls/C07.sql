with duty as (
  select (array['USER_REGISTRATION', 'ALGORITHM_REVIEW', 'ETHICS_REVIEW', 'PUBLISHING_REVIEW',
      'DATA_SECURITY', 'PERSONAL_INFORMATION', 'ANTI_FRAUD', 'EMERGENCY'])[{n}] as system,
    (cast(:as_of as timestamptz) at time zone 'Asia/Shanghai')::date as today
  where exists (select from management.edition where created_at < :as_of)
    or exists (select from exchange.exchange x where x.outcome = 'DELIVERED'
      and x.received_at < :as_of and x.tenant not in (select tenant from posture.canary))),
stand as (
  select d.system, d.today, e.id, e.approved_at, e.next_review,
    (select max(held_on) from management.drill where system = d.system and recorded_at < :as_of
      and held_on >= (cast(:from as timestamptz) at time zone 'Asia/Shanghai')::date) as drill,
    array(select (select r.status from posture.result r where r.control = c.id and r.as_of < :as_of
        order by r.id desc limit 1)
      from unnest(e.controls) c (id) where c.id not like 'C07-%') as proofs
  from duty d left join lateral (
    select * from management.edition where system = d.system and approved_at < :as_of
      and effective <= d.today order by version desc limit 1) e on true),
proved as (
  select s.*,
    (select count(*) from unnest(proofs) p where p not in ('INSUFFICIENT_EVIDENCE', 'NOT_APPLICABLE'))
      as live,
    (select count(*) from unnest(proofs) p where p in ('PASS', 'DUE_SOON', 'STALE')) as sound
  from stand s),
verdict as (
  select p.*, case when id is null then 'MISSING' when live = 0 then 'PAPER_ONLY'
    when sound = 0 then 'FAILING' when next_review < today then 'REVIEW_OVERDUE'
    when drill is null then 'DRILL_OVERDUE' else 'IN_FORCE' end as word
  from proved p)
select v.system as id, '/systems/' || lower(replace(v.system, '_', '-')) as path,
  v.approved_at as at, v.word <> 'IN_FORCE' as bad, v.next_review < v.today + 30 as soon,
  v.word as note
from verdict v
