-- How promises of one kind were kept, counted from the index alone, and those that were broken.
create index deadline_rule on deadline.deadline (rule, start_at)
  include (state, due_at, ended_at, paused_at);
create index deadline_breached on deadline.deadline (rule, due_at desc)
  where state = 'BREACHED' or ended_at is null;
