create schema snapshot;

create table snapshot.version (
  only_row boolean primary key default true check (only_row),
  version bigint not null
);
insert into snapshot.version (version) values (1);

-- Every table that the gateway decides from carries a statement trigger with this function.
create function snapshot.changed() returns trigger language plpgsql as $$
begin
  update snapshot.version set version = version + 1;
  return null;
end
$$;
