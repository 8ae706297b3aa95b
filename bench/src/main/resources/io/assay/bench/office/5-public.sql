-- 15 000 publications, 3 000 of them looked at as news, and 500 rumors.
insert into publication.publication (id, exchange, tenant, key, subject, title, form, media, text, file, type,
  text_sha256, file_sha256, fingerprint, produce_id, aigc, statement, labels, state, entered_at, published_at,
  changed_at)
select 'p' || substr(md5('p' || place), 1, 20), id, tenant, key, subject, 'Fictional work ' || place, 'OTHER', 'text',
  words, convert_to(words, 'UTF8'), 'text/plain', encode(sha256(convert_to(words, 'UTF8')), 'hex'),
  encode(sha256(convert_to(words, 'UTF8')), 'hex'),
  substr(md5(id), 1, 16), produce_id, 'label', 'Generated', 2,
  case when place <= 60 then 'HELD' when place % 50 = 0 then 'RECALLED' when place % 70 = 0 then 'CONTAINED'
    else 'PUBLISHED' end,
  received_at, case when place > 60 then received_at end, received_at
from (select *, row_number() over (order by received_at desc) as place from (
  select id, tenant, key, subject, produce_id, received_at from exchange.exchange
  where outcome = 'DELIVERED' and hashtext(id) & 63 = 5
  order by received_at desc limit 15000) as picked) as ranked,
  lateral (select repeat('The lantern fair of Sampleville opened in the central park. ', 8) || place) as written (words);

insert into publication.fetched (publication, exit, day, count)
select p.id, 'page', current_date - d, 5 from publication.publication p, generate_series(0, 4) d;

insert into news.edition (id, name, in_force_from, imported_by, imported_at)
values ('ned_load', 'Fictional units', '2020-01-01', 'system', now());
insert into news.unit (edition, name, category)
select 'ned_load', 'Fictional unit ' || n, 'category ' || n % 9 from generate_series(1, 1358) n;

insert into news.examination (id, exchange, publication, subject, title, at, declared, score, reasons, unit,
  edition, original_on, divergence, ruling, code, decision, decided_by, decided_at)
select pg_temp.rid('nex_', place), exchange, id, subject, title, entered_at, true, 4, array['declared'],
  'Fictional unit ' || place % 1358, 'ned_load', current_date, 3,
  case when place <= 60 or place % 20 = 0 then 'HOLD' else 'GO' end, 'news',
  case when place > 60 and place % 20 = 0 then 'NO_NEWS' end,
  case when place > 60 and place % 20 = 0 then 'staff:officer' end,
  case when place > 60 and place % 20 = 0 then entered_at end
from (select *, row_number() over (order by entered_at desc) as place from publication.publication) p
where place <= 3000;

insert into rumor.rumor (id, claim, phrase, major, state, fingerprint, source, refutation, opened_by, opened_at,
  verified_by, verified_at, contained_at, refuted_by, refuted_at, reported_at, closed_at)
select pg_temp.rid('rum_', n), 'The lantern bridge no. ' || n || ' fell into the river.', 'bridge no. ' || n, n % 10 = 0,
  case when n > 490 then 'SUSPECTED' else 'CLOSED' end, substr(md5(n::text), 1, 16), 'Sampleville council',
  'The bridge stands.', 'staff:handler-1', at, 'staff:handler-1', at, at, 'staff:officer',
  case when n <= 490 then at end, at, case when n <= 490 then at end
from generate_series(1, 500) n, lateral (select now() - interval '360 days' * ((500 - n) / 500.0)) as times (at);

insert into rumor.affected (rumor, exchange, subject, how, found_at)
select pg_temp.rid('rum_', r), pg_temp.rid('ex_', r * 1000 + n), pg_temp.rid('sub_', n), 'phrase', now()
from generate_series(1, 500) r, generate_series(1, 20) n;
insert into rumor.told (rumor, subject, made, told_at)
select pg_temp.rid('rum_', r), pg_temp.rid('sub_', n), true, now()
from generate_series(1, 500) r, generate_series(1, 20) n;
