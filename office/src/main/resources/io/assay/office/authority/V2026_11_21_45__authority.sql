create schema authority;

create table authority.authority (
  id text primary key,
  name text not null,
  kind text not null check (kind in ('CAC', 'TELECOM', 'POLICE', 'OTHER')),
  region text not null,
  types text not null,
  channel text not null check (channel in ('MAIL', 'MANUAL')),
  address text not null
);
comment on column authority.authority.types is 'types of matter it takes, separated by blanks; empty for all';

insert into authority.authority (id, name, kind, region, types, channel, address) values
  ('aut_cac', '国家互联网信息办公室（12377）', 'CAC', '', '', 'MANUAL', 'https://www.12377.cn'),
  ('aut_telecom', '电信主管部门', 'TELECOM', '', 'telecom', 'MANUAL', ''),
  ('aut_police', '公安机关网络安全保卫部门', 'POLICE', '', 'crime', 'MANUAL', '');

create table authority.report (
  id text primary key,
  about text not null,
  authority text not null references authority.authority (id),
  title text not null,
  body text not null,
  state text not null check (state in ('DRAFT', 'APPROVED', 'SENT', 'ACKED', 'SUPPLEMENTED')),
  supplements text references authority.report (id),
  drafted_by text not null,
  drafted_at timestamptz not null,
  approved_by text,
  sent_at timestamptz,
  pdf_sha256 text not null default '',
  receipt text not null default '',
  acknowledged_at timestamptz,
  check (approved_by <> drafted_by)
);
create index report_about on authority.report (about, drafted_at);
create index report_latest on authority.report (drafted_at desc, id);
