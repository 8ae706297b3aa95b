create index task_state on task.task (state, created_at desc, id desc);
create index decision_overturns on task.decision (overturns) where overturns is not null;
create index decision_at on task.decision (at);
create index task_reserved on task.task (id) where reserved_for is not null;
