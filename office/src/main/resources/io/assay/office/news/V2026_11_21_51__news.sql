create schema news;

-- The operator's permit for internet news information services.
create table news.permit (
  only_row boolean primary key default true check (only_row),
  number text not null,
  holder text not null,
  valid_from date not null,
  valid_until date not null check (valid_until >= valid_from),
  entered_by text not null,
  entered_at timestamptz not null
);

-- Editions of the list of source units; one is in force on any day, until the day before the next.
create table news.edition (
  id text primary key,
  name text not null,
  in_force_from date not null unique,
  imported_by text not null,
  imported_at timestamptz not null
);

create table news.unit (
  edition text not null references news.edition (id),
  name text not null,
  category text not null,
  primary key (edition, name)
);

create table news.examination (
  id text primary key,
  exchange text not null unique,
  publication text,
  subject text not null,
  title text not null,
  at timestamptz not null,
  declared boolean not null,
  score integer not null,
  reasons text[] not null,
  unit text,
  edition text references news.edition (id),
  original_on date,
  original text,
  reprint text,
  divergence integer,
  ruling text not null check (ruling in ('GO', 'HOLD', 'REFUSE')),
  code text not null,
  decision text check (decision in ('NO_NEWS', 'REFUSED')),
  decided_by text,
  decided_at timestamptz,
  note text not null default ''
);
create index examination_time on news.examination (at desc, id desc);
create index examination_open on news.examination (at, id) where ruling = 'HOLD' and decision is null;
create index examination_publication on news.examination (publication);
comment on column news.examination.divergence is 'in thousandths of the tokens of both texts';
