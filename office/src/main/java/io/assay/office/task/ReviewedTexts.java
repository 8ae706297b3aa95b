package io.assay.office.task;

import io.assay.office.Cursor;
import io.assay.office.content.Computation;
import io.assay.office.content.Content;
import io.assay.office.content.View.Part;
import io.assay.office.pool.DecidedTexts;
import io.assay.review.Context;
import io.assay.review.Direction;
import io.assay.review.pool.Sample;
import io.assay.review.pool.Sample.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The texts on which reviewers decided, with what they decided. */
@Component
class ReviewedTexts implements DecidedTexts {
  private final TaskStore tasks;
  private final Computation computation;

  ReviewedTexts(TaskStore tasks, Computation computation) {
    this.tasks = tasks;
    this.computation = computation;
  }

  @Override
  public List<Sample> latest(int limit, String actor) {
    List<Task> closed = tasks.list(Optional.of(Task.State.CLOSED), Cursor.NEWEST, limit).rows();
    List<Optional<Content>> contents =
        closed.isEmpty()
            ? List.of()
            : computation.open(
                closed.stream()
                    .map(task -> new Computation.Wanted(task.exchange(), task.part(), ""))
                    .toList(),
                "replay",
                actor);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < contents.size(); i++) {
      Task task = closed.get(i);
      contents
          .get(i)
          .filter(content -> content.media().equals("text"))
          .ifPresent(content -> samples.add(sample(task, content.text())));
    }
    return samples;
  }

  private static Sample sample(Task task, String text) {
    Direction direction = task.part() == Part.OUTPUT ? Direction.OUTPUT : Direction.INPUT;
    return new Sample(
        task.id(),
        text,
        new Context(direction, task.capability(), task.tenant()),
        task.result() == Choice.RELEASE ? Truth.BENIGN : Truth.HARMFUL);
  }
}
