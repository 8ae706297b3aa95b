alter table authority.authority rename column name to name_zh;
alter table authority.authority add column name_en text;
update authority.authority set name_en = case id
  when 'aut_cac' then 'Cyberspace Administration of China (12377)'
  when 'aut_telecom' then 'Telecommunications authority'
  when 'aut_police' then 'Public security, network security'
  else name_zh end;
alter table authority.authority alter column name_en set not null;
alter table authority.authority drop constraint authority_channel_check;
alter table authority.authority add constraint authority_channel_check
  check (channel in ('MAIL', 'SFTP', 'MANUAL'));
alter table authority.authority add column host_key text not null default '';
alter table authority.authority add check (channel <> 'SFTP' or host_key <> '');
alter table authority.authority add column added_at timestamptz not null default '2023-01-10T00:00:00Z';
alter table authority.authority add column retired_at timestamptz;
create index authority_latest on authority.authority (added_at desc, id desc);

alter table authority.report add column transfer text not null default '';
comment on column authority.report.transfer is 'how the channel names the handing over; empty when done by hand';
drop index authority.report_latest;
create index report_latest on authority.report (drafted_at desc, id desc);
