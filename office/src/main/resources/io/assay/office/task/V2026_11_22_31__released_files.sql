-- A picture or a sound that was held and released: where it is kept, and by which request it is asked
-- for again, until it has been delivered.
alter table task.release
  add capability text not null default '',
  add request_sha256 text not null default '',
  add shard text not null default '',
  add exchange text not null default '',
  add commitment text not null default '',
  add delivered_at timestamptz,
  add delivered_by text;
comment on column task.release.request_sha256 is 'of the salt and every text of the request';
create index release_exchange on task.release (delivered_at) where commitment <> '';

-- A picture or a sound of a request waits for a person as its texts do.
alter table task.task drop constraint task_part_check;
alter table task.task
  add constraint task_part_check check (part in ('INPUT', 'ATTACHMENT', 'OUTPUT'));
