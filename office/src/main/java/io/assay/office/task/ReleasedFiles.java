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
 * Lets released pictures and sounds reach their callers: the request that was answered with a hold
 * is answered with the file when it is sent again.
 */
@Duty("DS-10")
@Component
class ReleasedFiles {
  private final ExchangeIndex exchanges;
  private final TaskFiles files;
  private final Computation computation;
  private final ReleaseStore releases;

  ReleasedFiles(
      ExchangeIndex exchanges, TaskFiles files, Computation computation, ReleaseStore releases) {
    this.exchanges = exchanges;
    this.files = files;
    this.computation = computation;
    this.releases = releases;
  }

  /** Releases the content of a task, and tells the gateway where its files are kept. */
  void release(Task task, Instant until) {
    files.complete(task);
    releases.release(task.id(), until);
    if (task.part() == Part.OUTPUT && !files.of(task).isEmpty()) {
      exchanges
          .find(task.exchange())
          .flatMap(exchange -> file(task, exchange))
          .ifPresent(file -> releases.keep(task.id(), file));
    }
  }

  private Optional<ReleasedFile> file(Task task, ExchangeDetail exchange) {
    String id = exchange.summary().id();
    return computation
        .open(List.of(new Computation.Wanted(id, Part.INPUT, "")), "release", Act.SYSTEM)
        .getFirst()
        .map(Content::bytes)
        .map(
            request ->
                new ReleasedFile(
                    exchange.summary().origin().capability(),
                    request,
                    exchange.entries().getFirst().shard(),
                    id,
                    files.of(task).getFirst().measure().commitment()));
  }
}
