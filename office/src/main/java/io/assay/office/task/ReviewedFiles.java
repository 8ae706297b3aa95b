package io.assay.office.task;

import io.assay.gateway.journal.StepRecord.Name;
import io.assay.office.Cursor;
import io.assay.office.content.Computation;
import io.assay.office.content.Computation.Wanted;
import io.assay.office.content.Content;
import io.assay.office.content.View.Part;
import io.assay.office.exchange.ExchangeDetail;
import io.assay.office.exchange.ExchangeDetail.File;
import io.assay.office.exchange.ExchangeIndex;
import io.assay.office.pool.DecidedFiles;
import io.assay.review.Context;
import io.assay.review.Direction;
import io.assay.review.pool.Sample.Truth;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The pictures and sounds on which reviewers decided, with what they decided. */
@Component
class ReviewedFiles implements DecidedFiles {
  /** How far back closed reviews are looked through. */
  private static final int REVIEWS = 1_000;

  private final TaskStore tasks;
  private final TaskFiles files;
  private final ExchangeIndex exchanges;
  private final Computation computation;

  ReviewedFiles(
      TaskStore tasks, TaskFiles files, ExchangeIndex exchanges, Computation computation) {
    this.tasks = tasks;
    this.files = files;
    this.exchanges = exchanges;
    this.computation = computation;
  }

  private record Known(Task task, File file, Truth truth) {
    Wanted wanted() {
      return new Wanted(task.exchange(), task.part(), file.field());
    }

    Decided decided(Content content) {
      Direction direction = task.part() == Part.OUTPUT ? Direction.OUTPUT : Direction.INPUT;
      return new Decided(
          task.id() + "/" + file.field(),
          content.bytes(),
          new Context(direction, task.capability(), task.tenant()),
          truth);
    }
  }

  @Override
  public Stream<Decided> latest(boolean pictures, int limit, String actor) {
    List<Known> known =
        tasks.list(Optional.of(Task.State.CLOSED), Cursor.NEWEST, REVIEWS).rows().stream()
            .filter(task -> task.part() != Part.INPUT)
            .flatMap(this::files)
            .filter(it -> it.file().picture() == pictures)
            .limit(limit)
            .toList();
    if (known.isEmpty()) {
      return Stream.empty();
    }
    Iterator<Known> each = known.iterator();
    return computation.stream(known.stream().map(Known::wanted).toList(), "replay", actor)
        .flatMap(
            content -> {
              Known of = each.next();
              return content.map(of::decided).stream();
            });
  }

  private Stream<Known> files(Task task) {
    List<File> all = files.of(task);
    return all.stream().map(file -> new Known(task, file, truth(task, file, all.size())));
  }

  private Truth truth(Task task, File file, int together) {
    if (task.result() == Choice.RELEASE) {
      return Truth.BENIGN;
    }
    Name step = task.part() == Part.OUTPUT ? Name.OUTPUT_REVIEW : Name.INPUT_REVIEW;
    Optional<ExchangeDetail> exchange =
        together == 1 ? Optional.empty() : exchanges.find(task.exchange());
    return exchange.filter(it -> it.findings(file, step).isEmpty()).isPresent()
        ? Truth.UNKNOWN
        : Truth.HARMFUL;
  }
}
