-- Every step of a publication, so that an appeal knows who decided and what there was before.
create table publication.move (
  seq bigint generated always as identity primary key,
  publication text not null references publication.publication (id),
  from_state text not null,
  to_state text not null,
  why text not null,
  by text not null,
  at timestamptz not null
);
create index move_publication on publication.move (publication, seq);
create index publication_number on publication.publication (produce_id);
