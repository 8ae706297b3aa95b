-- Lists of decided and of waiting proposals go on with a cursor.
drop index approval.proposal_decided;
create index proposal_decided on approval.proposal (decided_at desc, id desc) where state <> 'OPEN';
create index proposal_open on approval.proposal (proposed_at, id) where state = 'OPEN';
