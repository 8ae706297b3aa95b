package io.assay.app.mark;

import io.assay.mark.Marked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files that the words of a command line stand for. */
final class InputFiles {
  private InputFiles() {}

  /**
   * One file.
   *
   * @param relative its path below the folder that was named, else its name
   */
  record Input(Path path, Path relative) {}

  /** Files as they are, folders with all they hold, globs as their folder holds them; each once. */
  static List<Input> of(List<String> words) {
    List<Input> inputs = new ArrayList<>();
    for (String word : words) {
      Path path = Path.of(word);
      if (Files.isDirectory(path)) {
        walk(path, file -> true, inputs);
      } else if (Files.exists(path) || !isGlob(word)) {
        inputs.add(new Input(path, path.getFileName()));
      } else {
        glob(word, inputs);
      }
    }
    return inputs.stream().distinct().toList();
  }

  private static boolean isGlob(String word) {
    return word.matches(".*[*?\\[{].*");
  }

  private static void glob(String word, List<Input> inputs) {
    int magic = word.replaceFirst("[*?\\[{].*", "").lastIndexOf('/');
    Path folder = magic < 0 ? Path.of("") : Path.of(word.substring(0, magic + 1));
    PathMatcher matcher =
        FileSystems.getDefault().getPathMatcher("glob:" + word.substring(magic + 1));
    walk(folder, file -> matcher.matches(folder.relativize(file)), inputs);
  }

  private static void walk(Path folder, PathMatcher wanted, List<Input> inputs) {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> !isBeside(file) && wanted.matches(file))
          .sorted()
          .forEach(file -> inputs.add(new Input(file, folder.relativize(file))));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  private static boolean isBeside(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(Marked.SIDECAR_SUFFIX)
        || name.endsWith(Marked.MANIFEST_SUFFIX)
        || name.startsWith(".assay-");
  }
}
