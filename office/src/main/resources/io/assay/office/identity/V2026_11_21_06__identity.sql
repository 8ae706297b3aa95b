create schema identity;

create table identity.verification (
  id text primary key,
  subject text not null references subject.subject (id),
  tenant text not null references tenant.tenant (id),
  method text not null,
  provider text not null,
  result text not null,
  assurance text not null,
  reference_hmac text not null,
  masked text not null,
  at timestamptz not null,
  expires_at timestamptz
);
create index verification_subject on identity.verification (subject, at);
create index verification_reference on identity.verification (tenant, reference_hmac)
  where result = 'CONFIRMED';
create index verification_expiry on identity.verification (expires_at) where result = 'CONFIRMED';
comment on column identity.verification.reference_hmac is
  'HMAC-SHA256 of the number under the tenant''s key; the number itself is not kept';

create table identity.one_time_code (
  id text primary key,
  subject text not null references subject.subject (id),
  number_hmac text not null,
  reference_hmac text not null,
  masked text not null,
  code_hmac text not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null default 0,
  closed_at timestamptz
);
create index one_time_code_subject on identity.one_time_code (subject, sent_at);
create index one_time_code_number on identity.one_time_code (number_hmac, sent_at);
