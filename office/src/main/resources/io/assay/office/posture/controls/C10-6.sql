with input as (
  select i.exchange, i.subject, i.at, i.bad, coalesce(i.known_at, x.closed_at, i.at) as known_at,
    (select count(*) from sanction.sanction s where s.subject = i.subject
      and s.level in ('SUSPEND', 'CLOSE') and s.start_at < i.at) as stops
  from sanction.input i left join exchange.exchange x on x.id = i.exchange
  where i.at < :as_of and i.at >= cast(:from as timestamptz) - interval '1 day'
    and i.subject in (select b.subject from sanction.input b join subject.subject on id = b.subject
      where b.bad and b.at < :as_of group by b.subject having count(*) >= 3)
    and coalesce(i.known_at, i.at) < :as_of
    and (i.taken_back_at is null or i.taken_back_at >= :as_of)
    and not exists (select from intake.false_positive f
    where f.exchange = i.exchange and f.at < :as_of)),
counted as (
  select i.*,
    count(*) filter (where bad) over (partition by subject, stops order by at, exchange
      rows between 2 preceding and current row) as in_a_row,
    count(*) filter (where bad) over (partition by subject, stops,
      (at at time zone 'Asia/Shanghai')::date order by at, exchange) as on_a_day,
    max(known_at) over (partition by subject, stops order by at, exchange) as met_at
  from input i)
select c.exchange as id, '/exchanges/' || c.exchange as path, c.at as at,
  not exists (select from sanction.sanction s where s.subject = c.subject
    and s.level in ('SUSPEND', 'CLOSE') and s.start_at <= c.met_at + interval '1 minute'
    and coalesce(s.ended_at, s.end_at, 'infinity') > c.at) as bad,
  false as soon, c.subject as note
from counted c
where c.bad and (c.in_a_row = 3 or c.on_a_day >= 5) and c.at >= :from
  and c.met_at + interval '1 minute' < :as_of
