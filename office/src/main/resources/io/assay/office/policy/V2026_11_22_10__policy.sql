create schema policy;

-- Rows are added and never changed; the latest of a name counts.
create table policy.change (
  version bigint generated always as identity primary key,
  name text not null,
  value bigint not null,
  proposed_by text not null,
  approved_by text not null,
  reason text not null,
  at timestamptz not null,
  check (approved_by <> proposed_by)
);
create index change_name on policy.change (name, version desc);

-- They started no clock; what they stood for is a number of policy now.
delete from deadline.limit_rule where rule in ('review.hold', 'pool.ex-post');
