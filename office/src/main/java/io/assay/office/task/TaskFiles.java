package io.assay.office.task;

import io.assay.gateway.access.Release;
import io.assay.gateway.journal.StepRecord.Name;
import io.assay.office.RandomText;
import io.assay.office.content.Computation;
import io.assay.office.content.Content;
import io.assay.office.content.View.Part;
import io.assay.office.exchange.ExchangeDetail;
import io.assay.office.exchange.ExchangeDetail.File;
import io.assay.office.exchange.ExchangeIndex;
import io.assay.office.journal.Act;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The pictures and sounds on which a task decides, and by what they are known again. */
@Component
class TaskFiles {
  private static final int SALT_BYTES = 16;

  private final ExchangeIndex exchanges;
  private final TaskStore tasks;
  private final TaskFileStore store;
  private final Computation computation;

  TaskFiles(
      ExchangeIndex exchanges, TaskStore tasks, TaskFileStore store, Computation computation) {
    this.exchanges = exchanges;
    this.tasks = tasks;
    this.store = store;
    this.computation = computation;
  }

  /** All of a task's files, in order; none where it decides on texts. */
  List<File> of(Task task) {
    return exchanges.find(task.exchange()).map(it -> of(task, it)).orElse(List.of());
  }

  private static List<File> of(Task task, ExchangeDetail exchange) {
    return switch (task.part()) {
      case INPUT -> List.of();
      case OUTPUT -> exchange.files().answer();
      case ATTACHMENT -> {
        List<File> waiting = exchange.files().waiting();
        yield waiting.isEmpty() ? flagged(exchange) : waiting;
      }
    };
  }

  /** The files of a request in which something was found. */
  static List<File> flagged(ExchangeDetail exchange) {
    return exchange.files().request().stream()
        .filter(file -> !exchange.findings(file, Name.INPUT_REVIEW).isEmpty())
        .toList();
  }

  /** Notes by what content that was opened is known again; the first note stays. */
  void note(Task task, String field, Content content) {
    List<File> files = of(task);
    String salt = tasks.salt(task.id(), RandomText.secret(SALT_BYTES));
    String sha256 = Release.hash(salt, content.bytes());
    Optional<File> file =
        files.stream().filter(it -> field.isEmpty() || it.field().equals(field)).findFirst();
    store.add(
        task.id(),
        file.map(File::field).orElse(task.part() == Part.OUTPUT ? "output" : "input"),
        file.map(it -> files.indexOf(it) + 1).orElse(1),
        sha256,
        file.map(it -> it.measure().commitment()).orElse(""));
    tasks.known(task.id(), sha256);
  }

  /** Whether a person has opened the text, or every file. */
  boolean opened(Task task) {
    Set<String> known = store.fields(task.id());
    return !known.isEmpty() && of(task).stream().allMatch(file -> known.contains(file.field()));
  }

  /** Notes what nobody opened, so that a decision on what looks alike has effect here too. */
  void complete(Task task) {
    Set<String> known = store.fields(task.id());
    List<File> files = of(task);
    List<String> missing =
        files.isEmpty()
            ? (known.isEmpty() ? List.of("") : List.of())
            : files.stream().map(File::field).filter(it -> !known.contains(it)).toList();
    for (String field : missing) {
      content(task, field, "release").ifPresent(content -> note(task, field, content));
    }
  }

  /** One file for a computation; empty when it was erased. */
  Optional<Content> content(Task task, String field, String purpose) {
    var wanted = new Computation.Wanted(task.exchange(), task.part(), field);
    return computation.open(List.of(wanted), purpose, Act.SYSTEM).getFirst();
  }
}
