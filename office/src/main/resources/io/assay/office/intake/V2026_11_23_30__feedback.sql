alter table intake.case add column satisfaction text
  check (satisfaction in ('VERY_SATISFIED', 'SATISFIED', 'FAIR', 'DISSATISFIED', 'VERY_DISSATISFIED'));
comment on column intake.case.satisfaction is 'how content the complainant was; null while nothing was said';
create index case_door_received on intake.case (door, received_at);

alter table intake.case add column read_at timestamptz;
comment on column intake.case.read_at is 'when the complainant last opened the case';
