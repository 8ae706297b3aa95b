package io.assay.office.task;

import io.assay.gateway.Duty;
import io.assay.office.intake.Appealable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Lets people appeal against a person's decision to block what was held (Art. 12). An overturn
 * releases the content, so that the same request of the same subject passes.
 */
@Duty("DS-12")
@Component
class HeldAppeals implements Appealable {
  private final TaskStore tasks;
  private final DecisionStore decisions;
  private final Settlement settlement;

  HeldAppeals(TaskStore tasks, DecisionStore decisions, Settlement settlement) {
    this.tasks = tasks;
    this.decisions = decisions;
    this.settlement = settlement;
  }

  @Override
  public Optional<Contested> find(String reference) {
    return tasks
        .find(reference)
        .filter(it -> it.queue() == Queue.HOLD && it.golden() == null)
        .filter(it -> it.state() == Task.State.CLOSED && it.result() == Choice.BLOCK)
        .map(
            it ->
                new Contested(
                    it.id(),
                    "held",
                    deciders(it),
                    "/reviews/" + it.id(),
                    List.of(it.exchange()),
                    null));
  }

  @Override
  public void overturn(String reference, String reason, String actor) {
    settlement.overturn(reference, reason, actor);
  }

  private Set<String> deciders(Task it) {
    return decisions.of(it.id()).stream().map(Decision::reviewer).collect(Collectors.toSet());
  }
}
