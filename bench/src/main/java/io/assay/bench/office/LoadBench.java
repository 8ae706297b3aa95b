package io.assay.bench.office;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Asks every list and search page of a running office over 1 000 000 exchanges and 100 000 cases in
 * rounds, the first of them unmeasured, and prints how long the answers took, the request and the
 * reading of it included. The database is generated on the first run and kept in the folder.
 */
final class LoadBench {
  private static final double GOAL_MILLIS = 300;
  private static final int UNMEASURED = 5;

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
      List<String> questions =
          Questions.of(office.dataSource()).stream().filter(it -> it.contains(part)).toList();
      List<Answered> all =
          asked(office.visitor(), questions, times).stream()
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

  /** Asks everything in rounds, of which the first are not measured. */
  private static List<Answered> asked(Visitor visitor, List<String> questions, int times) {
    double[][] millis = new double[questions.size()][times];
    int[] status = new int[questions.size()];
    for (int round = -UNMEASURED; round < times; round++) {
      for (int i = 0; i < questions.size(); i++) {
        long start = System.nanoTime();
        status[i] = visitor.ask(questions.get(i)).statusCode();
        millis[i][Math.max(0, round)] = (System.nanoTime() - start) / 1e6;
      }
    }
    return IntStream.range(0, questions.size())
        .mapToObj(i -> Answered.of(questions.get(i), millis[i], status[i]))
        .toList();
  }
}
