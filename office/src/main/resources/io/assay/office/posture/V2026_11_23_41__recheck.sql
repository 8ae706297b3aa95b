-- Delivered files that were opened again where they are kept, and what their labels proved then.
create table posture.recheck (
  exchange text primary key,
  at timestamptz not null,
  verdict text not null,
  sound boolean not null,
  detail text not null
);
create index recheck_time on posture.recheck (at desc);

-- The tree that was published when it was last looked at, kept apart from the ledger itself.
create table posture.tree (
  shard text primary key,
  size bigint not null,
  root text not null,
  at timestamptz not null
);
