package io.assay.app.ledger;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Gives the log a new key. */
@Command(
    name = "rotate-key",
    mixinStandardHelpOptions = true,
    description = "Give the log a new key; the old one signs beside it for a while.")
final class RotateKeyCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Mixin DataOptions options = new DataOptions();

  @Option(
      names = "--overlap-days",
      paramLabel = "N",
      description = "How long both keys sign (${DEFAULT-VALUE}).")
  int days = 30;

  @Override
  public Integer call() {
    try (var opened = options.folder().openLedger()) {
      var ledger = opened.ledger();
      spec.commandLine().getOut().println(ledger.rotateKey(Duration.ofDays(days)));
    }
    return 0;
  }
}
