-- The gateway hands out nothing whose number stands here.
create trigger snapshot_changed after insert or update or delete on disposal.contained
  for each statement execute function snapshot.changed();
