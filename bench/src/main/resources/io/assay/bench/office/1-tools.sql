-- The same rows each time: identifiers and chance come from the number of the row.
set synchronous_commit = off;
set work_mem = '256MB';

create function pg_temp.rid(prefix text, n bigint) returns text language sql immutable
  return prefix || substr(md5(prefix || n::text), 1, 20);

create function pg_temp.dice(n bigint, salt bigint, sides integer) returns integer language sql immutable
  return ((hashint8extended(n, salt) & 9223372036854775807) % sides)::integer;

create function pg_temp.hex64(n bigint, salt text) returns text language sql immutable
  return md5(salt || n::text) || md5(n::text || salt);

create function pg_temp.moment(at timestamptz) returns text language sql stable
  return to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

-- Of twenty tenants the first has two fifths of all subjects.
create function pg_temp.tenant(subject bigint) returns text language sql immutable
  return pg_temp.rid('tnt_', case when subject % 5 < 2 then 1 else 2 + subject % 19 end);
