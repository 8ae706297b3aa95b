alter table sanction.sanction add column appeal_until timestamptz;
alter table sanction.sanction add column final_at timestamptz;
update sanction.sanction set appeal_until = start_at + interval '30 days' where level = 'CLOSE';
create index sanction_closing on sanction.sanction (appeal_until)
  where state = 'ACTIVE' and level = 'CLOSE' and final_at is null;
comment on column sanction.sanction.appeal_until is 'policy of the day of the closure; null where there is no end';

create or replace function sanction.reasons_stay() returns trigger language plpgsql as $$
begin
  if row(new.id, new.subject, new.level, new.capabilities, new.facts, new.ground, new.clause, new.source,
      new.automated_detection, new.automation, new.start_at, new.end_at, new.exchanges, new.proposed_by, new.approved_by,
      new.appeal_until)
    is distinct from row(old.id, old.subject, old.level, old.capabilities, old.facts, old.ground, old.clause, old.source,
      old.automated_detection, old.automation, old.start_at, old.end_at, old.exchanges, old.proposed_by, old.approved_by,
      old.appeal_until)
    or old.final_at is not null and (new.final_at is distinct from old.final_at or new.state <> old.state)
  then
    raise exception 'the statement of reasons of % is never changed', old.id;
  end if;
  return new;
end
$$;

insert into deadline.limit_rule (rule, value, unit, basis, source, effective_from) values
  ('sanction.appeal', 30, 'DAY', 'POLICY', 'product default; the Provisions give no time', '2023-01-10');

drop index sanction.sanction_latest;
create index sanction_latest on sanction.sanction (start_at desc, id desc);
