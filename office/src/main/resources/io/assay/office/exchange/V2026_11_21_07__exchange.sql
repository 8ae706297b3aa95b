create schema exchange;

-- How far each shard of the ledger has been read.
create table exchange.position (
  shard text primary key,
  next bigint not null
);

create table exchange.exchange (
  id text primary key,
  received_at timestamptz not null,
  closed_at timestamptz,
  tenant text not null,
  key text not null,
  subject text not null,
  endpoint text not null,
  capability text not null,
  model text not null,
  outcome text,
  produce_id text not null default '',
  took_micros bigint not null default 0,
  labels integer not null default 0,
  shard text not null,
  received_index bigint,
  received_entry text,
  closed_index bigint,
  closed_entry text
);
create index exchange_time on exchange.exchange (received_at desc, id desc);
create index exchange_subject on exchange.exchange (subject, received_at desc, id desc);
create index exchange_outcome on exchange.exchange (outcome, received_at desc, id desc);
create index exchange_gap on exchange.exchange (received_at desc, id desc)
  where outcome = 'DELIVERED' and labels = 0;

-- Content numbers that were issued, by which an exchange is found from a file.
create table exchange.content (
  produce_id text not null,
  exchange text not null references exchange.exchange (id) on delete cascade,
  payload_sha256 text not null default '',
  aigc text not null default '',
  primary key (produce_id, exchange)
);
create index content_payload on exchange.content (payload_sha256) where payload_sha256 <> '';
