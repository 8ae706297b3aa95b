alter table subject.subject drop constraint subject_state_check;
alter table subject.subject add constraint subject_state_check
  check (state in ('REGISTERED', 'VERIFYING', 'VERIFIED', 'RE_VERIFY', 'SUSPENDED', 'CLOSED'));
alter table subject.subject add column barred boolean not null default false;
comment on column subject.subject.barred is 'whoever this is may not come back under another name';
update subject.subject set barred = true where state = 'CLOSED';
alter table subject.subject add column resumes text;
comment on column subject.subject.resumes is 'state before the suspension, to which its end leads back';
