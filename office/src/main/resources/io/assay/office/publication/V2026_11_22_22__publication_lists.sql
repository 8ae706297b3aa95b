-- By which a publication is found from the number in its labels.
create index if not exists publication_number on publication.publication (produce_id);
