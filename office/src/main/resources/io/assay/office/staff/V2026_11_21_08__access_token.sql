create table staff.access_token (
  id text primary key,
  member text not null references staff.member (id),
  name text not null,
  sha256 text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
  hint text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index access_token_member on staff.access_token (member, created_at);
