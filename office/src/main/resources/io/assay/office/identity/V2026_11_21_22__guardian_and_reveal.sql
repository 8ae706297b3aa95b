alter table identity.verification
  add column deployment_hmac text not null default '',
  add column sealed text not null default '';
create index verification_deployment on identity.verification (deployment_hmac)
  where result = 'CONFIRMED' and deployment_hmac <> '';
comment on column identity.verification.deployment_hmac is
  'HMAC-SHA256 of the number under the deployment''s key, by which whoever is barred is known in every tenant';
comment on column identity.verification.sealed is
  'name and number under AES-256-GCM where a law asks for a copy; empty otherwise';

alter table identity.one_time_code add column deployment_hmac text not null default '';

create table identity.guardianship (
  id text primary key,
  subject text not null references subject.subject (id),
  verification text not null references identity.verification (id),
  guardian_hmac text not null,
  guardian_masked text not null,
  relation text not null check (relation in ('PARENT', 'GUARDIAN')),
  consent_sha256 text not null,
  token text not null unique,
  given_at timestamptz not null,
  withdrawn_at timestamptz
);
create index guardianship_subject on identity.guardianship (subject, given_at);
comment on column identity.guardianship.consent_sha256 is 'SHA-256 of the text to which the guardian agreed';

create table identity.reveal (
  id text primary key,
  verification text not null references identity.verification (id),
  proposal text not null,
  proposed_by text not null,
  approved_by text not null,
  reason text not null,
  granted_at timestamptz not null,
  ends_at timestamptz not null,
  check (proposed_by <> approved_by)
);
