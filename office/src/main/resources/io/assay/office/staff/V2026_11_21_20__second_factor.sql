alter table staff.member
  add column factor_secret text,
  add column factor_since timestamptz,
  add column factor_step bigint not null default 0,
  add column signed_in_at timestamptz;
comment on column staff.member.factor_secret is 'secret of the one-time passwords, sealed under the master secret';
comment on column staff.member.factor_step is 'time step of the last one-time password, which works once';

create table staff.recovery_code (
  member text not null references staff.member (id),
  code_hmac text not null,
  used_at timestamptz,
  primary key (member, code_hmac)
);

create table staff.failed_sign_in (
  id bigint generated always as identity primary key,
  address_hmac text not null,
  at timestamptz not null
);
create index failed_sign_in_address on staff.failed_sign_in (address_hmac, at);
create index failed_sign_in_at on staff.failed_sign_in (at);
