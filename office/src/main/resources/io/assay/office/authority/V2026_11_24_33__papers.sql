-- To whom a report was approved, by the name it had then; empty while it is a draft.
alter table authority.report add column recipient text not null default '';
update authority.report r set recipient = (select a.name_zh from authority.authority a where a.id = r.authority)
  where state <> 'DRAFT';

-- The files of a report, byte for byte: the data as it was approved, the letters as they were handed over.
create table authority.paper (
  report text not null references authority.report (id),
  form text not null check (form in ('pdf', 'docx', 'json')),
  content bytea not null,
  sha256 text not null,
  primary key (report, form)
);

create function authority.papers_stay() returns trigger language plpgsql as $$
begin
  raise exception 'the files of % are never changed', old.report;
end
$$;
create trigger papers_stay before update or delete on authority.paper
  for each row execute function authority.papers_stay();
