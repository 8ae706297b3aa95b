alter table rumor.told add column seen_at timestamptz;
comment on column rumor.told.subject is 'a subject who made it, or a case whose complainant pointed it out';
comment on column rumor.told.seen_at is 'when the subject first opened the refutation on its own page';
create index told_subject on rumor.told (subject);
