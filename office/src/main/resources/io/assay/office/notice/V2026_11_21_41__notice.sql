create schema notice;

create table notice.webhook (
  id text primary key,
  url text not null,
  kinds text not null,
  created_at timestamptz not null,
  disabled_at timestamptz
);

create table notice.outbox (
  id text primary key,
  key text not null,
  channel text not null check (channel in ('MAIL', 'WEBHOOK')),
  target text not null,
  kind text not null,
  about text not null,
  path text not null,
  facts jsonb not null,
  urgent boolean not null,
  state text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'FAILED')),
  tries integer not null default 0,
  created_at timestamptz not null,
  next_at timestamptz not null,
  sent_at timestamptz,
  problem text not null default '',
  unique (key, channel, target)
);
create index outbox_due on notice.outbox (next_at) where state = 'WAITING';
create index outbox_latest on notice.outbox (created_at desc, id);
comment on column notice.outbox.target is 'an address of staff, BOOK:REFERENCE of a person, or a webhook';
