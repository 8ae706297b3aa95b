package io.assay.bench.office;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/**
 * Asks every list and search page of a running office over 1 000 000 exchanges and 100 000 cases,
 * each some times after it was asked a few times unmeasured, and prints how long the answers took.
 * The database is generated on the first run and kept in the folder.
 */
final class LoadBench {
  private static final double GOAL_MILLIS = 300;
  private static final int UNMEASURED = 3;

  private LoadBench() {}

  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws IOException, SQLException {
    if (arguments.length == 0) {
      throw new IllegalArgumentException("LoadBench DIRECTORY [TIMES [PART-OF-A-PATH]]");
    }
    int times = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 30;
    String part = arguments.length > 2 ? arguments[2] : "";
    try (RunningOffice office = RunningOffice.start(Path.of(arguments[0]))) {
      Generator generator = new Generator(office.dataSource());
      generator.fill(line -> System.out.println(line));
      List<Answered> all =
          Questions.of(office.dataSource()).stream()
              .filter(question -> question.contains(part))
              .map(question -> ask(office.visitor(), question, times))
              .sorted(Comparator.comparingDouble(Answered::usual).reversed())
              .toList();
      System.out.println("| asked | p50 ms | p95 ms | max ms | status | |");
      System.out.println("|---|---:|---:|---:|---:|---|");
      all.forEach(it -> System.out.println(it.row(GOAL_MILLIS)));
      long slow = all.stream().filter(it -> it.slowest() >= GOAL_MILLIS).count();
      System.out.printf(
          "%d questions asked %d times each; %d took %.0f ms or more%n",
          all.size(), times, slow, GOAL_MILLIS);
    }
  }

  private static Answered ask(Visitor visitor, String question, int times) {
    for (int i = 0; i < UNMEASURED; i++) {
      visitor.ask(question);
    }
    double[] millis = new double[times];
    int status = 0;
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      status = visitor.ask(question).statusCode();
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    return Answered.of(question, millis, status);
  }
}
