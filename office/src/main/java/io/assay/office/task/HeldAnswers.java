package io.assay.office.task;

import io.assay.gateway.Duty;
import io.assay.office.content.Computation;
import io.assay.office.content.Content;
import io.assay.office.content.View.Part;
import io.assay.office.exchange.ExchangeDetail;
import io.assay.office.exchange.ExchangeIndex;
import io.assay.office.journal.Act;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Lets released answers reach their callers: the request that was answered with a hold is answered
 * with what the model gave when it is sent again.
 */
@Duty("DS-10")
@Component
class HeldAnswers {
  private final ExchangeIndex exchanges;
  private final TaskFiles files;
  private final Computation computation;
  private final ReleaseStore releases;

  HeldAnswers(
      ExchangeIndex exchanges, TaskFiles files, Computation computation, ReleaseStore releases) {
    this.exchanges = exchanges;
    this.files = files;
    this.computation = computation;
    this.releases = releases;
  }

  /** Releases the content of a task, and tells the gateway where the answer is kept, if one is. */
  void release(Task task, Instant until) {
    files.complete(task);
    releases.release(task.id(), until);
    if (task.part() == Part.OUTPUT) {
      exchanges
          .find(task.exchange())
          .flatMap(exchange -> answer(task, exchange))
          .ifPresent(answer -> releases.keep(task.id(), answer));
    }
  }

  private Optional<HeldAnswer> answer(Task task, ExchangeDetail exchange) {
    String id = exchange.summary().id();
    return commitment(task, exchange)
        .flatMap(
            commitment ->
                request(id)
                    .map(
                        request ->
                            new HeldAnswer(
                                exchange.summary().origin().capability(),
                                request,
                                exchange.entries().getFirst().shard(),
                                id,
                                commitment)));
  }

  /** What the vault knows the answer by: the text of it, or else its first file. */
  private Optional<String> commitment(Task task, ExchangeDetail exchange) {
    return exchange.answer().isEmpty()
        ? files.of(task).stream().findFirst().map(file -> file.measure().commitment())
        : Optional.of(exchange.answer());
  }

  private Optional<byte[]> request(String exchange) {
    return computation
        .open(List.of(new Computation.Wanted(exchange, Part.INPUT, "")), "release", Act.SYSTEM)
        .getFirst()
        .map(Content::bytes);
  }
}
