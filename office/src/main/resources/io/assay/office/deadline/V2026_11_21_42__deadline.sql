create schema deadline;

create table deadline.limit_rule (
  version bigint generated always as identity primary key,
  rule text not null,
  value integer not null check (value > 0),
  unit text not null check (unit in ('MINUTE', 'HOUR', 'DAY', 'WORKING_DAY', 'MONTH')),
  basis text not null check (basis in ('LAW', 'STANDARD', 'COMMITMENT', 'POLICY')),
  source text not null,
  effective_from date not null,
  effective_to date,
  set_by text not null default 'system'
);
create index limit_rule_rule on deadline.limit_rule (rule, effective_from);

insert into deadline.limit_rule (rule, value, unit, basis, source, effective_from) values
  ('filing.first', 10, 'WORKING_DAY', 'LAW', 'Algorithm Recommendation Provisions, Art. 24', '2022-03-01'),
  ('filing.change', 10, 'WORKING_DAY', 'LAW', 'Algorithm Recommendation Provisions, Art. 24', '2022-03-01'),
  ('filing.cancel', 20, 'WORKING_DAY', 'LAW', 'Algorithm Recommendation Provisions, Art. 24', '2022-03-01'),
  ('filing.decision', 30, 'WORKING_DAY', 'POLICY', 'not confirmed in the Algorithm Recommendation Provisions', '2022-03-01'),
  ('incident.report', 4, 'HOUR', 'LAW', 'Measures for reporting cybersecurity incidents (2025-11-01)', '2025-11-01'),
  ('incident.summary', 30, 'DAY', 'LAW', 'Measures for reporting cybersecurity incidents (2025-11-01)', '2025-11-01'),
  ('log.retention', 6, 'MONTH', 'LAW', 'Cybersecurity Law, Art. 23', '2017-06-01'),
  ('privacy.complaint', 15, 'WORKING_DAY', 'STANDARD', 'GB/T 35273 practice (unconfirmed)', '2020-10-01'),
  ('intake.appeal-acknowledge', 1, 'WORKING_DAY', 'POLICY', 'product default', '2023-01-10'),
  ('intake.appeal-decide', 5, 'WORKING_DAY', 'POLICY', 'product default', '2023-01-10'),
  ('intake.complaint-acknowledge', 1, 'WORKING_DAY', 'POLICY', 'product default', '2023-01-10'),
  ('intake.complaint-decide', 10, 'WORKING_DAY', 'POLICY', 'product default', '2023-01-10'),
  ('intake.report-acknowledge', 1, 'WORKING_DAY', 'POLICY', 'product default', '2023-01-10'),
  ('intake.report-decide', 5, 'WORKING_DAY', 'POLICY', 'product default', '2023-01-10'),
  ('deepfake.person', 24, 'HOUR', 'POLICY', 'product default', '2023-01-10'),
  ('authority.report', 24, 'HOUR', 'POLICY', 'product default; the Provisions say promptly', '2023-01-10'),
  ('authority.report-severe', 1, 'HOUR', 'POLICY', 'product default; the Provisions say promptly', '2023-01-10'),
  ('rumor.refute', 24, 'HOUR', 'POLICY', 'product default; the Provisions say promptly', '2023-01-10'),
  ('rumor.refute-major', 2, 'HOUR', 'POLICY', 'product default; the Provisions say promptly', '2023-01-10'),
  ('review.hold', 30, 'MINUTE', 'POLICY', 'product default', '2023-01-10'),
  ('pool.ex-post', 24, 'HOUR', 'POLICY', 'product default', '2023-01-10'),
  ('tamper.case', 1, 'WORKING_DAY', 'POLICY', 'product default', '2023-01-10'),
  ('algorithm.review', 12, 'MONTH', 'POLICY', 'product default; the Provisions say periodically', '2023-01-10'),
  ('algorithm.review-biometric', 6, 'MONTH', 'POLICY', 'product default; the Provisions say periodically', '2023-01-10');

create table deadline.deadline (
  id text primary key,
  rule text not null,
  about text not null,
  path text not null,
  reminded text not null,
  start_at timestamptz not null,
  value integer not null,
  unit text not null,
  basis text not null,
  source text not null,
  soft_at timestamptz not null,
  hard_at timestamptz not null,
  due_at timestamptz not null,
  state text not null check (state in ('RUNNING', 'SOFT', 'HARD', 'MET', 'BREACHED', 'DROPPED')),
  provisional boolean not null,
  calendar_version text not null,
  paused_at timestamptz,
  ended_at timestamptz
);
create unique index deadline_running on deadline.deadline (about, rule) where ended_at is null;
create index deadline_about on deadline.deadline (about);
create index deadline_due on deadline.deadline (due_at, id);
create index deadline_open on deadline.deadline (due_at, id) where ended_at is null;

create table deadline.pause (
  deadline text not null references deadline.deadline (id),
  from_at timestamptz not null,
  to_at timestamptz,
  reason text not null,
  by text not null
);
create index pause_deadline on deadline.pause (deadline);
