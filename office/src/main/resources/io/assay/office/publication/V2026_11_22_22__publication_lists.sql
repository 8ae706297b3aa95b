create index publication_number on publication.publication (produce_id);
