package io.assay.office.task;

import io.assay.gateway.Duty;
import io.assay.office.content.Computation;
import io.assay.office.content.Content;
import io.assay.office.content.View.Part;
import io.assay.office.exchange.ExchangeDetail;
import io.assay.office.exchange.ExchangeIndex;
import io.assay.office.journal.Act;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Lets released texts reach their callers: the request that was answered with a hold is answered
 * with what the model said when it is sent again.
 */
@Duty("DS-10")
@Component
class ReleasedTexts {
  private final ExchangeIndex exchanges;
  private final Computation computation;
  private final ReleaseStore releases;

  ReleasedTexts(ExchangeIndex exchanges, Computation computation, ReleaseStore releases) {
    this.exchanges = exchanges;
    this.computation = computation;
    this.releases = releases;
  }

  /** Tells the gateway where the answer of a released task is kept, when it is one. */
  void tell(Task task) {
    if (task.part() == Part.OUTPUT) {
      exchanges
          .find(task.exchange())
          .filter(exchange -> !exchange.answer().isEmpty())
          .flatMap(this::answer)
          .ifPresent(answer -> releases.keep(task.id(), answer));
    }
  }

  private Optional<ReleasedFile> answer(ExchangeDetail exchange) {
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
                    exchange.answer()));
  }
}
