create index deadline_rule on deadline.deadline (rule, start_at);
