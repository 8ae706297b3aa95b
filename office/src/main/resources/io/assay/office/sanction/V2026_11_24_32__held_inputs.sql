-- Inputs that were held and that a person blocked later; a block that is taken back stays on record.
alter table sanction.input add column known_at timestamptz;
alter table sanction.input add column taken_back_at timestamptz;
comment on column sanction.input.known_at is 'when a person found it bad; null where the review of the gateway did';
