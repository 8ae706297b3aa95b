alter table notice.webhook add column tenant text references tenant.tenant (id);
alter table notice.webhook add column generation integer not null default 1;
alter table notice.webhook add column rotated_at timestamptz;
create index webhook_told on notice.webhook (tenant) where disabled_at is null;
comment on column notice.webhook.tenant is 'of whose matters alone it is told; null for the operator''s own';
comment on column notice.webhook.generation is 'how many secrets it has had';

alter table notice.outbox add column tenant text not null default '';
comment on column notice.outbox.tenant is 'whom it concerns; empty for the operator alone';
