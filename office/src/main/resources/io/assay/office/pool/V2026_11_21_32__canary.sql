-- C10-4: what the pool in force does with texts that it must stop and with texts that it must not.
create table pool.canary (
  at timestamptz primary key,
  version bigint not null,
  bad integer not null,
  bad_stopped integer not null,
  good integer not null,
  good_passed integer not null
);
create view pool.control_c10_4 as
  select at, version, bad, bad_stopped, good, good_passed,
    bad_stopped >= bad * 0.95 and good - good_passed <= good * 0.05 as sound
  from pool.canary;
