-- Values that occur, for the choices of a filter.
create table exchange.facet (
  name text not null,
  value text not null,
  primary key (name, value)
);
insert into exchange.facet
  select distinct name, left(value, 200)
  from exchange.exchange,
    lateral (values ('endpoint', endpoint), ('capability', capability), ('model', model))
      as facet (name, value)
  where outcome <> 'REFUSED' and value <> '';
