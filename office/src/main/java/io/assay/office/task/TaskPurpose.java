package io.assay.office.task;

import io.assay.office.content.ContentPurpose;
import io.assay.office.staff.SignedIn;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A reviewer sees the content of the task that they hold now, and of no other. */
@Component
class TaskPurpose implements ContentPurpose {
  static final String KIND = "task";

  private final TaskStore tasks;
  private final Clock clock;

  TaskPurpose(TaskStore tasks, Clock clock) {
    this.tasks = tasks;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean holds(SignedIn reader, String id, String exchange) {
    return tasks
        .find(id)
        .filter(task -> task.exchange().equals(exchange))
        .filter(task -> task.heldBy(reader.actor(), clock.instant()))
        .isPresent();
  }

  @Override
  public Optional<String> held(SignedIn reader, String exchange) {
    return tasks.heldOn(exchange, reader.actor(), clock.instant());
  }
}
