-- A transaction raises the version when it commits, and once, so that nobody waits for anything else
-- while it holds the one row: transactions that held it and wanted each other's rows came to a deadlock.
create table snapshot.change (
  id bigint generated always as identity primary key
);

create or replace function snapshot.changed() returns trigger language plpgsql as $$
begin
  if current_setting('snapshot.changed_in', true) is distinct from pg_current_xact_id()::text then
    perform set_config('snapshot.changed_in', pg_current_xact_id()::text, true);
    insert into snapshot.change default values;
  end if;
  return null;
end
$$;

create function snapshot.committing() returns trigger language plpgsql as $$
begin
  delete from snapshot.change where id = new.id;
  update snapshot.version set version = version + 1;
  return null;
end
$$;

create constraint trigger committing after insert on snapshot.change
  deferrable initially deferred for each row execute function snapshot.committing();
