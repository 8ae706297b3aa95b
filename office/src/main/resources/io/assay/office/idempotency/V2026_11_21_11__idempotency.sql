create schema idempotency;

create table idempotency.answer (
  member text not null,
  key text not null,
  request_sha256 text not null,
  at timestamptz not null,
  status integer,
  content_type text,
  body bytea,
  primary key (member, key)
);
create index answer_at on idempotency.answer (at);
comment on column idempotency.answer.status is 'null while the first request is under way';
comment on column idempotency.answer.body is 'sealed: an answer may hold a secret that is shown once';
