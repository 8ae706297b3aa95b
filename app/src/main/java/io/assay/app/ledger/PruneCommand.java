package io.assay.app.ledger;

import io.assay.ledger.Entry;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Deletes the oldest entries once their time is over. */
@Command(
    name = "prune",
    mixinStandardHelpOptions = true,
    description = "Delete the oldest entries; roots and receipts stay valid, and it is logged.")
final class PruneCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Mixin DataOptions options = new DataOptions();

  @Option(
      names = "--keep-months",
      paramLabel = "N",
      required = true,
      description = "How many calendar months every entry is kept; six at the least.")
  int months;

  @Option(
      names = "--below",
      paramLabel = "INDEX",
      description = "Prune no entry from this index on, such as one that an order holds.")
  long below = Long.MAX_VALUE;

  @Option(names = "--zone", paramLabel = "ZONE", description = "Time zone (${DEFAULT-VALUE}).")
  ZoneId zone = ZoneId.of("Asia/Shanghai");

  @Option(
      names = "--reason",
      paramLabel = "POLICY",
      required = true,
      description = "The written policy that allows it.")
  String reason = "";

  @Override
  public Integer call() {
    if (months < 6) {
      throw new IllegalArgumentException(
          "logs are kept for six months at the least, not " + months);
    }
    try (var opened = options.folder().openLedger()) {
      var ledger = opened.ledger();
      ledger.publish();
      long end = ledger.pruner().prune(below, this::isOver, reason);
      spec.commandLine().getOut().println("entries below " + end + " are gone");
    }
    return 0;
  }

  private boolean isOver(Entry entry) {
    return entry.time().atZone(zone).plusMonths(months).isBefore(ZonedDateTime.now(zone));
  }
}
