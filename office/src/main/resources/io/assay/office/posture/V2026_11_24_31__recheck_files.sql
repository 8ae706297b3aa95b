-- Every file of a delivery is looked at again by itself.
alter table posture.recheck add column content text;
update posture.recheck r set content = coalesce(
  (select min(c.produce_id) from exchange.content c where c.exchange = r.exchange), r.exchange);
alter table posture.recheck alter column content set not null;
alter table posture.recheck drop constraint recheck_pkey, add primary key (exchange, content);
comment on column posture.recheck.content is 'the content number of the file';
