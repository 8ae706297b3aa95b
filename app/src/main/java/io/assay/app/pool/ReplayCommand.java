package io.assay.app.pool;

import io.assay.review.Pool;
import io.assay.review.Reviewer;
import io.assay.review.pool.Rate;
import io.assay.review.pool.Replay;
import io.assay.review.pool.ReplayHit;
import io.assay.review.pool.ReplayReport;
import io.assay.review.pool.ReplayReport.Hits;
import io.assay.review.pool.Sample;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what a change of the pool would do to a corpus. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "Tell what a change of the pool would do to a corpus.")
final class ReplayCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Option(names = "--before", paramLabel = "POOL", description = "The pool in use; else none.")
  Optional<Path> before = Optional.empty();

  @Option(names = "--after", paramLabel = "POOL", description = "The pool as proposed.")
  Optional<Path> after = Optional.empty();

  @Option(
      names = "--corpus",
      paramLabel = "FILE",
      required = true,
      description = "A benign text a line, or .jsonl: {\"text\", \"truth\", \"direction\"}.")
  Path corpus = Path.of("");

  @Option(names = "--examples", paramLabel = "N", description = "Examples of each list (10).")
  int examples = 10;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    Pool earlier = before.map(file -> new PoolFile(file).pool()).orElseGet(Pool::empty);
    Replay replay = new Replay(earlier, PoolFile.load(after), Reviewer::of);
    try (Stream<Sample> samples = new Corpus(corpus).samples()) {
      ReplayReport report = replay.over(samples, examples);
      out.println("texts                " + report.samples());
      out.println(
          "benign, blocked      " + turn(report.overBlockBefore(), report.overBlockAfter()));
      out.println("benign, held         " + said(report.overHoldAfter()));
      out.println("harmful, not passed  " + turn(report.caughtBefore(), report.caughtAfter()));
      list("hits gained", report.gained(), out);
      list("hits lost", report.lost(), out);
      list("hits on benign texts", report.benign(), out);
    }
  }

  private static void list(String title, Hits hits, PrintWriter out) {
    out.printf("%n%s: %d%n", title, hits.count());
    for (ReplayHit hit : hits.examples()) {
      out.printf(
          "  %s %s %s  …%s[%s]%s…%n",
          hit.effect(), hit.feature(), hit.sample(), hit.before(), hit.matched(), hit.after());
    }
  }

  private static String turn(Rate before, Rate after) {
    return said(before) + " -> " + said(after);
  }

  private static String said(Rate rate) {
    return rate.known() ? "%s (%.2f %%)".formatted(rate, 100 * rate.value()) : "no such texts";
  }
}
