-- The files with which an entry closed, in the order in which they are kept; none where it kept other ones.
create function exchange.issued(entry text)
  returns table (number integer, produce_id text, aigc text) language sql immutable as $$
  with closed as (select (case when position('\u0000' in entry) = 0 then entry::jsonb
    else regexp_replace(entry, '(?<!\\)((\\\\)*)\\u0000', '\1', 'g')::jsonb end) -> 'body' as body)
  select i.number::integer, i.part ->> 'produce_id', i.part ->> 'aigc'
  from closed, jsonb_array_elements(body -> 'contents') with ordinality as i (part, number)
  where jsonb_array_length(body -> 'contents') = coalesce(jsonb_array_length(body -> 'outputs'), 1)
$$;
