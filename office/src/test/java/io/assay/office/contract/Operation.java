package io.assay.office.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * An operation of the programming interface and a test class that gets a success from it.
 *
 * @param name method and path
 * @param test the full name of the class
 */
record Operation(String name, String test) implements Comparable<Operation> {
  private static final Path LIST = Path.of("src/test/resources/contract/operations.txt");
  private static final String OFFICE = "io.assay.office.";
  private static final Comparator<Operation> ORDER =
      Comparator.comparing((Operation it) -> it.name.replaceFirst(".* ", ""))
          .thenComparing(Operation::name)
          .thenComparing(Operation::test);

  /** Every line of the list: method, path and test class. */
  static Stream<Operation> listed() {
    try {
      return Files.readAllLines(LIST).stream()
          .map(line -> line.split(" ", 3))
          .map(parts -> new Operation(parts[0] + " " + parts[1], OFFICE + parts[2]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int compareTo(Operation other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return name + " " + test.replace(OFFICE, "");
  }
}
