-- Every text and file of a task as it was seen or computed, so that what is released is known again
-- without keeping it.
create table task.file (
  task text not null references task.task (id),
  field text not null,
  place integer not null,
  sha256 text not null,
  commitment text not null default '',
  primary key (task, field)
);
comment on column task.file.field is 'under which the vault keeps it';
comment on column task.file.sha256 is 'of the task''s salt and the content';
insert into task.file (task, field, place, sha256, commitment)
  select t.id, lower(t.part), 1, t.sha256, coalesce(r.commitment, '')
  from task.task t left join task.release r on r.task = t.id where t.sha256 is not null;

-- Each picture counts for what a reviewer has seen.
alter table task.opening add field text not null default '';

-- Pictures of requests are hashed as those of answers are.
drop index task.task_unhashed;
create index task_unhashed on task.task (created_at)
  where pdq is null and state in ('OPEN', 'EXPERT')
    and (part = 'ATTACHMENT' or (part = 'OUTPUT' and capability = 'image'));
comment on column task.task.pdq is
  'perceptual hashes of the pictures, one after the other; empty where they cannot be compared';
