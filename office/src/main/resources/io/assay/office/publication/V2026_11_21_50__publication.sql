create schema publication;

create table publication.publication (
  id text primary key,
  exchange text not null unique,
  tenant text not null references tenant.tenant (id),
  key text not null,
  subject text not null references subject.subject (id),
  title text not null,
  form text not null,
  media text not null,
  text text not null,
  file bytea not null,
  type text not null,
  text_sha256 text not null,
  file_sha256 text not null,
  fingerprint text not null,
  produce_id text not null,
  aigc text not null,
  statement text not null,
  labels integer not null,
  origin text,
  news_unit text,
  news_title text,
  news_url text,
  news_published_on date,
  state text not null check (state in
    ('ENTERED', 'HELD', 'PUBLISHED', 'CONTAINED', 'CORRECTED', 'RECALLED', 'REFUSED')),
  why text not null default '',
  correction text not null default '',
  entered_at timestamptz not null,
  published_at timestamptz,
  changed_at timestamptz not null
);
create index publication_time on publication.publication (entered_at desc, id desc);
create index publication_state on publication.publication (state, entered_at desc, id desc);
create index publication_subject on publication.publication (subject, entered_at desc, id desc);
create index publication_origin on publication.publication (origin) where origin is not null;
create index publication_published on publication.publication (published_at);
comment on column publication.publication.fingerprint is
  'SimHash of title and words in 16 hexadecimal digits; empty where there are no words';

-- How often a publication left through each exit, by day of Shanghai.
create table publication.fetched (
  publication text not null references publication.publication (id),
  exit text not null,
  day date not null,
  count bigint not null,
  primary key (publication, exit, day)
);
