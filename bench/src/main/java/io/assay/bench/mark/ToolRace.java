package io.assay.bench.mark;

import io.assay.mark.Batch;
import io.assay.mark.Inspector;
import io.assay.mark.Marker;
import io.assay.mark.Media;
import io.assay.mark.container.FileSource;
import io.assay.mark.container.Source;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the implicit label into the same files as exiftool, FFmpeg and plain copying, in turns,
 * and prints medians. exiftool is one process for all files. What is forced waits until every file
 * is on the disk, as {@code Marked.copyTo(Path)} does and the other programs do not; it runs behind
 * the others, so that its writing does not slow theirs.
 *
 * <p>Arguments: a folder on the disk to measure, how many small files of each format, how many
 * mebibytes the large film has, how many rounds.
 */
public final class ToolRace {
  private static final int WARMING = 3;
  private static final String HEAD = "| | median s | files/s | MB/s |\n|---|---|---|---|\n";
  private static final String JSON = MarkFolder.LABEL.json();

  /** One way of writing, from a folder or file into a folder. */
  private interface Way {
    void write(Path from, Path to) throws IOException;
  }

  private final Path folder;
  private final int rounds;
  private final Path names;

  private ToolRace(Path folder, int rounds) throws IOException {
    this.folder = folder;
    this.rounds = rounds;
    this.names = Programs.exiftoolNames(folder);
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory(Path.of(arguments[0]), "assay-race");
    int files = Integer.parseInt(arguments[1]);
    int mebibytes = Integer.parseInt(arguments[2]);
    ToolRace race = new ToolRace(folder, Integer.parseInt(arguments[3]));
    try {
      race.small("png", Material.picture("png", 1024), files);
      race.small("jpg", Material.picture("jpeg", 1024), files);
      race.small("mp4", Material.clip(folder), files);
      race.large(Material.film(folder, mebibytes));
    } finally {
      Material.clear(folder);
    }
  }

  private void small(String extension, byte[] content, int count) throws IOException {
    Path from = folder.resolve("from-" + extension);
    Material.copies(from, content, extension, count);
    Map<String, Way> ways = new LinkedHashMap<>();
    ways.put("Assay", ToolRace::markEach);
    ways.put(
        "exiftool", (source, target) -> Programs.exiftool(names, source, target, extension, JSON));
    ways.put("copy", ToolRace::copyEach);
    Map<String, Way> forced = new LinkedHashMap<>();
    forced.put("Assay, forced", MarkFolder::mark);
    forced.put("Assay one by one, forced", (source, target) -> markWith(1, source, target));
    forced.put("Assay with its start, forced", ToolRace::markInProcess);
    forced.put("copy, forced", ToolRace::copyEachForced);
    System.out.printf("%n%d %s files of %,d bytes%n%n", count, extension, content.length);
    System.out.print(HEAD);
    print(run(from, ways), count, (long) count * content.length);
    print(run(from, forced), count, (long) count * content.length);
    Material.clear(from);
  }

  private void large(Path film) throws IOException {
    Map<String, Way> ways = new LinkedHashMap<>();
    ways.put("Assay", (source, target) -> markOne(source, target.resolve("film.mp4")));
    ways.put("copy", (source, target) -> Files.copy(source, target.resolve("film.mp4")));
    ways.put(
        "ffmpeg -c copy",
        (source, target) -> Programs.ffmpeg(source, target.resolve("film.mp4"), JSON));
    ways.put("exiftool", (source, target) -> Programs.exiftool(names, source, target, "mp4", JSON));
    Map<String, Way> forced = new LinkedHashMap<>();
    forced.put(
        "Assay, forced",
        (source, target) ->
            Marker.standard().mark(source, target.resolve("film.mp4"), MarkFolder.REQUEST));
    forced.put("copy, forced", (source, target) -> copyForced(source, target.resolve("film.mp4")));
    System.out.printf("%none film of %,d bytes%n%n", Files.size(film));
    System.out.print(HEAD);
    print(run(film, ways), 1, Files.size(film));
    print(run(film, forced), 1, Files.size(film));
  }

  private Map<String, double[]> run(Path from, Map<String, Way> ways) throws IOException {
    Map<String, double[]> seconds = new LinkedHashMap<>();
    ways.keySet().forEach(name -> seconds.put(name, new double[rounds]));
    for (int round = -WARMING; round < rounds; round++) {
      for (Map.Entry<String, Way> way : ways.entrySet()) {
        Path to = Files.createDirectory(folder.resolve("to"));
        long start = System.nanoTime();
        way.getValue().write(from, to);
        double taken = (System.nanoTime() - start) / 1e9;
        if (round >= 0) {
          seconds.get(way.getKey())[round] = taken;
        } else {
          requireWritten(way.getKey(), to);
        }
        Material.clear(to);
      }
    }
    return seconds;
  }

  /** Nobody wins by writing nothing. */
  private static void requireWritten(String name, Path to) throws IOException {
    for (Path file : MarkFolder.files(to)) {
      boolean found =
          Inspector.standard().inspect(file).label().equals(Optional.of(MarkFolder.LABEL));
      if (found == name.startsWith("copy")) {
        throw new IllegalStateException(name + " wrote " + file + " with the label: " + found);
      }
    }
  }

  private static void print(Map<String, double[]> seconds, int count, long bytes) {
    seconds.forEach(
        (name, times) -> {
          double[] sorted = times.clone();
          Arrays.sort(sorted);
          double median = sorted[sorted.length / 2];
          System.out.printf(
              "| %s | %.3f | %.1f | %.0f |%n", name, median, count / median, bytes / median / 1e6);
        });
  }

  private static void markWith(int jobs, Path from, Path to) throws IOException {
    MarkFolder.mark(from, to, Batch.of(Marker.standard()).withJobs(jobs));
  }

  private static void markInProcess(Path from, Path to) {
    Programs.java(List.of(), MarkFolder.class, from.toString(), to.toString());
  }

  private static void markEach(Path from, Path to) throws IOException {
    for (Path file : MarkFolder.files(from)) {
      markOne(file, to.resolve(file.getFileName()));
    }
  }

  private static void markOne(Path from, Path to) throws IOException {
    try (FileSource source = Source.open(from);
        FileChannel out =
            FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      Source marked =
          Marker.standard()
              .mark(Media.of(source, from.toString()), MarkFolder.REQUEST)
              .media()
              .source();
      marked.copyTo(out, 0, marked.length());
    }
  }

  private static void copyEach(Path from, Path to) throws IOException {
    for (Path file : MarkFolder.files(from)) {
      Files.copy(file, to.resolve(file.getFileName()));
    }
  }

  private static void copyEachForced(Path from, Path to) throws IOException {
    for (Path file : MarkFolder.files(from)) {
      copyForced(file, to.resolve(file.getFileName()));
    }
  }

  private static void copyForced(Path from, Path to) throws IOException {
    Files.copy(from, to);
    try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
