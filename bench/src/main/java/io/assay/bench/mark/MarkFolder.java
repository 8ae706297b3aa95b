package io.assay.bench.mark;

import io.assay.mark.Batch;
import io.assay.mark.LabelRequest;
import io.assay.mark.Marker;
import io.assay.mark.aigc.AigcLabel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the implicit label into every file of a folder, as a program that starts, works and ends.
 *
 * <p>Arguments: the folder, and where the labelled files go.
 */
public final class MarkFolder {
  static final AigcLabel LABEL = AigcLabel.produced("00119144030008867405X210001", "bench-1");
  static final LabelRequest REQUEST = LabelRequest.of(LABEL).implicitOnly();

  private MarkFolder() {}

  public static void main(String[] arguments) throws IOException {
    mark(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  static void mark(Path from, Path to) throws IOException {
    mark(from, to, Batch.of(Marker.standard()));
  }

  static void mark(Path from, Path to, Batch batch) throws IOException {
    List<Batch.Task> tasks =
        files(from).stream()
            .map(file -> new Batch.Task(file, to.resolve(file.getFileName()), REQUEST))
            .toList();
    batch.run(
        tasks,
        outcome -> {
          if (outcome instanceof Batch.Outcome.Failed failed) {
            throw failed.reason();
          }
        });
  }

  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
