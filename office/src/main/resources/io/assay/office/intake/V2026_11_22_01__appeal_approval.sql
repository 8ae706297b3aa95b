alter table intake.case add column approved_by text;
alter table intake.case add check (
  door <> 'APPEAL' or approved_by is null
  or (approved_by <> decided_by and position(' ' || approved_by || ' ' in ' ' || contested_by || ' ') = 0));
comment on column intake.case.approved_by is 'who agreed to the decision of an appeal';

alter table intake.line drop constraint line_author_check;
alter table intake.line add constraint line_author_check
  check (author in ('COMPLAINANT', 'STAFF', 'NOTE', 'DRAFT', 'SYSTEM'));
