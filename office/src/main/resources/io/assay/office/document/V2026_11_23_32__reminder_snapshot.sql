create trigger snapshot_changed after insert or update or delete on document.reminder
  for each statement execute function snapshot.changed();
