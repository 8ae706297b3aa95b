-- Whether an entry says something; the one character that JSON of PostgreSQL cannot hold is left out.
create function exchange.says(entry text, what jsonb) returns boolean language sql immutable
  return coalesce(case when position('\u0000' in entry) = 0 then entry::jsonb
    else regexp_replace(entry, '(?<!\\)((\\\\)*)\\u0000', '\1', 'g')::jsonb end @> what, false);

-- What the closing entry proves, once for all instead of at every question.
alter table exchange.exchange
  add column reviewed boolean not null generated always as (exchange.says(closed_entry,
    '{"body": {"steps": [{"name": "input-review", "decision": "PASS"},
      {"name": "output-review", "decision": "PASS"}]}}')) stored,
  add column implicit boolean not null generated always as (exchange.says(closed_entry,
    '{"body": {"labels": [{"kind": "IMPLICIT"}]}}')) stored,
  add column explicit boolean not null generated always as (exchange.says(closed_entry,
    '{"body": {"labels": [{"kind": "EXPLICIT"}]}}')) stored;

-- Totals, minutes and controls count from the index alone.
drop index exchange.exchange_time;
create index exchange_time on exchange.exchange (received_at desc, id desc)
  include (outcome, capability, model, tenant, labels, reviewed, implicit, explicit);

-- Each filter reads its own rows in the order of the list, and holds the others against them without the table.
drop index exchange.exchange_outcome;
drop index exchange.exchange_subject;
create index exchange_outcome on exchange.exchange (outcome, received_at desc, id desc)
  include (capability, model, tenant, labels);
create index exchange_subject on exchange.exchange (subject, received_at desc, id desc)
  include (outcome, capability, model, tenant, labels);
create index exchange_tenant on exchange.exchange (tenant, received_at desc, id desc)
  include (outcome, capability, model, labels);
create index exchange_endpoint on exchange.exchange (endpoint, received_at desc, id desc)
  include (outcome, capability, model, tenant, labels);
create index exchange_capability on exchange.exchange (capability, received_at desc, id desc)
  include (outcome, model, tenant, labels);
create index exchange_model on exchange.exchange (model, received_at desc, id desc)
  include (outcome, capability, tenant, labels);
