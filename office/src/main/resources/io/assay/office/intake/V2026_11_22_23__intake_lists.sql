create index case_state on intake.case (state, received_at desc, id desc);
create index case_door on intake.case (door, received_at desc, id desc);
create index case_handler on intake.case (handler, received_at desc, id desc) where handler is not null;
