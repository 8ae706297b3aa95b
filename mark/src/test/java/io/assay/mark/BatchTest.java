package io.assay.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.mark.Batch.Outcome;
import io.assay.mark.Batch.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTest {
  private static final int MANY = 40;

  @TempDir Path folder;

  private List<Task> tasks() throws IOException {
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      String name = i % 2 == 0 ? "sample.png" : "sample.mp4";
      Path from = folder.resolve(i + "." + Golden.extension(name));
      Files.write(from, Golden.bytes(name));
      tasks.add(new Task(from, folder.resolve("out/" + i), Golden.implicit()));
    }
    return tasks;
  }

  private static List<Outcome> run(Batch batch, List<Task> tasks) {
    List<Outcome> outcomes = new ArrayList<>();
    batch.run(tasks, outcomes::add);
    return outcomes;
  }

  private List<String> namesIn(String child) throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve(child))) {
      return all.map(path -> path.getFileName().toString()).toList();
    }
  }

  @Test
  void handsOverTheOutcomesInTheOrderOfTheTasks() throws IOException {
    List<Task> tasks = tasks();
    List<Outcome> outcomes = run(Batch.of(Marker.standard()), tasks);
    assertThat(outcomes).extracting(Outcome::task).isEqualTo(tasks);
    for (Task task : tasks) {
      assertThat(Inspector.standard().inspect(task.to()).label()).contains(Golden.LABEL);
    }
    assertThat(namesIn("out")).hasSize(MANY);
  }

  @Test
  void leavesTheOthersAlone_whenAFileFails() throws IOException {
    List<Task> tasks = tasks();
    Files.write(tasks.get(3).from(), Arrays.copyOf(Golden.bytes("sample.mp4"), 300));
    Files.delete(tasks.get(4).from());
    List<Outcome> outcomes = run(Batch.of(Marker.standard()).withJobs(3), tasks);
    assertThat(outcomes.get(3)).isInstanceOf(Outcome.Failed.class);
    assertThat(outcomes.get(4))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.reason()).hasMessageContaining("cannot open"));
    assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(MANY - 2);
    assertThat(namesIn("out")).hasSize(MANY - 2);
  }

  @Test
  void tellsTheDigestOfThePayload_whenAsked() throws IOException {
    List<Task> one = tasks().subList(0, 1);
    Outcome.Done told =
        (Outcome.Done) run(Batch.of(Marker.standard()).withDigests(), one).getFirst();
    Outcome.Done silent = (Outcome.Done) run(Batch.of(Marker.standard()), one).getFirst();
    assertThat(told.payloadSha256()).contains(Payload.sha256(Golden.media("sample.png")));
    assertThat(silent.payloadSha256()).isEmpty();
  }

  @Test
  void refusesTwoFilesForOnePlace() throws IOException {
    List<Task> tasks = tasks();
    Task second = tasks.get(1);
    Path same = folder.resolve("out/./0");
    List<Task> both = List.of(tasks.getFirst(), new Task(second.from(), same, second.request()));
    assertThatThrownBy(() -> run(Batch.of(Marker.standard()), both))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two files");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void stops_whenTheListenerThrows() throws IOException {
    List<Task> tasks = tasks();
    assertThatThrownBy(
            () ->
                Batch.of(Marker.standard())
                    .run(
                        tasks,
                        outcome -> {
                          throw new IllegalStateException("no more");
                        }))
        .hasMessage("no more");
    assertThat(namesIn("out")).noneMatch(name -> name.startsWith(".assay-"));
  }

  @Test
  void refusesAnImpossibleNumberOfJobs() {
    Batch batch = Batch.of(Marker.standard());
    assertThatThrownBy(() -> batch.withJobs(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> batch.withJobs(257)).isInstanceOf(IllegalArgumentException.class);
  }
}
