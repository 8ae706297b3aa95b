-- On which ground an appeal was not accepted, which takes two people.
create table intake.refusal (
  "case" text primary key references intake.case (id),
  ground text not null
);
alter table intake.case add check (
  door <> 'APPEAL' or state <> 'NOT_ACCEPTED' or approved_by is not null) not valid;
